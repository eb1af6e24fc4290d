#include <unistd.h>
#include <catch2/catch.hpp>

#include "kiosk/base/source_folder.h"
#include "ui/text/text.h"

using namespace ardager;
using namespace ardager::ui;

namespace {

const std::string kHeader =
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n\n";

/// One PO file in a folder of its own that goes with the test.
class PoFile {
public:
    explicit PoFile(const std::string& entries)
        : folder_(std::filesystem::temp_directory_path() / ("ardager_text_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
        std::ofstream(folder_ / "xx.po") << kHeader << entries;
    }
    ~PoFile() { std::filesystem::remove_all(folder_); }
    Result<Catalogue> read() const {
        constexpr std::array<std::string_view, 2> kNames{"wait", "greeting"};
        return read_catalogue(folder_ / "xx.po", kNames);
    }

private:
    std::filesystem::path folder_;
};

const std::string kGreeting = "msgid \"greeting\"\nmsgstr \"Қош келдіңіз\"\n\n";
const std::string kWait =
    "msgid \"wait\"\nmsgid_plural \"wait\"\nmsgstr[0] \"one\"\nmsgstr[1] \"{count} many\"\n\n";

}  // namespace

TEST_CASE("a catalogue with exactly the named keys is read in their order", "[text]") {
    const auto catalogue = PoFile(kGreeting + kWait).read();
    REQUIRE(catalogue);
    CHECK(catalogue->sentences[0].forms == std::vector<std::string>{"one", "{count} many"});
    CHECK(catalogue->sentences[1].forms == std::vector<std::string>{"Қош келдіңіз"});
    CHECK(catalogue->plural.form(1) == 0);
    CHECK(catalogue->plural.form(5) == 1);
}

TEST_CASE("a faulty catalogue is refused with the file and the key", "[text]") {
    struct Row {
        const char* situation;
        std::string entries;
        const char* said;
    };
    const auto row = GENERATE(values<Row>({
        {"a key is missing", kWait, "xx.po: missing key greeting"},
        {"an entry has no key", kWait + kGreeting + "msgid \"other\"\nmsgstr \"x\"\n",
         "xx.po: unknown key other"},
        {"an entry is fuzzy", "#, fuzzy\n" + kGreeting + kWait, "xx.po: key greeting is marked fuzzy"},
        {"an entry is empty", "msgid \"greeting\"\nmsgstr \"\"\n\n" + kWait,
         "xx.po: key greeting is not translated"},
        {"a brace stays open", "msgid \"greeting\"\nmsgstr \"a {count\"\n\n" + kWait,
         "xx.po: key greeting has a brace that is not closed"},
        {"a form is missing", kGreeting + "msgid \"wait\"\nmsgid_plural \"wait\"\nmsgstr[0] \"one\"\n",
         "xx.po: key wait has 1 forms, the header says 2"},
    }));
    CAPTURE(row.situation);
    const auto catalogue = PoFile(row.entries).read();
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().code == Code::invalid_input);
    CHECK(catalogue.error().detail == row.said);
}

TEST_CASE("a malformed file is refused with its line", "[text]") {
    const auto catalogue = PoFile("msgid greeting\n").read();
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().detail.find("line ") != std::string::npos);
}

TEST_CASE("our three catalogues hold every key, no others, with equal placeholders", "[text]") {
    const auto catalogues = Text::load(source_folder("assets/text"));
    if (!catalogues) FAIL(catalogues.error().detail);
    for (const Catalogue& catalogue : (*catalogues)->by_language)
        CHECK(catalogue.sentences.size() == kKeyCount);
}

#include "kiosk/receipts/forms.h"

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "tests/receipts/samples.h"

using namespace ardager;
using namespace ardager::receipts;

namespace {

/// A copy of assets/forms that may be spoilt.
class FormsFolder {
public:
    FormsFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "ardager-forms-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        std::filesystem::copy(source_folder("assets/forms"), folder_,
                              std::filesystem::copy_options::recursive);
    }
    ~FormsFolder() { std::filesystem::remove_all(folder_); }
    void replace(const std::string& file, const std::string& before, const std::string& after) {
        std::string text(as_text(read_file(folder_ / file, 100'000).value()));
        const auto at = text.find(before);
        REQUIRE(at != std::string::npos);
        REQUIRE(write_file(folder_ / file, to_bytes(text.replace(at, before.size(), after))).has_value());
    }
    void remove(const std::string& file) { std::filesystem::remove(folder_ / file); }
    [[nodiscard]] Result<Forms> load() const { return Forms::load(folder_); }

private:
    std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("only the form that the order gives word for word counts as verified", "[receipts]") {
    const Forms& forms = samples::forms();
    CHECK(forms.get(FormKind::refusal).kk.verified);
    CHECK_FALSE(forms.get(FormKind::refusal).ru.verified);
    for (const FormKind kind :
         {FormKind::extension_notice, FormKind::refusal_notice, FormKind::result_notice}) {
        CHECK_FALSE(forms.get(kind).kk.verified);
        CHECK_FALSE(forms.get(kind).ru.verified);
    }
    for (const FormKind kind : kFormKinds)
        CHECK(forms.get(kind).kk.legal_reference.find("№ ") != std::string::npos);
}

TEST_CASE("a spoilt form file is refused, naming file and key", "[receipts]") {
    FormsFolder folder;
    REQUIRE(folder.load().has_value());
    std::string said;
    SECTION("a text is missing") {
        folder.replace("refusal.toml", "copies = ", "copied = ");
        said = "refusal.toml:5: kk.copies is missing";
    }
    SECTION("a key is unknown") {
        folder.replace("refusal.toml", "\ncopies = ", "\nextra = \"x\"\ncopies = ");
        said = "kk.extra is unknown";
    }
    SECTION("a blank is misspelt") {
        folder.replace("refusal.toml", "({address})", "({adress})");
        said = "refusal.toml:10: kk.opening has the blanks [adress department], not [address department]";
    }
    SECTION("a text is a number") {
        folder.replace("common.toml", "number = \"Қолхат нөмірі\"", "number = 5");
        said = "common.toml:8: kk.number must be a text";
    }
    SECTION("the TOML is malformed") {
        folder.replace("acceptance.toml", "[ru]", "[ru");
        said = "acceptance.toml:";
    }
    SECTION("a language is missing") {
        folder.replace("acceptance.toml", "[ru]", "[rus]");
        said = "acceptance.toml: table [ru] is missing";
    }
    SECTION("verified is not said") {
        folder.replace("result_notice.toml", "verified = false", "");
        said = "kk needs verified";
    }
    const auto outcome = folder.load();
    REQUIRE_FALSE(outcome.has_value());
    CAPTURE(outcome.error().detail);
    CHECK(outcome.error().code == Code::invalid_input);
    CHECK(outcome.error().detail.find(said) != std::string::npos);
}

TEST_CASE("a missing form file is said to be missing", "[receipts]") {
    FormsFolder folder;
    folder.remove("extension_notice.toml");
    CHECK(folder.load().error().code == Code::not_found);
}

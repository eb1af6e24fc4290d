#include <unistd.h>

#include "kiosk/base/files.h"
#include "tests/ctl/program.h"

using namespace ardager;
using ctl_test::run;

namespace {

/// A folder that ends with the test.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "ardager-app-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

std::size_t count_with(const std::filesystem::path& folder, const std::string& ending) {
    const auto files = files_below(folder);
    return static_cast<std::size_t>(std::count_if(
        files.begin(), files.end(), [&](const auto& file) { return file.extension() == ending; }));
}

bool holds(const std::filesystem::path& file, std::string_view text) {
    const auto bytes = read_file(file, 256U << 20);
    REQUIRE(bytes);
    return as_text(*bytes).find(text) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a scripted day: offline applications arrive, decisions come back, papers and pictures are there",
          "[app]") {
    const Folder folder;
    const auto day = run({ARDAGER_APP, "--dev", "--scripted-day", "--out", folder.path().string()});
    INFO(day.err);
    REQUIRE(day.exit == 0);
    INFO(day.out);
    CHECK(day.out.find("ministry: lists 3 applications, each once") != std::string::npos);
    CHECK(day.out.find("extended to 30 working days") != std::string::npos);
    CHECK(count_with(folder.path() / "screens", ".png") > 50);
    CHECK(count_with(folder.path() / "paper", ".pdf") ==
          8);  // three receipts, one refusal, two slips, two notices

    SECTION("and neither the branch's nor the ministry's folder holds a person in clear") {
        for (const auto& file : files_below(folder.path() / "dev")) {
            INFO(file.filename().string());
            for (const char* secret :
                 {"Ардагеров", "250509300018", "Ветеранов", "211107300018", "Үлгіева", "+77010000000"})
                CHECK_FALSE(holds(file, secret));
        }
        CHECK(day.err.find("250509300018") == std::string::npos);
        CHECK(day.out.find("Ардагеров") == std::string::npos);
    }
}

TEST_CASE("a folder without a record is named, with what to do", "[app]") {
    const Folder folder;
    const auto ended = run({ARDAGER_APP, "--data", (folder.path() / "none").string()});
    CHECK(ended.exit == 2);
    CHECK(ended.err.find("init") != std::string::npos);
}

// The house rules over the tree itself. checks_test.cpp shows that each check sees what it is for.
#include <fstream>

#include "kiosk/base/source_folder.h"
#include "tests/tidy/directions.h"
#include "tests/tidy/shape.h"
#include "tests/tidy/words.h"

using namespace ardager::tidy;

namespace {

const std::vector<SourceFile>& tree() {
    static const auto files = read_tree(ardager::source_folder(""), {"kiosk", "sync", "hw", "ui", "tests"});
    return files;
}

void none(const Findings& findings) {
    INFO(findings.size() << " places:\n" << to_text(findings));
    CHECK(findings.empty());
}

}  // namespace

TEST_CASE("the tree is read", "[tidy]") {
    REQUIRE(tree().size() > 50);
}

TEST_CASE("no file is longer than 500 lines", "[tidy]") {
    none(files_longer_than(tree(), kFileLines));
    const auto longish = files_longer_than(tree(), kFileLinesWanted);
    if (!longish.empty()) WARN("longer than the 300 lines that are wanted:\n" << to_text(longish));
}

TEST_CASE("no function is longer than 70 lines", "[tidy]") {
    none(long_functions(tree()));
}
TEST_CASE("no line is longer than 110 characters", "[tidy]") {
    none(long_lines(tree()));
}
TEST_CASE("every header opens with what it is for", "[tidy]") {
    none(bare_headers(tree()));
}
TEST_CASE("folders see only what DESIGN's directions allow", "[tidy]") {
    none(wrong_directions(tree(), directions()));
}
TEST_CASE("each outside library has its one folder", "[tidy]") {
    none(wrong_library_users(tree(), library_users()));
}
TEST_CASE("banned calls are not called", "[tidy]") {
    none(banned_calls(tree()));
}
TEST_CASE("no word of unfinished work is left", "[tidy]") {
    none(unfinished_words(tree()));
}

TEST_CASE("every text key is said somewhere", "[tidy]") {
    std::string names;
    const auto unused = unused_keys(tree());
    for (const auto& key : unused) names += " " + key;
    INFO("never used:" << names);
    CHECK(unused.empty());
}

TEST_CASE("every package is listed once, with its reason", "[tidy]") {
    std::ostringstream text;
    text << std::ifstream(ardager::source_folder("packaging/packages.txt")).rdbuf();
    REQUIRE(text.str().size() > 100);
    none(package_faults(text.str()));
}

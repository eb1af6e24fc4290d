#include <catch2/catch.hpp>

#include "kiosk/base/source_folder.h"
#include "kiosk/base/text.h"
#include "kiosk/rules/document_kinds.h"
#include "kiosk/rules/package.h"
#include "rules_fixture.h"

using namespace ardager;
using namespace std::chrono_literals;

namespace {

std::string read_real(const std::string& name) {
    std::ifstream file(source_folder("assets/standards") / name);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

const std::string kService = "veteran-certificate";
const std::string kFile = kService + "/2025-03.toml";

bool is_cyrillic(char32_t c) {
    return c >= 0x400 && c <= 0x52F;
}
bool is_latin(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// True when some word mixes both alphabets, as text taken from a PDF often does.
bool mixes_alphabets(const std::string& text) {
    char32_t before = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        if ((is_cyrillic(c) && is_latin(before)) || (is_latin(c) && is_cyrillic(before))) return true;
        before = c;
    }
    return false;
}

}  // namespace

TEST_CASE("the veteran's certificate is complete in three languages", "[standard]") {
    const auto& standard = veteran_certificate();
    CHECK(standard.accepted_at_branch());
    CHECK(standard.name.kk == "Ұлы Отан соғысының ардагерлеріне куәлік беру");
    CHECK(standard.terms.base == 1);
    REQUIRE(standard.terms.extensions.size() == 2);
    CHECK(standard.extension(30) != nullptr);
    CHECK(standard.extension(90) != nullptr);
    CHECK(standard.refusal_grounds.size() == 2);
    CHECK(standard.sections[5].text.kk == "Тегін");
    CHECK_THAT(standard.sections[9].text.kk, Catch::Contains("1414, 8 800 080 7777"));
    CHECK(standard.translations == std::vector<std::string>{"ru", "en"});
    CHECK(standard.in_force_from == 2025y / 3 / 3);
    CHECK_FALSE(standard.in_force_from_verified);
}

TEST_CASE("services of the portal are explained and not accepted", "[standard]") {
    const auto on_portal = [](const char* service) {
        return real_standards().in_force(service, 2026y / 11 / 23).value();
    };
    const Standard& registration = *on_portal("military-registration");
    CHECK_FALSE(registration.accepted_at_branch());
    CHECK_FALSE(registration.branch_hours.has_value());
    CHECK(registration.terms.base == 3);
    CHECK(registration.terms.extensions.empty());
    CHECK(registration.variants.size() == 5);
    CHECK(registration.refusal_grounds.size() == 2);
    const Standard& records = *on_portal("service-records");
    CHECK_FALSE(records.accepted_at_branch());
    CHECK(records.terms.base == 3);
    CHECK(records.extension(90) != nullptr);
    CHECK(records.refusal_grounds.size() == 3);
}

TEST_CASE("no text of a standard is missing or mixes alphabets inside a word", "[standard]") {
    for (const Standard* standard : real_standards().all()) {
        for (const auto& section : standard->sections) {
            for (const char* language : {"kk", "ru", "en"}) {
                CAPTURE(standard->service, language, section.title.kk);
                CHECK_FALSE(mixes_alphabets(section.title.in(language)));
                CHECK_FALSE(mixes_alphabets(section.text.in(language)));
                CHECK_FALSE(unsafe_character(section.title.in(language)).has_value());
            }
        }
    }
}

TEST_CASE("the package is complete with either proof of service", "[package]") {
    const auto missing = [](const std::vector<std::string>& kinds, bool by_representative) {
        std::vector<std::string> ids;
        for (const auto& one : check_package(veteran_certificate(), kinds, by_representative)) {
            ids.push_back(one.id);
        }
        return ids;
    };
    using Ids = std::vector<std::string>;
    CHECK(missing({"military_id"}, false).empty());
    CHECK(missing({"service_certificate"}, false).empty());
    CHECK(missing({"military_id", "service_certificate"}, false).empty());
    CHECK(missing({}, false) == Ids{"service_proof"});
    CHECK(missing({"authority"}, false) == Ids{"service_proof"});
    CHECK(missing({"military_id"}, true) == Ids{"authority"});
    CHECK(missing({"military_id", "authority"}, true).empty());
    CHECK(missing({}, true) == Ids{"service_proof", "authority"});
    const auto without = check_package(veteran_certificate(), {}, false);
    CHECK_THAT(without[0].name.kk, Catch::StartsWith("Ұлы Отан соғысы"));
}

TEST_CASE("every document kind that a standard asks for has a name", "[package]") {
    const auto kinds = DocumentKinds::load(source_folder("assets/reference/documents.toml")).value();
    for (const auto& requirement : veteran_certificate().requirements) {
        for (const auto& kind : requirement.any_of) {
            CAPTURE(kind);
            CHECK(kinds.name(kind).kk != kind);
            CHECK(knows_document_kind(veteran_certificate(), kind));
        }
    }
    CHECK(kinds.name("diploma").ru == "diploma");
    CHECK_FALSE(knows_document_kind(veteran_certificate(), "diploma"));
}

TEST_CASE("of two versions the one in force on the day is used", "[standard]") {
    TemporaryFolder folder;
    const std::string today = read_real(kFile);
    folder.write(kFile, today);
    std::string next = replaced(today, "version = \"2025-03\"", "version = \"2027-01\"");
    next = replaced(next, "in_force_from = 2025-03-03", "in_force_from = 2027-01-11");
    next = replaced(next, "base = 1", "base = 2");
    folder.write(kService + "/2027-01.toml", next);
    const auto standards = Standards::load(folder.path()).value();
    const auto base_on = [&](Date date) { return standards.in_force(kService, date).value()->terms.base; };
    CHECK(base_on(2027y / 1 / 10) == 1);
    CHECK(base_on(2027y / 1 / 11) == 2);
    CHECK(base_on(2031y / 1 / 1) == 2);
    CHECK(standards.in_force(kService, 2025y / 3 / 2).error().code == Code::not_now);
    CHECK(standards.in_force("passport", 2027y / 1 / 11).error().code == Code::not_found);
    // An application keeps the version under which it was accepted.
    CHECK(standards.version(kService, "2025-03").value()->terms.base == 1);
    CHECK(standards.version(kService, "2026-01").error().code == Code::not_found);
    CHECK(standards.all().size() == 2);
}

TEST_CASE("a standard with a mistake names file, line and key", "[standard]") {
    struct Row {
        const char* from;
        const char* to;
        const char* key;
    };
    const auto row = GENERATE(values<Row>({
        {"base = 1", "base = \"1\"", "terms.base: must be a whole number"},
        {"base = 1", "base = 0", "terms.base: must be from 1 to 365"},
        {"base = 1", "base = 1\nfee = 0", "terms.fee: is unknown"},
        {"[name]", "colour = \"red\"\n[name]", "legal_reference.colour: is unknown"},
        {"in_force_from = 2025-03-03", "in_force_from = \"2025-03-03\"", "in_force_from: must be a date"},
        {"service = \"veteran-certificate\"", "service = \"veteran\"", "service: differs"},
        {"version = \"2025-03\"", "version = \"2025-04\"", "version: differs"},
        {"channels = [\"branch\", \"portal\"]", "channels = [\"post\"]", "channels: knows"},
        {"applies = \"always\"", "applies = \"often\"", "requirement[1].applies: must be"},
        {"applies = \"always\"", "", "requirement[1].applies: is missing"},
        {"text.kk = \"Тегін\"", "text.kk = \"\"", "section[6].text.kk: must not be empty"},
        {"text.en = \"Free of charge\"", "", "section[6].text.en: is missing"},
        {"number = 10", "number = 11", "section[10].number: must be from 1 to 10"},
        {"number = 2", "number = 3", "section[2].number: must count"},
        {"\"09:00-13:00\", \"closed\"]", "\"09:00-13:00\"]", "hours.duty_branch: must have 7"},
        {"\"09:00-13:00\", \"closed\"]", "\"09:00-13:00\", \"shut\"]", "hours.duty_branch: hours are"},
        {"kk = { translation = false }", "", "languages.kk: is missing"},
    }));
    CAPTURE(row.key);
    TemporaryFolder folder;
    const std::string real = read_real(kFile);
    folder.write(kFile, replaced(real, row.from, row.to));
    const auto loaded = Standards::load(folder.path());
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == Code::invalid_input);
    CHECK_THAT(loaded.error().detail,
               Catch::StartsWith(kFile + ":") && Catch::Contains(std::string(": ") + row.key));
}

TEST_CASE("an error names the line on which the key stands", "[standard]") {
    TemporaryFolder folder;
    const std::string real = read_real(kFile);
    folder.write(kFile, replaced(real, "base = 1", "base = \"1\""));
    const std::string before = real.substr(0, real.find("base = 1"));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    CHECK_THAT(Standards::load(folder.path()).error().detail,
               Catch::StartsWith(kFile + ":" + std::to_string(line) + ": terms.base: "));
}

TEST_CASE("what is no TOML, no UTF-8 or no standard at all is refused", "[standard]") {
    TemporaryFolder folder;
    CHECK(Standards::load(folder.path()).error().code == Code::not_found);
    CHECK(Standards::load(folder.path() / "absent").error().code == Code::not_found);
    folder.write(kFile, "service = \"veteran-certificate\"\nservice = \"again\"\n");
    CHECK_THAT(Standards::load(folder.path()).error().detail, Catch::StartsWith(kFile + ":2: no TOML: "));
    folder.write(kFile, "service = \"\xFF\"\n");
    CHECK_THAT(Standards::load(folder.path()).error().detail, Catch::StartsWith(kFile + ":1: no TOML: "));
}

TEST_CASE("two versions may not begin on the same day", "[standard]") {
    TemporaryFolder folder;
    const std::string real = read_real(kFile);
    folder.write(kFile, real);
    folder.write(kService + "/2025-04.toml",
                 replaced(real, "version = \"2025-03\"", "version = \"2025-04\""));
    CHECK_THAT(Standards::load(folder.path()).error().detail, Catch::Contains("2025-03 and 2025-04"));
}

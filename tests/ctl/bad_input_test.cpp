#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

/// One record for all rows: each must leave it as it was.
const Branch& branch() {
    static const Branch it;
    static const std::string number = it.accepts();
    return it;
}

struct Row {
    std::string field;
    std::string code;
    std::function<std::string()> text;  // of application.json
};

std::string with(const char* pointer, const Json& value) {
    auto application = complete_application();
    application[Json::json_pointer(pointer)] = value;
    return application.dump();
}

std::string replaced(const std::string& from, const std::string& to) {
    auto text = complete_application().dump();
    text.replace(text.find(from), from.size(), to);
    return text;
}

std::string with_file(const std::string& name, ByteView bytes) {
    branch().puts_into_inbox(name, bytes);
    return with("/documents/0/files/0", name);
}

std::string with_sparse_file(std::uintmax_t bytes) {
    (void)with_file("huge.jpg", as_bytes("\xFF\xD8\xFF"));
    std::filesystem::resize_file(branch().file("inbox/huge.jpg"), bytes);
    return with("/documents/0/files/0", "huge.jpg");
}

bool names(const Json& errors, const std::string& field, const std::string& code) {
    return std::any_of(errors.begin(), errors.end(), [&](const Json& error) {
        return error.at("field") == field && error.at("code") == code &&
               !error.at("message").get<std::string>().empty();
    });
}

void check_row(const Row& row) {
    CAPTURE(row.field, row.code);
    const auto before = branch().verified();
    const auto outcome = branch().apply(row.text());
    INFO(outcome.out.substr(0, 2000));
    CHECK(outcome.exit == 2);
    const auto answer = outcome.json();
    REQUIRE(answer.contains("errors"));
    CHECK(names(answer.at("errors"), row.field, row.code));
    CHECK(branch().verified() == before);
    for (const char* secret : {"Ардагеров", "25050930", "7010000000", "Ержанов"}) {
        CHECK(outcome.err.find(secret) == std::string::npos);
        CHECK(outcome.out.find(secret) == std::string::npos);
    }
}

}  // namespace

TEST_CASE("a file that is no well-formed application names what is wrong and writes nothing", "[ctl]") {
    check_row(GENERATE(
        Row{"application", "malformed", [] { return ""; }},
        Row{"service", "malformed", [] { return R"({"service": )"; }},
        Row{"application", "type", [] { return "[]"; }},
        Row{"applicant.surname", "utf8", [] { return replaced("Ардагеров", "Арда\xD0\x28"); }},
        Row{"applicant.iin", "duplicate", [] { return replaced("\"iin\":", R"("iin":"1","iin":)"); }},
        Row{"documents[0].kind", "duplicate", [] { return replaced("\"kind\":", R"("kind":"x","kind":)"); }},
        Row{"applicant.nickname", "unknown", [] { return with("/applicant/nickname", "x"); }},
        Row{"documents[0].pages", "unknown", [] { return with("/documents/0/pages", 2); }},
        Row{"colour", "unknown", [] { return with("/colour", "red"); }},
        Row{"applicant.iin", "type", [] { return with("/applicant/iin", 250509300018); }},
        Row{"consent", "type", [] { return with("/consent", "yes"); }},
        Row{"consent", "required", [] { return with("/consent", false); }},
        Row{"documents", "type", [] { return with("/documents", "none"); }},
        Row{"service", "unknown", [] { return with("/service", "free-lunch"); }},
        Row{"service", "portal_only", [] { return with("/service", "service-records"); }},
        Row{"language", "unknown", [] { return with("/language", "fr"); }},
        Row{"pickup_branch", "format", [] { return with("/pickup_branch", "nowhere!"); }}));
}

TEST_CASE("a person's wrong field names itself and its reason, and nothing is written", "[ctl]") {
    check_row(GENERATE(
        Row{"applicant.surname", "nul", [] { return with("/applicant/surname", std::string("Ар\0да", 9)); }},
        Row{"applicant.surname", "bidi", [] { return with("/applicant/surname", "Ар\u202Eда"); }},
        Row{"applicant.given_name", "too_long",
            [] { return with("/applicant/given_name", std::string(65536, 'A')); }},
        Row{"applicant.surname", "empty", [] { return with("/applicant/surname", " "); }},
        Row{"applicant.patronymic", "characters", [] { return with("/applicant/patronymic", "<b>"); }},
        Row{"applicant.iin", "length", [] { return with("/applicant/iin", "2505093"); }},
        Row{"applicant.iin", "not_digits", [] { return with("/applicant/iin", "25050930001x"); }},
        Row{"applicant.iin", "century", [] { return with("/applicant/iin", "250509900018"); }},
        Row{"applicant.iin", "date", [] { return with("/applicant/iin", "230229400019"); }},
        Row{"applicant.iin", "check_digit", [] { return with("/applicant/iin", "250509300010"); }},
        Row{"applicant.iin", "never_issued", [] { return with("/applicant/iin", "250509300909"); }},
        Row{"applicant.birth_date", "future", [] { return with("/applicant/birth_date", "2100-01-01"); }},
        Row{"applicant.birth_date", "format", [] { return with("/applicant/birth_date", "1925-02-30"); }},
        Row{"applicant.phone", "format", [] { return with("/applicant/phone", "12"); }},
        Row{"applicant.address.kato", "format", [] { return with("/applicant/address/kato", "35"); }},
        Row{"applicant.address.text", "empty", [] { return with("/applicant/address/text", ""); }},
        Row{"representative.iin", "missing", [] { return with("/representative", Json::object()); }}));
}

TEST_CASE("an attachment that cannot be taken names itself and its reason, and nothing is written", "[ctl]") {
    check_row(GENERATE(
        Row{"documents[0].files[0]", "empty", [] { return with_file("empty.jpg", {}); }},
        Row{"documents[0].files[0]", "too_large", [] { return with_sparse_file(500U << 20); }},
        Row{"documents[0].files[0]", "not_what_it_says", [] { return with_file("page.jpg", picture(3)); }},
        Row{"documents[0].files[0]", "not_what_it_says",
            [] { return with_file("page.pdf", as_bytes("MZ this is a program")); }},
        Row{"documents[0].files[0]", "truncated",
            [] {
                const auto whole = picture(4, 4000);
                return with_file("cut.png", ByteView(whole).first(2000));
            }},
        Row{"documents[0].files[0]", "unknown_type", [] { return with_file("page.txt", as_bytes("words")); }},
        Row{"documents[0].files[0]", "not_found", [] { return with("/documents/0/files/0", "nowhere.jpg"); }},
        // A name with a NUL would open another file than the one that is named.
        Row{"documents[0].files[0]", "not_found",
            [] { return with("/documents/0/files/0", std::string("page1.png\0.jpg", 14)); }},
        Row{"documents[0].files[0]", "type", [] { return with("/documents/0/files/0", 7); }},
        Row{"documents[0].files", "empty", [] { return with("/documents/0/files", Json::array()); }},
        Row{"documents[0].kind", "unknown", [] { return with("/documents/0/kind", "passport"); }}));
}

TEST_CASE("every fault of one application is told at once", "[ctl]") {
    auto application = complete_application();
    application["applicant"]["iin"] = "1";
    application["applicant"]["birth_date"] = "2100-01-01";
    application["applicant"]["phone"] = "";
    application["consent"] = false;
    application["documents"][0]["files"] = {"nowhere.jpg", 7};
    const auto outcome = branch().apply(application);
    CHECK(outcome.exit == 2);
    const auto errors = outcome.json().at("errors");
    CHECK(names(errors, "documents[0].files[0]", "not_found"));
    CHECK(names(errors, "documents[0].files[1]", "type"));
    CHECK(errors.size() == 6);
    CHECK(names(errors, "applicant.iin", "length"));
    CHECK(names(errors, "applicant.birth_date", "future"));
    CHECK(names(errors, "applicant.phone", "empty"));
    CHECK(names(errors, "consent", "required"));
}

TEST_CASE("files that together are too much are refused before they fill the memory", "[ctl]") {
    auto application = complete_application();
    (void)with_sparse_file(20U << 20);
    for (int i = 0; i < 30; ++i) application["documents"][0]["files"].push_back("huge.jpg");
    const auto before = branch().verified();
    const auto outcome = branch().apply(application);
    CHECK(outcome.exit == 2);
    CHECK(names(outcome.json().at("errors"), "documents", "too_large"));
    CHECK(branch().verified() == before);
}

TEST_CASE("an application file that is not there, or no text at all, is bad input", "[ctl]") {
    CHECK(branch().ctl({"apply", branch().file("nowhere.json")}).exit == 2);
    CHECK(branch().ctl({"apply", branch().file("inbox")}).exit == 2);
    CHECK(branch().apply(std::string(2U << 20, ' ')).exit == 2);
    CHECK(branch().apply(std::string(100, '[')).exit == 2);
}

#include "kiosk/cases/check_application.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

TEST_CASE("a complete package is kept with the standard's version and what was promised", "[cases]") {
    Branch branch;
    const auto accepted = branch.accepts();
    CHECK(iso_date(accepted.due) == "2026-11-24");
    CHECK(accepted.warnings.empty());
    const auto payload = branch.payload(accepted.seq);
    CHECK(payload.at("number") == accepted.number.text);
    CHECK(payload.at("standard_version") == "2025-03");
    CHECK(payload.at("due") == "2026-11-24");
    CHECK(payload.at("day_of_acceptance") == "2026-11-23");
    CHECK(payload.at("provider") == "351010000");
    CHECK(payload.at("applicant").at("surname") == "Ардагеров");
    CHECK(payload.at("employee").at("name") == branch.office->config.employee_name);
    CHECK(payload.at("acceptance") == "automatic");
    const auto& file = payload.at("documents").at(0).at("files").at(0);
    CHECK(file.at("sha256") == sha256(page()).hex());
    CHECK(file.at("media_type") == "image/png");
    const auto kept = good(branch.office->journal().reader().read_piece(sha256(page()), 0, 1U << 20));
    CHECK(kept == page());
}

TEST_CASE("an unfinished configuration accepts and refuses nothing and names what is missing", "[cases]") {
    struct Row {
        const char* key;
        std::function<void(OfficeConfig&)> forgets;
    };
    const auto row = GENERATE(
        Row{"branch.address_kk", [](auto& config) { config.branch_address.kk.clear(); }},
        Row{"branch.address_ru", [](auto& config) { config.branch_address.ru.clear(); }},
        Row{"branch.phone", [](auto& config) { config.branch_phone.clear(); }},
        Row{"duty_employee.name", [](auto& config) { config.employee_name.clear(); }},
        Row{"duty_employee.name",
            [](auto& config) { config.employee_name = default_config(config.device).employee_name; }},
        Row{"duty_employee.phone", [](auto& config) { config.employee_phone.clear(); }});
    CAPTURE(row.key);
    Branch branch(row.forgets);
    const auto accepted = accept_application(*branch.office, complete_draft());
    REQUIRE_FALSE(accepted.has_value());
    CHECK(accepted.error().code == Code::not_now);
    REQUIRE(accepted.error().fields.size() == 1);
    CHECK(accepted.error().fields[0].field == row.key);
    const auto refused = refuse_acceptance(*branch.office, incomplete_draft());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Code::not_now);
    CHECK(branch.head().seq == 0);
}

TEST_CASE("the due date follows the branch's hours and working days", "[cases]") {
    struct Row {
        const char* hours;
        const char* accepted;
        const char* counts_as;
        const char* due;
    };
    const auto row = GENERATE(Row{"branch", "2026-11-23T17:59:59", "2026-11-23", "2026-11-24"},
                              Row{"branch", "2026-11-23T18:00", "2026-11-24", "2026-11-25"},
                              Row{"duty_branch", "2026-11-23T19:30", "2026-11-23", "2026-11-24"},
                              Row{"duty_branch", "2026-11-23T20:00", "2026-11-24", "2026-11-25"},
                              // Friday evening and Saturday count as Monday.
                              Row{"branch", "2026-11-27T18:30", "2026-11-30", "2026-12-01"},
                              Row{"duty_branch", "2026-11-28T10:00", "2026-11-30", "2026-12-01"},
                              // 16 December is a holiday.
                              Row{"branch", "2026-12-15T10:00", "2026-12-15", "2026-12-17"});
    CAPTURE(row.hours, row.accepted);
    Branch branch([&](OfficeConfig& config) { config.hours = row.hours; });
    branch.clock.set(at(row.accepted));
    const auto accepted = branch.accepts();
    CHECK(iso_date(accepted.due) == row.due);
    CHECK(branch.payload(accepted.seq).at("day_of_acceptance") == row.counts_as);
}

TEST_CASE("an incomplete package is not accepted; refusing it keeps what is missing and no papers",
          "[cases]") {
    Branch branch;
    const auto draft = incomplete_draft();
    const auto not_accepted = accept_application(*branch.office, draft);
    REQUIRE_FALSE(not_accepted);
    CHECK(not_accepted.error().code == Code::missing_documents);
    REQUIRE(not_accepted.error().fields.size() == 1);
    CHECK(not_accepted.error().fields[0].code == "service_proof");
    CHECK(branch.head().seq == 0);

    const auto refused = good(refuse_acceptance(*branch.office, draft));
    CHECK(refused.missing.size() == 1);
    const auto payload = branch.payload(refused.seq);
    CHECK(payload.at("missing") == Json{"service_proof"});
    CHECK_FALSE(payload.contains("documents"));
    CHECK(branch.row(refused.number).state == ApplicationState::not_accepted);
}

TEST_CASE("a representative's refused package keeps no scan of what was there", "[cases]") {
    Branch branch;
    auto draft = complete_draft();
    draft.representative = DraftPerson{"240229400103", "Өкілова", "Сенім", "", "", "+77020000000", "", ""};
    const auto refused = good(refuse_acceptance(*branch.office, draft));
    REQUIRE(refused.missing.size() == 1);
    CHECK(refused.missing[0].id == "authority");
    CHECK(good(branch.office->journal().reader().unconfirmed(100, 100)).empty());
    draft.documents.push_back({"authority", "17", {{"authority.png", page(2)}}});
    const auto accepted = branch.accepts(draft);
    CHECK(branch.payload(accepted.seq).at("representative").at("surname") == "Өкілова");
}

TEST_CASE("a complete package is not refused", "[cases]") {
    Branch branch;
    const auto refused = refuse_acceptance(*branch.office, complete_draft());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::conflict);
    CHECK(branch.head().seq == 0);
}

TEST_CASE("a service that only the portal accepts is explained, not accepted", "[cases]") {
    Branch branch;
    auto draft = complete_draft();
    draft.service = GENERATE(as<std::string>(), "service-records", "military-registration");
    const auto accepted = accept_application(*branch.office, draft);
    REQUIRE_FALSE(accepted);
    CHECK(accepted.error().fields.at(0).code == "portal_only");
    CHECK(branch.head().seq == 0);
}

TEST_CASE("a birth date other than the number's is a warning, never a refusal", "[cases]") {
    Branch branch;
    auto draft = complete_draft();
    draft.applicant.birth_date = "1925-05-10";
    CHECK(branch.accepts(draft).warnings == std::vector<std::string>{"applicant.iin: birth_date"});
}

TEST_CASE("numbers of a day are counted and the next day starts over", "[cases]") {
    Branch branch;
    CHECK(branch.accepts().number.text.starts_with("KRG03-K1-261123-0001-"));
    CHECK(good(refuse_acceptance(*branch.office, incomplete_draft()))
              .number.text.starts_with("KRG03-K1-261123-0002-"));
    branch.opens();
    CHECK(branch.accepts().number.text.starts_with("KRG03-K1-261123-0003-"));
    branch.clock.advance(std::chrono::hours(24));
    CHECK(branch.accepts().number.text.starts_with("KRG03-K1-261124-0001-"));
}

TEST_CASE("every wrong field is told, and nothing is written", "[cases]") {
    struct Row {
        const char* field;
        const char* code;
        std::function<void(ApplicationDraft&)> spoil;
    };
    using Draft = ApplicationDraft;
    const auto row = GENERATE(
        Row{"service", "unknown", [](Draft& d) { d.service = "nothing"; }},
        Row{"language", "unknown", [](Draft& d) { d.language = "fr"; }},
        Row{"consent", "required", [](Draft& d) { d.consent = false; }},
        Row{"pickup_branch", "format", [](Draft& d) { d.pickup_branch = "krg 03"; }},
        Row{"applicant.iin", "check_digit", [](Draft& d) { d.applicant.iin = "250509300010"; }},
        Row{"applicant.iin", "never_issued", [](Draft& d) { d.applicant.iin = "250509300909"; }},
        Row{"applicant.surname", "bidi", [](Draft& d) { d.applicant.surname = "Ар\u202Eда"; }},
        Row{"applicant.surname", "nul", [](Draft& d) { d.applicant.surname = std::string("А\0б", 5); }},
        Row{"applicant.surname", "utf8", [](Draft& d) { d.applicant.surname = "\xD0\x28"; }},
        Row{"applicant.given_name", "too_long",
            [](Draft& d) { d.applicant.given_name = std::string(65536, 'A'); }},
        Row{"applicant.birth_date", "future", [](Draft& d) { d.applicant.birth_date = "2026-11-24"; }},
        Row{"applicant.birth_date", "too_early", [](Draft& d) { d.applicant.birth_date = "1800-01-01"; }},
        Row{"applicant.phone", "format", [](Draft& d) { d.applicant.phone = "12345"; }},
        Row{"applicant.address.kato", "format", [](Draft& d) { d.applicant.kato = "35101"; }},
        Row{"applicant.address.text", "empty", [](Draft& d) { d.applicant.address = " "; }},
        Row{"representative.iin", "length", [](Draft& d) { d.representative.emplace(); }},
        Row{"documents[0].kind", "unknown", [](Draft& d) { d.documents[0].kind = "passport"; }},
        Row{"documents[0].number", "too_long",
            [](Draft& d) { d.documents[0].number = std::string(51, '1'); }},
        Row{"documents[0].files", "empty", [](Draft& d) { d.documents[0].files.clear(); }},
        Row{"documents[0].files[0]", "empty", [](Draft& d) { d.documents[0].files[0].bytes.clear(); }},
        Row{"documents[0].files[0]", "not_what_it_says",
            [](Draft& d) { d.documents[0].files[0].name = "page.jpg"; }},
        Row{"documents[0].files[0]", "truncated",
            [](Draft& d) { d.documents[0].files[0].bytes.resize(100); }},
        Row{"documents[0].files[0]", "too_large",
            [](Draft& d) { d.documents[0].files[0].bytes.resize((20U << 20) + 1); }});
    CAPTURE(row.field, row.code);
    static Branch branch;
    auto draft = complete_draft();
    row.spoil(draft);
    const auto before = branch.head();
    for (const auto& error : {accept_application(*branch.office, draft).error(),
                              refuse_acceptance(*branch.office, draft).error()}) {
        INFO(words_of(error));
        CHECK(error.code == Code::invalid_field);
        CHECK(std::any_of(error.fields.begin(), error.fields.end(), [&](const FieldFault& fault) {
            return fault.field == row.field && fault.code == row.code && !fault.message.empty();
        }));
        CHECK(error.detail.find("Ардагеров") == std::string::npos);
    }
    CHECK(branch.head().seq == before.seq);
    CHECK(branch.head().hash == before.hash);
}

TEST_CASE("all faults of one application are collected in one pass", "[cases]") {
    Branch branch;
    ApplicationDraft draft;
    draft.service = "veteran-certificate";
    draft.documents.push_back({"passport", "", {}});
    const auto checked = check_application(*branch.office, draft, branch.clock.today());
    REQUIRE_FALSE(checked);
    std::set<std::string> fields;
    for (const auto& fault : checked.error().fields) fields.insert(fault.field);
    CHECK(fields == std::set<std::string>{"applicant.surname", "applicant.given_name", "applicant.phone",
                                          "applicant.iin", "applicant.birth_date", "applicant.address.kato",
                                          "applicant.address.text", "consent", "documents[0].files",
                                          "documents[0].kind", "pickup_branch"});
}

TEST_CASE("what was typed with spaces and an 8 is kept as the rules write it", "[cases]") {
    Branch branch;
    auto draft = complete_draft();
    draft.applicant.iin = "250509 300 018";
    draft.applicant.phone = "8 (701) 000-00-00";
    draft.applicant.surname = "  Ардагеров ";
    const auto person = branch.payload(branch.accepts(draft).seq).at("applicant");
    CHECK(person.at("iin") == "250509300018");
    CHECK(person.at("phone") == "+77010000000");
    CHECK(person.at("surname") == "Ардагеров");
}

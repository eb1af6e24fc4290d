#include "session.h"

namespace ardager::citizen {
namespace {

Session for_another() {
    Session session;
    session.for_another = true;
    return session;
}

TEST_CASE("a representative signs for the applicant and both are in the application", "[citizen]") {
    Session session = for_another();
    session.comes_to(Page::submitting);
    const auto* submit = session.effect<Submit>();
    REQUIRE(submit);
    const Json sent = answers_to_json(submit->answers);
    CHECK(sent.at("representative") ==
          parse_json(R"({"iin": "240229400103", "surname": "Үлгіева", "given_name": "Сынама",
                         "phone": "+77010000001", "authority": "power_of_attorney"})")
              .value());
    CHECK(sent.at("applicant").at("iin") == kIin);
    CHECK(sent.at("documents") ==
          parse_json(R"([{"kind": "military_id", "number": "НО 123456", "files": ["page-1"]},
                         {"kind": "authority", "number": "1-45", "files": ["page-a"]}])")
              .value());
    CHECK(answers_from_json(sent).value() == submit->answers);
}

TEST_CASE("every page of a representative leads back to the one before", "[citizen]") {
    struct Row {
        Page page;
        Page before;
    };
    const auto row = GENERATE(values<Row>({{Page::representative_identity, Page::applicant},
                                           {Page::representative_confirm, Page::representative_identity},
                                           {Page::representative_name, Page::representative_confirm},
                                           {Page::representative_phone, Page::representative_name},
                                           {Page::authority, Page::representative_phone},
                                           {Page::authority_number, Page::authority},
                                           {Page::authority_scan, Page::authority_number},
                                           {Page::identity, Page::authority_scan}}));
    CAPTURE(page_name(row.page));
    Session session = for_another();
    session.comes_to(row.page);
    const ApplicationAnswers answers = session.flow.state().answers;
    session.asks(Act::back);
    CHECK(page_name(session.page()) == std::string(page_name(row.before)));
    CHECK(session.flow.state().answers == answers);
}

TEST_CASE("what a representative answered is changed from the check page", "[citizen]") {
    struct Row {
        Field field;
        Page page;
        unsigned pages;
    };
    const auto row = GENERATE(values<Row>({{Field::representative_iin, Page::representative_identity, 2},
                                           {Field::representative_name, Page::representative_name, 1},
                                           {Field::representative_phone, Page::representative_phone, 1},
                                           {Field::authority, Page::authority, 3}}));
    Session session = for_another();
    session.comes_to(Page::check);
    const ApplicationAnswers answers = session.flow.state().answers;
    session.changes(row.field);
    CHECK(page_name(session.page()) == std::string(page_name(row.page)));
    for (unsigned i = 0; i < row.pages; ++i) session.asks(Act::next);
    CHECK(session.page() == Page::check);
    CHECK(session.flow.state().answers == answers);
}

TEST_CASE("a card in the reader is the representative's on their page, the applicant's on the next",
          "[citizen]") {
    Session session = for_another();
    session.comes_to(Page::representative_identity);
    session.tells(CardRead{kMrz});
    CHECK(session.page() == Page::representative_name);
    CHECK(session.flow.state().answers.representative->iin == kIin);
    CHECK(session.flow.state().representative_card.latin_name == "ARDAGEROV SYNAQ");
    CHECK(session.flow.state().answers.applicant == ApplicantAnswers{});
    CHECK(session.flow.state().card == CardFacts{});
}

TEST_CASE("nobody represents themselves", "[citizen]") {
    Session session = for_another();
    session.comes_to(Page::identity);
    session.types(Field::iin, kOtherIin);
    session.asks(Act::next);
    CHECK(session.complains(Field::iin, Key::error_iin_same));
}

TEST_CASE("whoever applies for themselves after all leaves nothing of a representative", "[citizen]") {
    Session session = for_another();
    session.comes_to(Page::identity);
    for (int i = 0; i < 20 && session.page() != Page::applicant; ++i) session.asks(Act::back);
    REQUIRE(session.page() == Page::applicant);
    session.asks(Act::choose, "self");
    CHECK_FALSE(session.flow.state().answers.representative);
    CHECK(session.flow.state().authority_pages.empty());
    session.asks(Act::next);
    CHECK(session.page() == Page::identity);
}

TEST_CASE("another paper of authority starts with no number and no pages", "[citizen]") {
    Session session = for_another();
    session.comes_to(Page::check);
    session.changes(Field::authority);
    session.asks(Act::choose, "guardianship");
    CHECK(session.flow.state().answers.representative->document == DocumentAnswer{kAuthority, "", {}});
    CHECK(session.flow.state().authority_pages.empty());
    CHECK(session.flow.state().pages.size() == 1);
    session.asks(Act::back);
    CHECK(session.flow.state().authority_pages.size() == 1);
}

TEST_CASE("without a paper of authority a representative is shown the way to an employee", "[citizen]") {
    const Page page = GENERATE(Page::authority, Page::authority_scan);
    Session session = for_another();
    session.comes_to(page);
    session.asks(Act::no_document);
    CHECK(session.page() == Page::representative);
    session.asks(Act::call_staff);
    CHECK(session.effect<CallStaff>());
    session.asks(Act::back);
    CHECK(session.page() == Page::authority);
}

TEST_CASE("nothing chosen stops a representative at the paper of authority", "[citizen]") {
    Session session = for_another();
    session.comes_to(Page::authority);
    session.asks(Act::next);
    CHECK(session.complains(Field::authority, Key::error_choose));
}

}  // namespace
}  // namespace ardager::citizen

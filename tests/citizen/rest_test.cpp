#include "session.h"

namespace ardager::citizen {
namespace {

using namespace std::chrono_literals;

TEST_CASE("after two minutes of rest the screen asks, one touch goes on", "[citizen]") {
    Session session;
    session.comes_to(Page::phone);
    session.waits(kIdleWarning - 1ms);
    CHECK(session.flow.state().overlay == Overlay::none);
    session.waits(1ms);
    CHECK(session.flow.state().overlay == Overlay::idle);
    CHECK(session.flow.seconds_left() == 30U);
    session.waits(10s);
    CHECK(session.flow.seconds_left() == 20U);
    session.tells(Touched{});
    CHECK(session.flow.state().overlay == Overlay::none);
    session.waits(kIdleWarning - 1ms);
    CHECK(session.page() == Page::phone);
    CHECK(session.flow.state().overlay == Overlay::none);
}

TEST_CASE("nobody's session is wiped and leaves nothing, on every page", "[citizen]") {
    const auto page =
        GENERATE(Page::menu, Page::consent, Page::applicant, Page::identity, Page::identity_confirm,
                 Page::name, Page::phone, Page::place, Page::address, Page::pickup, Page::document_kind,
                 Page::document_number, Page::scan, Page::check);
    CAPTURE(page_name(page));
    Session session;
    session.comes_to(page);
    session.asks(Act::text_size);
    session.asks(Act::contrast);
    session.waits(kIdleWarning);
    session.waits(kIdleCountdown);
    CHECK(session.flow.state() == CitizenState{});
    CHECK(session.effect<WipeDraft>());
    CHECK_FALSE(session.draft);
}

TEST_CASE("the first moment that is known starts the count, however long the machine runs", "[citizen]") {
    CitizenFlow flow(karaganda());
    (void)flow.handle(Intent{.act = Act::begin, .value = "kk"});
    (void)flow.handle(Tick{5h, Date{}});
    CHECK(flow.state().page == Page::menu);
    CHECK(flow.state().overlay == Overlay::none);
}

TEST_CASE("nobody's errand is wiped and leaves nothing, on every page beside the application", "[citizen]") {
    struct Row {
        Act errand;
        Page page;
    };
    const auto row = GENERATE(values<Row>({{Act::open_ticket, Page::ticket_purpose},
                                           {Act::open_home_visit, Page::home_visit},
                                           {Act::open_home_visit, Page::visit_who},
                                           {Act::open_home_visit, Page::visit_requester},
                                           {Act::open_home_visit, Page::visit_name},
                                           {Act::open_home_visit, Page::visit_phone},
                                           {Act::open_home_visit, Page::visit_place},
                                           {Act::open_home_visit, Page::visit_address},
                                           {Act::open_home_visit, Page::visit_reason},
                                           {Act::open_home_visit, Page::visit_days},
                                           {Act::open_home_visit, Page::visit_time},
                                           {Act::open_home_visit, Page::visit_check},
                                           {Act::open_application, Page::representative_identity},
                                           {Act::open_application, Page::representative_confirm},
                                           {Act::open_application, Page::representative_name},
                                           {Act::open_application, Page::representative_phone},
                                           {Act::open_application, Page::authority},
                                           {Act::open_application, Page::authority_number},
                                           {Act::open_application, Page::authority_scan},
                                           {Act::open_application, Page::check}}));
    CAPTURE(page_name(row.page));
    Session session;
    session.errand = row.errand;
    session.for_another = true;
    session.comes_to(row.page);
    session.waits(kIdleWarning);
    session.waits(kIdleCountdown);
    CHECK(session.flow.state() == CitizenState{});
    CHECK(session.effect<WipeDraft>());
    CHECK_FALSE(session.draft);
}

TEST_CASE("the ticket's and the visit's page end by themselves", "[citizen]") {
    const bool ticket = GENERATE(true, false);
    Session session;
    session.errand = ticket ? Act::open_ticket : Act::open_home_visit;
    session.comes_to(ticket ? Page::ticket_taking : Page::visit_sending);
    session.waits(1h);  // on its way: nobody is shown out
    if (ticket)
        session.tells(TicketTaken{"A-014", 3, 8});
    else
        session.tells(VisitRequested{"KRG03-K1-261123-0015-5"});
    CHECK(session.flow.state().visit == VisitAnswers{});
    session.waits(kOutcomeStay);
    CHECK(session.flow.state() == CitizenState{});
}

TEST_CASE("a submission under way is never wiped", "[citizen]") {
    Session session;
    session.comes_to(Page::submitting);
    session.waits(1h);
    CHECK(session.page() == Page::submitting);
}

TEST_CASE("the receipt's page ends by itself", "[citizen]") {
    Session session;
    session.comes_to(Page::submitting);
    session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(), nullptr});
    CHECK(session.flow.seconds_left() == 60U);
    session.waits(kOutcomeStay - 1ms);
    CHECK(session.page() == Page::accepted);
    session.waits(1ms);
    CHECK(session.flow.state() == CitizenState{});
}

TEST_CASE("a session that a power cut ended is taken up with a question, by the same session only",
          "[citizen]") {
    struct Row {
        Act errand;
        bool for_another;
        Page page;
        Page end;
    };
    const auto row = GENERATE(values<Row>({
        {Act::open_application, false, Page::identity, Page::submitting},
        {Act::open_application, false, Page::name, Page::submitting},
        {Act::open_application, false, Page::address, Page::submitting},
        {Act::open_application, false, Page::scan, Page::submitting},
        {Act::open_application, false, Page::check, Page::submitting},
        {Act::open_application, true, Page::representative_name, Page::submitting},
        {Act::open_application, true, Page::authority_scan, Page::submitting},
        {Act::open_application, true, Page::check, Page::submitting},
        {Act::open_home_visit, false, Page::visit_name, Page::visit_sending},
        {Act::open_home_visit, true, Page::visit_requester, Page::visit_sending},
        {Act::open_home_visit, true, Page::visit_check, Page::visit_sending},
    }));
    const Page page = row.page;
    CAPTURE(page_name(page));
    Session before;
    before.errand = row.errand;
    before.for_another = row.for_another;
    before.comes_to(page);
    REQUIRE(before.draft);

    Session after;
    CHECK_FALSE(after.flow.restore(*before.draft, "session-2"));
    CHECK(after.flow.state() == CitizenState{});
    REQUIRE(after.flow.restore(*before.draft, "session-1"));
    CHECK(after.flow.state().overlay == Overlay::resume);
    after.asks(Act::next);  // a touch beside the answer opens nothing
    CHECK(after.flow.state().overlay == Overlay::resume);
    after.asks(Act::stay);
    CHECK(after.page() == page);
    CHECK(after.flow.state().answers == before.flow.state().answers);
    CHECK(after.flow.state().visit == before.flow.state().visit);
    after.comes_to(row.end);
}

TEST_CASE("a restored session that nobody claims is wiped after the countdown", "[citizen]") {
    Session before;
    before.comes_to(Page::name);
    Session after;
    REQUIRE(after.flow.restore(*before.draft, "session-1"));
    after.waits(kIdleCountdown);
    CHECK(after.flow.state() == CitizenState{});
    CHECK(after.effect<WipeDraft>());
}

TEST_CASE("a draft that is no draft is refused and changes nothing", "[citizen]") {
    const auto* text =
        GENERATE("[]", "{}", R"({"session": "session-1"})", R"({"session": "session-1", "page": "accepted"})",
                 R"({"session": "session-1", "page": "name", "answers": {}})",
                 R"({"session": "session-1", "page": 7, "answers": {}})");
    CAPTURE(text);
    Session session;
    CHECK_FALSE(session.flow.restore(parse_json(text).value(), "session-1"));
    CHECK(session.flow.state() == CitizenState{});
}

}  // namespace
}  // namespace ardager::citizen

#include "session.h"

namespace ardager::citizen {
namespace {

Session at_the_ticket_question() {
    Session session;
    session.errand = Act::open_ticket;
    session.comes_to(Page::ticket_purpose);
    return session;
}

TEST_CASE("one tap takes one ticket, however often the finger trembles", "[citizen]") {
    const std::string purpose = GENERATE("veteran-certificate", "question");
    Session session = at_the_ticket_question();
    session.asks(Act::choose, purpose);
    REQUIRE(session.effect<TakeTicket>());
    CHECK(session.effect<TakeTicket>()->purpose == purpose);
    CHECK(session.effect<TakeTicket>()->language == "kk");
    for (const Act again : {Act::choose, Act::next, Act::back, Act::submit}) {
        session.asks(again, purpose);
        CHECK_FALSE(session.effect<TakeTicket>());
    }
    session.tells(TicketTaken{"A-014", 3, 8});
    CHECK(session.page() == Page::ticket);
    CHECK(session.flow.state().outcome.number == "A-014");
    CHECK(session.flow.state().outcome.people_before == 3U);
    CHECK(session.flow.state().outcome.minutes == 8U);
    CHECK(session.effect<PrintSlip>());
    session.tells(TicketTaken{"A-015", 4, 9});
    CHECK(session.flow.state().outcome.number == "A-014");
}

TEST_CASE("a slip is printed once more, and its number stays when the printer fails", "[citizen]") {
    const bool visit = GENERATE(true, false);
    const bool printed = GENERATE(true, false);
    Session session;
    session.errand = visit ? Act::open_home_visit : Act::open_ticket;
    session.comes_to(visit ? Page::visit_sending : Page::ticket_taking);
    if (visit)
        session.tells(VisitRequested{"KRG03-K1-261123-0015-5"});
    else
        session.tells(TicketTaken{"A-014", 0, std::nullopt});
    session.asks(Act::reprint);
    CHECK_FALSE(session.effect<PrintSlip>());  // the first is still in the printer
    session.tells(PrintEnded{printed});
    session.asks(Act::reprint);
    CHECK(session.effect<PrintSlip>());
    session.tells(PrintEnded{false});
    CHECK(session.flow.state().outcome.print == PrintState::failed);
    CHECK_FALSE(session.flow.state().outcome.number.empty());
    session.asks(Act::reprint);
    CHECK_FALSE(session.effect<PrintSlip>());
}

TEST_CASE("a ticket that was not given says so, and one that may have been is never taken again",
          "[citizen]") {
    struct Row {
        SubmitTrouble trouble;
        bool again;
    };
    const auto row = GENERATE(values<Row>({{SubmitTrouble::not_now, true},
                                           {SubmitTrouble::disk_reserved, true},
                                           {SubmitTrouble::disk, true},
                                           {SubmitTrouble::outcome_unknown, false},
                                           {SubmitTrouble::record_damaged, false}}));
    Session session = at_the_ticket_question();
    session.asks(Act::choose, "question");
    session.tells(SubmitFailed{row.trouble, {}});
    CHECK(session.page() == Page::ticket_purpose);
    CHECK(session.complains(Field::none, Key::error_ticket));
    session.asks(Act::choose, "question");
    CHECK((session.effect<TakeTicket>() != nullptr) == row.again);
}

TEST_CASE("a kiosk without room gives no ticket and takes no visit", "[citizen]") {
    Session session = at_the_ticket_question();
    session.tells(BoardChanged{{.disk_low = true}});
    session.asks(Act::choose, "question");
    CHECK_FALSE(session.effect<TakeTicket>());
    session.asks(Act::back);
    session.asks(Act::open_home_visit);
    session.asks(Act::agree);
    CHECK(session.page() == Page::home_visit);
}

TEST_CASE("a home visit is asked for with what the case needs, and nothing else", "[citizen]") {
    const bool for_another = GENERATE(true, false);
    Session session;
    session.errand = Act::open_home_visit;
    session.for_another = for_another;
    session.comes_to(Page::visit_sending);
    const auto* request = session.effect<RequestVisit>();
    REQUIRE(request);
    Json expected = parse_json(R"({
        "person": {"surname": "Ардагеров", "given_name": "Сынақ", "patronymic": "Тестұлы"},
        "requester": null, "phone": "+77010000000",
        "address": {"kato": "351010000", "text": "Ержанов к-сі, 12, 5-пәтер"}, "reason": "bedridden",
        "preferred": {"days": ["tuesday"], "part_of_day": "morning"}, "consent": true})")
                        .value();
    if (for_another)
        expected["requester"] = {{"surname", "Үлгіева"}, {"given_name", "Сынама"}, {"patronymic", ""}};
    CHECK(visit_to_json(request->visit) == expected);
    CHECK(visit_from_json(expected).value() == request->visit);
    session.asks(Act::submit);
    CHECK_FALSE(session.effect<RequestVisit>());
    session.tells(VisitRequested{"KRG03-K1-261123-0015-5"});
    CHECK(session.page() == Page::visit_taken);
    CHECK(session.flow.state().visit == VisitAnswers{});
    CHECK_FALSE(session.draft);
}

TEST_CASE("every page of a home visit leads back to the one before and keeps the answers", "[citizen]") {
    struct Row {
        Page page;
        Page before;
    };
    const auto row = GENERATE(values<Row>({{Page::visit_who, Page::home_visit},
                                           {Page::visit_requester, Page::visit_who},
                                           {Page::visit_name, Page::visit_requester},
                                           {Page::visit_phone, Page::visit_name},
                                           {Page::visit_place, Page::visit_phone},
                                           {Page::visit_address, Page::visit_place},
                                           {Page::visit_reason, Page::visit_address},
                                           {Page::visit_days, Page::visit_reason},
                                           {Page::visit_time, Page::visit_days},
                                           {Page::visit_check, Page::visit_time}}));
    CAPTURE(page_name(row.page));
    Session session;
    session.errand = Act::open_home_visit;
    session.for_another = true;
    session.comes_to(row.page);
    const VisitAnswers answers = session.flow.state().visit;
    session.asks(Act::back);
    CHECK(page_name(session.page()) == std::string(page_name(row.before)));
    CHECK(session.flow.state().visit == answers);
}

TEST_CASE("an answer of a home visit is changed from its check page and returns there", "[citizen]") {
    struct Row {
        Field field;
        Page page;
    };
    const auto row = GENERATE(values<Row>({{Field::surname, Page::visit_name},
                                           {Field::phone, Page::visit_phone},
                                           {Field::address, Page::visit_place},
                                           {Field::visit_reason, Page::visit_reason},
                                           {Field::visit_days, Page::visit_days},
                                           {Field::visit_time, Page::visit_time}}));
    Session session;
    session.errand = Act::open_home_visit;
    session.comes_to(Page::visit_check);
    const VisitAnswers answers = session.flow.state().visit;
    session.changes(row.field);
    CHECK(page_name(session.page()) == std::string(page_name(row.page)));
    session.asks(Act::back);
    CHECK(session.page() == Page::visit_check);
    session.changes(row.field);
    session.asks(Act::next);
    if (row.field == Field::address) session.asks(Act::next);
    CHECK(session.page() == Page::visit_check);
    CHECK(session.flow.state().visit == answers);
}

TEST_CASE("wrong or missing answers of a home visit are named at their field", "[citizen]") {
    struct Row {
        Page page;
        Field field;
        const char* typed;
        Key message;
    };
    const auto row =
        GENERATE(values<Row>({{Page::visit_name, Field::given_name, "1", Key::error_name_letters},
                              {Page::visit_phone, Field::phone, "70", Key::error_phone},
                              {Page::visit_place, Field::place, "", Key::error_choose},
                              {Page::visit_address, Field::address, "", Key::error_address},
                              {Page::visit_reason, Field::visit_reason, "", Key::error_choose}}));
    Session session;
    session.errand = Act::open_home_visit;
    session.comes_to(row.page);
    session.types(row.field, row.typed);
    session.asks(Act::next);
    CHECK(session.page() == row.page);
    CHECK(session.complains(row.field, row.message));
}

TEST_CASE("days of a visit are taken on and off, any day takes all off", "[citizen]") {
    Session session;
    session.errand = Act::open_home_visit;
    session.comes_to(Page::visit_days);
    for (const char* day : {"friday", "monday", "friday"}) session.asks(Act::choose, day);
    CHECK(session.flow.state().visit.days == std::vector<std::string>{"monday"});
    session.asks(Act::choose, "any");
    CHECK(session.flow.state().visit.days.empty());
}

}  // namespace
}  // namespace ardager::citizen

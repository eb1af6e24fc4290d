#include "session.h"

namespace ardager::citizen {
namespace {

TEST_CASE("a person answers one question a page and gets a receipt", "[citizen]") {
    Session session;
    session.comes_to(Page::submitting);
    const auto* submit = session.effect<Submit>();
    REQUIRE(submit);
    const Json sent = answers_to_json(submit->answers);
    CHECK(sent == parse_json(R"({"service": "veteran-certificate", "language": "kk",
        "applicant": {"iin": "250509300018", "surname": "Ардагеров", "given_name": "Сынақ",
                      "patronymic": "Тестұлы", "birth_date": "1925-05-09", "phone": "+77010000000",
                      "address": {"kato": "351010000", "text": "Ержанов к-сі, 12, 5-пәтер"}},
        "representative": null,
        "documents": [{"kind": "military_id", "number": "НО 123456", "files": ["page-1"]}],
        "consent": true, "pickup_branch": "KRG03"})")
                      .value());
    CHECK_FALSE(submit->signature.empty());

    session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(), nullptr});
    CHECK(session.page() == Page::accepted);
    REQUIRE(session.effect<PrintReceipt>());
    CHECK(session.effect<PrintReceipt>()->copies == 1);
    CHECK_FALSE(session.effect<PrintReceipt>()->again);
    CHECK_FALSE(session.draft);
    CHECK(session.flow.state().answers.applicant == ApplicantAnswers{});
}

TEST_CASE("every page leads back to the one before and keeps the answers", "[citizen]") {
    struct Row {
        Page page;
        Page before;
    };
    const auto row = GENERATE(values<Row>({{Page::consent, Page::menu},
                                           {Page::applicant, Page::consent},
                                           {Page::identity, Page::applicant},
                                           {Page::identity_confirm, Page::identity},
                                           {Page::name, Page::identity_confirm},
                                           {Page::phone, Page::name},
                                           {Page::place, Page::phone},
                                           {Page::address, Page::place},
                                           {Page::pickup, Page::address},
                                           {Page::document_kind, Page::pickup},
                                           {Page::document_number, Page::document_kind},
                                           {Page::scan, Page::document_number},
                                           {Page::check, Page::scan}}));
    CAPTURE(page_name(row.page));
    Session session;
    session.comes_to(row.page);
    const ApplicationAnswers answers = session.flow.state().answers;
    session.asks(Act::back);
    CHECK(page_name(session.page()) == std::string(page_name(row.before)));
    CHECK(session.flow.state().answers == answers);
}

TEST_CASE("pages beside the application lead back too", "[citizen]") {
    struct Row {
        Act open;
        Page page;
    };
    const auto row = GENERATE(values<Row>({{Act::open_status, Page::status_choose},
                                           {Act::open_home_visit, Page::home_visit},
                                           {Act::open_other_services, Page::other_services}}));
    Session session;
    session.begins();
    session.asks(row.open);
    CHECK(session.page() == row.page);
    session.asks(Act::back);
    CHECK(session.page() == Page::menu);
}

TEST_CASE("a wrong identity number is named at its field and stops the page", "[citizen]") {
    struct Row {
        const char* typed;
        Key message;
    };
    const auto row = GENERATE(values<Row>({{"", Key::error_iin_length},
                                           {"25050930001", Key::error_iin_length},
                                           {"230229400019", Key::error_iin_date},
                                           {"250509300010", Key::error_iin_check},
                                           {"250509300909", Key::error_iin_check}}));
    CAPTURE(row.typed);
    Session session;
    session.comes_to(Page::identity);
    session.types(Field::iin, row.typed);
    session.asks(Act::next);
    CHECK(session.page() == Page::identity);
    CHECK(session.complains(Field::iin, row.message));
    session.types(Field::iin, kIin);
    CHECK(session.flow.state().errors.empty());
    session.asks(Act::next);
    CHECK(session.page() == Page::identity_confirm);
}

TEST_CASE("fields that are wrong or empty are named before the page is left", "[citizen]") {
    struct Row {
        Page page;
        Field field;
        const char* typed;
        Key message;
    };
    const auto row =
        GENERATE(values<Row>({{Page::name, Field::surname, "Ардагеров1", Key::error_name_letters},
                              {Page::name, Field::given_name, "Сынақ", Key::error_surname_empty},
                              {Page::name, Field::surname, "Ардагеров", Key::error_given_name_empty},
                              {Page::phone, Field::phone, "70100", Key::error_phone},
                              {Page::address, Field::address, " ", Key::error_address},
                              {Page::document_number, Field::document_number,
                               "A\xE2\x80\xAE"
                               "1",
                               Key::error_document_number}}));
    CAPTURE(row.typed);
    Session session;
    session.comes_to(row.page);
    session.types(row.field, row.typed);
    session.asks(Act::next);
    CHECK(session.page() == row.page);
    bool named = false;
    for (const FieldError& error : session.flow.state().errors) named |= error.message == row.message;
    CHECK(named);
}

TEST_CASE("nothing chosen stops the pages with choices", "[citizen]") {
    const auto row = GENERATE(values<std::pair<Page, Field>>(
        {{Page::place, Field::place}, {Page::document_kind, Field::document_kind}}));
    Session session;
    session.comes_to(row.first);
    session.asks(Act::next);
    CHECK(session.complains(row.second, Key::error_choose));
}

TEST_CASE("a card fills in the number, the name stays to be written in Cyrillic", "[citizen]") {
    Session session;
    session.comes_to(Page::identity);
    session.tells(CardRead{kMrz});
    CHECK(session.page() == Page::name);
    const CitizenState& state = session.flow.state();
    CHECK(state.answers.applicant.iin == kIin);
    CHECK(state.answers.applicant.birth_date == parse_date("1925-05-09").value());
    CHECK(state.answers.applicant.surname.empty());
    CHECK(state.card.latin_name == "ARDAGEROV SYNAQ");
    session.asks(Act::next);
    CHECK(session.complains(Field::surname, Key::error_surname_empty));
    session.asks(Act::back);
    CHECK(session.page() == Page::identity);
}

TEST_CASE("a card that cannot be read leaves the typed way open", "[citizen]") {
    Session session;
    session.comes_to(Page::identity);
    session.tells(CardRead{"IDKAZ0523456719250509300018<<<"});
    CHECK(session.complains(Field::iin, Key::error_card));
    session.tells(CardFailed{});
    CHECK(session.complains(Field::iin, Key::error_card));
    session.comes_to(Page::name);
}

TEST_CASE("a telephone number begun with 8 becomes +7", "[citizen]") {
    Session session;
    session.comes_to(Page::phone);
    session.types(Field::phone, "8");
    CHECK(session.flow.state().answers.applicant.phone.empty());
    session.types(Field::phone, "7212000000");
    session.asks(Act::next);
    CHECK(session.flow.state().answers.applicant.phone == "+77212000000");
}

TEST_CASE("a birth date that disagrees with the number warns and goes on", "[citizen]") {
    Session session;
    session.comes_to(Page::check);
    session.changes(Field::birth_date);
    CHECK(session.page() == Page::birth_date);
    session.types(Field::birth_date, "31021925");
    session.asks(Act::next);
    CHECK(session.complains(Field::birth_date, Key::error_birth_date));
    session.types(Field::birth_date, "09052030");
    session.asks(Act::next);
    CHECK(session.complains(Field::birth_date, Key::error_birth_future));
    session.types(Field::birth_date, "10051925");
    session.asks(Act::next);
    CHECK(session.page() == Page::check);
    CHECK(session.flow.state().birth_differs);
    session.comes_to(Page::submitting);
}

TEST_CASE("an answer changed from the check page returns there, and Back takes the change away",
          "[citizen]") {
    Session session;
    session.comes_to(Page::check);
    session.changes(Field::phone);
    session.types(Field::phone, "7019999999");
    session.asks(Act::back);
    CHECK(session.page() == Page::check);
    CHECK(session.flow.state().answers.applicant.phone == "+77010000000");
    session.changes(Field::phone);
    session.types(Field::phone, "7019999999");
    session.asks(Act::next);
    CHECK(session.page() == Page::check);
    CHECK(session.flow.state().answers.applicant.phone == "+77019999999");
}

TEST_CASE("a changed address asks for the place again and then returns", "[citizen]") {
    Session session;
    session.comes_to(Page::check);
    session.changes(Field::address);
    CHECK(session.page() == Page::place);
    session.asks(Act::choose, "352300000");
    session.asks(Act::next);
    CHECK(session.page() == Page::address);
    session.asks(Act::next);
    CHECK(session.page() == Page::check);
    CHECK(session.flow.state().answers.applicant.address.kato == "352300000");
}

TEST_CASE("an application without a signature is not sent", "[citizen]") {
    Session session;
    session.comes_to(Page::check);
    session.asks(Act::submit);
    CHECK(session.page() == Page::check);
    CHECK(session.complains(Field::signature, Key::error_signature));
    CHECK_FALSE(session.effect<Submit>());
}

TEST_CASE("a language chosen in the middle keeps every answer", "[citizen]") {
    Session session;
    session.comes_to(Page::scan);
    ApplicationAnswers answers = session.flow.state().answers;
    session.asks(Act::set_language, "ru");
    CHECK(session.page() == Page::scan);
    answers.language = "ru";
    CHECK(session.flow.state().answers == answers);
}

TEST_CASE("a kiosk that accepts nothing opens no application", "[citizen]") {
    Session session;
    session.begins();
    session.tells(BoardChanged{{.disk_low = true}});
    session.asks(Act::open_application);
    CHECK(session.page() == Page::menu);
}

TEST_CASE("a long list of places is shown in parts and begins again", "[citizen]") {
    CitizenSetup setup;
    for (std::size_t i = 0; i < kPlacesOnPage + 1; ++i)
        setup.places.push_back({std::to_string(110000000 + 10000000 * i), "Қала", "Город"});
    Session session(setup);
    session.comes_to(Page::place);
    session.asks(Act::choose, "more");
    CHECK(session.flow.state().place_page == 1);
    CHECK(session.flow.state().answers.applicant.address.kato.empty());
    session.asks(Act::choose, "more");
    CHECK(session.flow.state().place_page == 0);
}

TEST_CASE("places are shown level by level", "[citizen]") {
    const auto places = karaganda().places;
    CHECK(places_below(places, "").size() == 2);
    CHECK(places_below(places, "350000000").size() == 2);
    CHECK(places_below(places, "351000000").front().kato == "351010000");
    CHECK(place_above(places, "351010000") == "351000000");
    CHECK(place_above(places, "350000000").empty());
}

}  // namespace
}  // namespace ardager::citizen

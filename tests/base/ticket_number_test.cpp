#include <catch2/catch.hpp>

#include "kiosk/base/ticket_number.h"

using namespace ardager;

TEST_CASE("a ticket's number is a letter and at least three digits", "[base][ids]") {
    CHECK(TicketNumber::make('A', 1).text == "A-001");
    CHECK(TicketNumber::make('B', 14).text == "B-014");
    CHECK(TicketNumber::make('Y', 1000).text == "Y-1000");
}

TEST_CASE("a ticket's number is read as people write it", "[base][ids]") {
    struct Row {
        const char* typed;
        const char* meant;  // empty: refused
    };
    const auto row = GENERATE(Row{"A-014", "A-014"}, Row{"a014", "A-014"}, Row{" a 14 ", "A-014"},
                              Row{"K-1000", "K-1000"}, Row{"", ""}, Row{"A", ""}, Row{"A-000", ""},
                              Row{"O-014", ""}, Row{"014", ""}, Row{"A-01X", ""}, Row{"A-123456", ""});
    CAPTURE(row.typed);
    const auto number = TicketNumber::parse(row.typed);
    CHECK((number ? number->text : "") == row.meant);
    if (!number) CHECK(number.error().fields.at(0).field == "ticket");
}

TEST_CASE("a device's letter follows its number and is never like a digit", "[base][ids]") {
    CHECK(ticket_letter_of("K1") == 'A');
    CHECK(ticket_letter_of("K2") == 'B');
    CHECK(ticket_letter_of("C3") == 'C');
    CHECK(ticket_letter_of("K4") == 'E');
    CHECK(ticket_letter_of("K17") == 'A');
    CHECK(ticket_letter_of("KX") == 'A');
    for (const char letter : std::string_view("DGILOQSZ0123456789"))
        CHECK(kTicketLetters.find(letter) == std::string_view::npos);
}

#include <catch2/catch.hpp>

#include "kiosk/rules/mrz.h"

using namespace ardager;
using namespace std::chrono_literals;

namespace {

const std::string kLine1 = "IDKAZ0523456719250509300018<<<";
const std::string kLine2 = "2505093M3301144KAZ<<<<<<<<<<<3";
const std::string kLine3 = "ARDAGEROV<<SYNAQ<<<<<<<<<<<<<<";

std::string card(const std::string& line1 = kLine1, const std::string& line2 = kLine2,
                 const std::string& line3 = kLine3) {
    return line1 + "\n" + line2 + "\n" + line3;
}

/// `field/code` of every fault, in order.
std::vector<std::string> faults(const std::string& text) {
    const auto parsed = parse_td1(text);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == Code::invalid_field);
    std::vector<std::string> found;
    for (const auto& fault : parsed.error().fields) found.push_back(fault.field + "/" + fault.code);
    return found;
}

std::string with(std::string line, std::size_t position, char c) {
    line[position - 1] = c;
    return line;
}

}  // namespace

TEST_CASE("a Kazakh identity card is read", "[mrz]") {
    const auto mrz = parse_td1(card()).value();
    CHECK(mrz.document_number == "052345671");
    CHECK(mrz.iin.text == "250509300018");
    CHECK(mrz.birth_date == 1925y / 5 / 9);
    CHECK(mrz.sex == Iin::male);
    CHECK(mrz.expiry == 2033y / 1 / 14);
    CHECK(mrz.surname == "ARDAGEROV");
    CHECK(mrz.given_names == "SYNAQ");
}

TEST_CASE("line ends and stray spaces of a reader do not matter", "[mrz]") {
    const auto text =
        GENERATE(as<std::string>(), kLine1 + "\r\n" + kLine2 + "\r\n" + kLine3 + "\r\n",
                 "  " + kLine1 + " \n\n " + kLine2 + "\n" + kLine3 + "  \n", kLine1 + kLine2 + kLine3);
    CHECK(parse_td1(text).value().iin.text == "250509300018");
}

TEST_CASE("a misread character is found by the check digit of its field and of the whole", "[mrz]") {
    using Faults = std::vector<std::string>;
    const std::string composite = "mrz.line2.composite/check_digit";
    CHECK(faults(card(with(kLine1, 8, '8'))) == Faults{"mrz.line1.document_number/check_digit", composite});
    CHECK(faults(card(with(kLine1, 25, '1'))) == Faults{"mrz.line1.iin/check_digit", composite});
    CHECK(faults(card(kLine1, with(kLine2, 6, '8'))) ==
          Faults{"mrz.line2.birth_date/check_digit", composite});
    CHECK(faults(card(kLine1, with(kLine2, 14, '5'))) == Faults{"mrz.line2.expiry/check_digit", composite});
    CHECK(faults(card(kLine1, with(kLine2, 30, '4'))) == Faults{composite});
}

TEST_CASE("what is no card says where", "[mrz]") {
    struct Row {
        std::string text;
        std::string first;
    };
    const auto row = GENERATE(values<Row>({
        {"", "mrz/format"},
        {kLine1, "mrz/format"},
        {card() + "\n" + kLine3, "mrz/format"},
        {std::string(5000, '<'), "mrz/format"},
        {card(kLine1 + "<"), "mrz.line1/format"},
        {card(kLine1, kLine2, "Ardagerov<<Synaq<<<<<<<<<<<<<<"), "mrz.line3/format"},
        {card(with(kLine1, 1, 'P')), "mrz.line1.document_type/format"},
        {card(with(kLine1, 3, 'R')), "mrz.line1.country/format"},
        {card(with(kLine1, 22, '<')), "mrz.line1.iin/format"},
        {card(kLine1, with(kLine2, 1, 'B')), "mrz.line2.birth_date/format"},
        {card(kLine1, with(kLine2, 8, 'X')), "mrz.line2.sex/format"},
        {card(kLine1, with(kLine2, 11, '9')), "mrz.line2.expiry/format"},
        {card(kLine1, kLine2, std::string(30, '<')), "mrz.line3.names/format"},
        {card(kLine1, kLine2, with(kLine3, 2, '0')), "mrz.line3.names/format"},
    }));
    CAPTURE(row.text);
    CHECK(faults(row.text).front() == row.first);
}

TEST_CASE("the century of birth comes from the IIN, never from a sliding window", "[mrz]") {
    // The same six digits with digit 7 = 5 belong to a child born in 2025.
    const auto child = card("IDKAZ0523456719250509500010<<<", with(kLine2, 30, '3'));
    CHECK(parse_td1(child).value().birth_date == 2025y / 5 / 9);
    CHECK(parse_td1(card()).value().birth_date == 1925y / 5 / 9);
}

#include "kiosk/base/ids.h"

using namespace ardager;

TEST_CASE("a receipt number carries branch, device, date, counter and check character", "[base]") {
    const auto device = DeviceId::make("KRG03", "K1").value();
    const auto number = ReceiptNumber::make(device, parse_date("2026-11-23").value(), 14);
    CHECK(number.text.starts_with("KRG03-K1-261123-0014-"));
    CHECK(ReceiptNumber::parse(number.text).value() == number);
}

TEST_CASE("every single wrong character and every swap of neighbours in a number is noticed", "[base]") {
    const auto number = ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14).text;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (number[i] == '-') continue;
        auto wrong = number;
        wrong[i] = wrong[i] == '7' ? '8' : '7';
        if (wrong != number) CHECK_FALSE(ReceiptNumber::parse(wrong));
        if (i + 1 == number.size() || number[i + 1] == '-' || number[i] == number[i + 1]) continue;
        auto swapped = number;
        std::swap(swapped[i], swapped[i + 1]);
        CAPTURE(swapped);
        CHECK_FALSE(ReceiptNumber::parse(swapped));
    }
}

TEST_CASE("a number typed with spaces and small letters is understood", "[base]") {
    const auto number = ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 9999);
    std::string typed = " " + number.text + " ";
    for (auto& c : typed) c = static_cast<char>(std::tolower(c));
    CHECK(ReceiptNumber::parse(typed).value() == number);
}

TEST_CASE("ISO 7064 MOD 37,36 matches the standard's published example", "[base]") {
    CHECK(check_character("A12425GABC1234002") == 'M');  // GRid: A1-2425G-ABC1234002-M
}

TEST_CASE("entry ids sort by their time and read back", "[base]") {
    SeededRandom random(1);
    const auto early = EntryId::make(parse_instant("2026-11-23T10:00:00Z").value(), random);
    const auto late = EntryId::make(parse_instant("2026-11-23T10:00:00.001Z").value(), random);
    CHECK(early < late);
    CHECK(early.text()[14] == '7');
    CHECK(EntryId::parse(late.text()).value() == late);
    CHECK_FALSE(EntryId::parse("not-an-id"));
}

#include <catch2/catch.hpp>

#include "kiosk/rules/iin.h"

using namespace ardager;
using namespace std::chrono;
using namespace std::chrono_literals;

TEST_CASE("a number is valid or says why it is not", "[iin]") {
    struct Row {
        const char* text;
        const char* reason;
    };
    const auto row = GENERATE(values<Row>({
        {"250509300018", ""},  // first pass
        {"240229400103", ""},  // second pass
        {"211107300018", ""},
        {"250509 300 018", ""},  // as read back
        {" 250509300018 ", ""},
        {"250509300010", "check_digit"},
        {"250509300909", "never_issued"},  // both passes give 10
        {"230229400019", "date"},          // 29 February 1923
        {"251309300018", "date"},
        {"250509000018", "century"},
        {"250509700018", "century"},
        {"", "length"},
        {"25050930001", "length"},
        {"2505093000180", "length"},
        {"25050930001X", "not_digits"},
        {"25050930001\xD9\xA8", "length"},  // an Arabic digit is two bytes
        {"-25050930001", "not_digits"},
    }));
    CAPTURE(row.text);
    const auto check = check_iin(row.text);
    CHECK(check.reason == row.reason);
    CHECK(check.valid == check.reason.empty());
    CHECK(check.iin.has_value() == check.valid);
    CHECK(iin_reason_message(check.reason).empty() == check.valid);
}

TEST_CASE("digit 7 gives century and sex", "[iin]") {
    const auto man = check_iin("250509300018").iin.value();
    CHECK(man.birth_date == 1925y / May / 9);
    CHECK(man.sex == Iin::male);
    const auto woman = check_iin("240229400103").iin.value();
    CHECK(woman.birth_date == 1924y / February / 29);
    CHECK(woman.sex == Iin::female);
}

TEST_CASE("any single wrong digit but the eleventh is found when the first pass decides", "[iin]") {
    const std::string valid = "250509300018";
    for (std::size_t at = 0; at < valid.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string typed = valid;
            if (std::exchange(typed[at], digit) == digit) continue;
            CAPTURE(typed);
            // The weight of the eleventh digit is 11, nothing modulo 11: hence reading back in groups.
            CHECK(check_iin(typed).valid == (at == 10));
        }
    }
}

TEST_CASE("a number is read back in groups", "[iin]") {
    CHECK(group_iin("250509300018") == "250509 300 018");
    CHECK(group_iin("2505") == "2505");
}

TEST_CASE("a number that disagrees with its holder is a warning", "[iin]") {
    const auto iin = check_iin("250509300018").iin.value();
    using Codes = std::vector<std::string>;
    CHECK(iin_warnings(iin, 1925y / May / 9, Iin::male).empty());
    CHECK(iin_warnings(iin, 1925y / May / 9).empty());
    CHECK(iin_warnings(iin, 1926y / May / 9, Iin::male) == Codes{"birth_date"});
    CHECK(iin_warnings(iin, 1926y / May / 9, Iin::female) == Codes{"birth_date", "sex"});
}

#include "kiosk/rules/iin.h"

#include <array>

namespace ardager {
namespace {

using namespace std::chrono;

int digit(char c) {
    return c - '0';
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + digit(c);
    return value;
}

/// 1–2 born 18xx, 3–4 19xx, 5–6 20xx; odd male, even female.
std::optional<int> century(char c) {
    if (c < '1' || c > '6') return std::nullopt;
    return 1800 + (digit(c) - 1) / 2 * 100;
}

int weighted_sum(std::string_view digits, int first_weight) {
    int sum = 0;
    for (int i = 0; i < 11; ++i) {
        const int weight = (first_weight - 1 + i) % 11 + 1;
        sum += weight * digit(digits[static_cast<std::size_t>(i)]);
    }
    return sum % 11;
}

/// 10 means that the number is never issued.
int check_digit(std::string_view digits) {
    const int first = weighted_sum(digits, 1);
    return first < 10 ? first : weighted_sum(digits, 3);
}

IinCheck refuse(const char* reason) {
    return {false, reason, std::nullopt};
}

}  // namespace

IinCheck check_iin(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != ' ') digits += c;
    }
    if (digits.size() != 12) return refuse("length");
    if (digits.find_first_not_of("0123456789") != std::string::npos) return refuse("not_digits");
    const auto hundreds = century(digits[6]);
    if (!hundreds) return refuse("century");
    const std::string_view view = digits;
    const Date date{year(*hundreds + number(view.substr(0, 2))),
                    month(static_cast<unsigned>(number(view.substr(2, 2)))),
                    day(static_cast<unsigned>(number(view.substr(4, 2))))};
    if (!date.ok()) return refuse("date");
    const int expected = check_digit(view);
    if (expected == 10) return refuse("never_issued");
    if (expected != digit(view[11])) return refuse("check_digit");
    const auto sex = digit(view[6]) % 2 == 1 ? Iin::male : Iin::female;
    return {true, "", Iin{digits, date, sex}};
}

std::string iin_reason_message(std::string_view reason) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 6> kMessages{{
        {"length", "has 12 digits"},
        {"not_digits", "has digits only"},
        {"century", "digit 7 is 1 to 6"},
        {"date", "the first six digits are no date of that century"},
        {"check_digit", "the last digit does not fit the others: one was mistyped"},
        {"never_issued", "such a number is never issued: a digit was mistyped"},
    }};
    for (const auto& [code, message] : kMessages) {
        if (code == reason) return message;
    }
    return "";
}

std::string group_iin(std::string_view text) {
    if (text.size() != 12) return std::string(text);
    std::string grouped(text.substr(0, 6));
    grouped.append(" ").append(text.substr(6, 3)).append(" ").append(text.substr(9));
    return grouped;
}

std::vector<std::string> iin_warnings(const Iin& iin, Date stated_birth, std::optional<Iin::Sex> stated_sex) {
    std::vector<std::string> warnings;
    if (iin.birth_date != stated_birth) warnings.emplace_back("birth_date");
    if (stated_sex && *stated_sex != iin.sex) warnings.emplace_back("sex");
    return warnings;
}

}  // namespace ardager

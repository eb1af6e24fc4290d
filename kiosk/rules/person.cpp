#include "kiosk/rules/person.h"

#include "kiosk/base/text.h"
#include "kiosk/rules/tuning.h"

namespace ardager {
namespace {

/// Cyrillic with all Kazakh letters; U+0482–0489 are signs and combining marks.
bool is_cyrillic_letter(char32_t c) {
    return c >= 0x400 && c <= 0x52F && !(c >= 0x482 && c <= 0x489);
}

/// Basic Latin, Latin-1 and Latin Extended-A letters, for people with foreign papers.
bool is_latin_letter(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
    return c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7;
}

bool is_letter(char32_t c) {
    return is_cyrillic_letter(c) || is_latin_letter(c);
}

bool is_name_mark(char32_t c) {
    return c == '-' || c == '\'' || c == 0x2019 || c == ' ';
}

/// What every text must satisfy before anything else is asked of it; the tidied text.
Result<std::string> check_text(std::string_view text, std::size_t limit, const std::string& field) {
    if (!is_utf8(text)) return fail_field(field, "utf8", "is no valid UTF-8");
    if (const auto unsafe = unsafe_character(text)) {
        return fail_field(field, *unsafe, "holds an invisible character that may not stand here");
    }
    std::string tidy = tidy_spaces(text);
    if (tidy.empty()) return fail_field(field, "empty", "is empty");
    if (count_characters(tidy) > limit) {
        return fail_field(field, "too_long", "is longer than " + std::to_string(limit) + " characters");
    }
    return tidy;
}

}  // namespace

Result<std::string> check_name(std::string_view text, const std::string& field) {
    auto checked = check_text(text, kNameLimit, field);
    if (!checked && checked.error().fields.front().code == "control") {
        return fail_field(field, "characters", "holds a control character");
    }
    const std::string name = TRY(std::move(checked));
    bool has_letter = false;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = next_character(name, at);
        has_letter = has_letter || is_letter(c);
        if (!is_letter(c) && !is_name_mark(c)) {
            return fail_field(field, "characters", "has letters, hyphen, apostrophe and space only");
        }
    }
    if (!has_letter) return fail_field(field, "characters", "has no letter");
    return name;
}

Result<std::string> normalise_phone(std::string_view text, const std::string& field) {
    const std::string tidy = TRY(check_text(text, kNameLimit, field));
    const bool plus = tidy.front() == '+';
    std::string digits;
    for (const char c : std::string_view(tidy).substr(plus ? 1 : 0)) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (std::string_view(" -()").find(c) == std::string_view::npos)
            digits += 'x';
    }
    const bool well_formed = digits.size() == 11 && digits.find('x') == std::string::npos &&
                             (digits[0] == '7' || (digits[0] == '8' && !plus)) && digits[1] != '0';
    if (!well_formed) return fail_field(field, "format", "is +7 and ten digits");
    return "+7" + digits.substr(1);
}

Result<std::string> check_kato(std::string_view text, const std::string& field) {
    const std::string code = tidy_spaces(text);
    if (code.empty()) return fail_field(field, "empty", "is empty");
    if (code.size() != 9 || code.find_first_not_of("0123456789") != std::string::npos) {
        return fail_field(field, "format", "is 9 digits");
    }
    return code;
}

Result<std::string> check_line(std::string_view text, std::size_t limit, const std::string& field) {
    return check_text(text, limit, field);
}

Result<std::string> check_address(std::string_view text, const std::string& field) {
    return check_text(text, kAddressLimit, field);
}

Result<Date> check_birth_date(Date date, Date today, const std::string& field) {
    if (!date.ok()) return fail_field(field, "format", "is a day that does not exist");
    if (date > today) return fail_field(field, "future", "lies in the future");
    if (static_cast<int>(date.year()) < kEarliestBirthYear) {
        return fail_field(field, "too_early", "lies before " + std::to_string(kEarliestBirthYear));
    }
    return date;
}

Result<Date> check_birth_date(std::string_view iso, Date today, const std::string& field) {
    const auto date = parse_date(iso);
    if (!date) return fail_field(field, "format", "is a date such as 1925-05-09");
    return check_birth_date(*date, today, field);
}

}  // namespace ardager

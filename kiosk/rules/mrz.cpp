#include "kiosk/rules/mrz.h"

#include <array>

#include "kiosk/base/text.h"

namespace ardager {
namespace {

using namespace std::chrono;

constexpr std::size_t kLine = 30;
using Lines = std::array<std::string, 3>;

/// ICAO 9303-3, 4.9: weights 7, 3, 1; letters A = 10 … Z = 35, filler 0.
char check_digit(std::string_view field) {
    static constexpr std::array<int, 3> kWeights{7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const char c = field[i];
        const int value = c == '<' ? 0 : c <= '9' ? c - '0' : c - 'A' + 10;
        sum += value * kWeights[i % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

bool is_mrz_character(char c) {
    return c == '<' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    std::string line;
    for (const char c : std::string(text) + "\n") {
        if (c != '\n' && c != '\r') {
            line += c;
            continue;
        }
        line = tidy_spaces(line);
        if (!line.empty()) lines.push_back(std::exchange(line, {}));
    }
    if (lines.size() == 1 && lines[0].size() == 3 * kLine) {
        const std::string run = lines[0];
        lines = {run.substr(0, kLine), run.substr(kLine, kLine), run.substr(2 * kLine)};
    }
    return lines;
}

std::string without_filler(std::string_view field) {
    std::string text(field);
    std::replace(text.begin(), text.end(), '<', ' ');
    return tidy_spaces(text);
}

class Parser {
public:
    explicit Parser(Lines lines) : lines_(std::move(lines)) {}

    Result<Mrz> parse() {
        read_document();
        read_iin();
        read_person();
        read_names();
        check("mrz.line2.composite", composite(), lines_[1][29]);
        if (!faults_.empty()) {
            Error error{Code::invalid_field, "the machine-readable zone was misread", std::move(faults_)};
            return fail(std::move(error));
        }
        return std::move(mrz_);
    }

private:
    [[nodiscard]] std::string_view part(std::size_t line, std::size_t first, std::size_t last) const {
        return std::string_view(lines_[line - 1]).substr(first - 1, last - first + 1);
    }
    [[nodiscard]] std::string composite() const {
        std::string all;
        all.append(part(1, 6, 30)).append(part(2, 1, 7)).append(part(2, 9, 15)).append(part(2, 19, 29));
        return all;
    }
    void fault(std::string field, const char* code, const char* message) {
        faults_.push_back({std::move(field), code, message});
    }
    void check(const char* field, std::string_view text, char stated) {
        if (check_digit(text) != stated) fault(field, "check_digit", "does not fit its check digit");
    }
    void read_document() {
        if (part(1, 1, 2) != "ID") fault("mrz.line1.document_type", "format", "is ID on an identity card");
        if (part(1, 3, 5) != "KAZ") fault("mrz.line1.country", "format", "is KAZ on a Kazakh identity card");
        mrz_.document_number = without_filler(part(1, 6, 14));
        if (mrz_.document_number.empty()) fault("mrz.line1.document_number", "format", "is empty");
        check("mrz.line1.document_number", part(1, 6, 14), lines_[0][14]);
        if (part(2, 16, 18) != "KAZ") fault("mrz.line2.nationality", "format", "is KAZ for a citizen");
    }
    void read_iin() {
        auto checked = check_iin(part(1, 16, 27));
        if (checked.valid) {
            mrz_.iin = *checked.iin;
            return;
        }
        const bool digits = checked.reason == "check_digit" || checked.reason == "never_issued";
        fault("mrz.line1.iin", digits ? "check_digit" : "format", "is no individual identification number");
    }
    /// `century` such as 1900; nothing and a fault when the six digits are no date.
    Date read_date(const char* field, std::string_view digits, int century) {
        if (digits.find_first_not_of("0123456789") != std::string_view::npos) {
            fault(field, "format", "is six digits");
            return {};
        }
        const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + digits[at + 1] - '0'; };
        const Date date{year(century + two(0)), month(static_cast<unsigned>(two(2))),
                        day(static_cast<unsigned>(two(4)))};
        if (!date.ok()) fault(field, "format", "is a day that does not exist");
        return date;
    }
    void read_person() {
        const bool has_iin = !mrz_.iin.text.empty();
        const int century = has_iin ? static_cast<int>(mrz_.iin.birth_date.year()) / 100 * 100 : 1900;
        mrz_.birth_date = read_date("mrz.line2.birth_date", part(2, 1, 6), century);
        check("mrz.line2.birth_date", part(2, 1, 6), lines_[1][6]);
        const char sex = lines_[1][7];
        if (sex == '<' && has_iin)
            mrz_.sex = mrz_.iin.sex;  // ICAO's "unspecified"
        else if (sex == 'M' || sex == 'F')
            mrz_.sex = sex == 'M' ? Iin::male : Iin::female;
        else
            fault("mrz.line2.sex", "format", "is M or F");
        mrz_.expiry = read_date("mrz.line2.expiry", part(2, 9, 14), 2000);
        check("mrz.line2.expiry", part(2, 9, 14), lines_[1][14]);
    }
    void read_names() {
        const std::string_view names = lines_[2];
        const auto gap = names.find("<<");
        mrz_.surname = without_filler(names.substr(0, gap));
        if (gap != std::string_view::npos) mrz_.given_names = without_filler(names.substr(gap));
        const bool has_digit = names.find_first_of("0123456789") != std::string_view::npos;
        if (has_digit || (mrz_.surname.empty() && mrz_.given_names.empty())) {
            fault("mrz.line3.names", "format", "is letters and fillers");
        }
    }

    Lines lines_;
    Mrz mrz_;
    std::vector<FieldFault> faults_;
};

}  // namespace

Result<Mrz> parse_td1(std::string_view three_lines) {
    if (three_lines.size() > 1024) return fail_field("mrz", "format", "is three lines of 30 characters");
    const auto lines = split_lines(three_lines);
    if (lines.size() != 3) return fail_field("mrz", "format", "is three lines of 30 characters");
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string field = "mrz.line" + std::to_string(i + 1);
        if (lines[i].size() != kLine) return fail_field(field, "format", "is 30 characters long");
        if (!std::all_of(lines[i].begin(), lines[i].end(), is_mrz_character)) {
            return fail_field(field, "format", "is A to Z, 0 to 9 and < only");
        }
    }
    return Parser(Lines{lines[0], lines[1], lines[2]}).parse();
}

}  // namespace ardager

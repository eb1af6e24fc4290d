#include "kiosk/base/ids.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace ardager {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_code(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) {
               return kAlphabet.find(c) != std::string_view::npos;
           });
}

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

}  // namespace

EntryId EntryId::make(Instant now, Random& random) {
    EntryId id;
    random.fill(id.bytes);
    const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x70U);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
    return id;
}

std::string EntryId::text() const {
    std::string hex = to_hex(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, 1, '-');
    return hex;
}

Result<EntryId> EntryId::from_bytes(ByteView bytes) {
    EntryId id;
    if (bytes.size() != id.bytes.size()) return fail(Code::invalid_input, "entry id: not 16 bytes");
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

Result<EntryId> EntryId::parse(std::string_view text) {
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return fail(Code::invalid_input, "entry id: not a UUID");
    std::string hex(text);
    std::erase(hex, '-');
    return from_bytes(TRY(from_hex(hex)));
}

Result<DeviceId> DeviceId::make(std::string_view branch, std::string_view device) {
    if (!is_code(branch, 2, 8)) return fail_field("branch", "format", "2 to 8 of A-Z and 0-9, such as KRG03");
    if (!is_code(device, 1, 4)) return fail_field("device", "format", "1 to 4 of A-Z and 0-9, such as K1");
    return DeviceId{std::string(branch), std::string(device)};
}

Result<DeviceId> DeviceId::parse(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return fail_field("device", "format", "a device is BRANCH-DEVICE, such as KRG03-K1");
    return make(text.substr(0, dash), text.substr(dash + 1));
}

char check_character(std::string_view text) {
    unsigned product = 36;
    for (const char c : text) {
        const auto value = kAlphabet.find(c);
        if (value == std::string_view::npos) continue;
        unsigned sum = (product + static_cast<unsigned>(value)) % 36;
        if (sum == 0) sum = 36;
        product = sum * 2 % 37;
    }
    return kAlphabet[(37 - product) % 36];
}

ReceiptNumber ReceiptNumber::make(const DeviceId& device, Date date, unsigned counter) {
    ARDAGER_CHECK(counter > 0);
    std::array<char, 32> tail{};
    std::snprintf(tail.data(), tail.size(), "-%02d%02u%02u-%04u", static_cast<int>(date.year()) % 100,
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), counter);
    std::string text = device.text() + tail.data();
    text += std::string("-") + check_character(text);
    return {text};
}

Result<ReceiptNumber> ReceiptNumber::parse(std::string_view text) {
    std::string clean;
    for (const char c : text)
        if (c != ' ') clean += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const auto bad = [](const char* what) { return fail_field("number", "format", what); };
    const auto parts = split(clean, '-');
    if (parts.size() != 5) return bad("a receipt number has five parts, such as KRG03-K1-261123-0014-7");
    TRY(DeviceId::make(parts[0], parts[1]));
    if (parts[2].size() != 6 || !all_digits(parts[2]) || parts[3].size() < 4 || parts[3].size() > 8 ||
        !all_digits(parts[3]))
        return bad("the third part is a date YYMMDD, the fourth a counter of at least four digits");
    if (parts[4].size() != 1 || parts[4][0] != check_character(clean.substr(0, clean.size() - 2)))
        return fail_field("number", "check_character",
                          "the last character does not match: look at the number again");
    return ReceiptNumber{clean};
}

}  // namespace ardager

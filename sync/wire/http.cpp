#include "sync/wire/http.h"

#include <algorithm>

#include "kiosk/base/text.h"
#include "sync/wire/tuning.h"

namespace ardager::wire {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char letter = lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

Result<std::string> percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out += text[at];
            continue;
        }
        const int high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
        if (high < 0 || low < 0)
            return fail(Code::invalid_input, "target: a percent sign without two hex digits");
        out += static_cast<char>(high * 16 + low);
        at += 2;
    }
    if (!is_utf8(out) || unsafe_character(out))
        return fail(Code::invalid_input, "target: an unsafe character");
    return out;
}

Result<std::vector<std::string>> split_path(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash before the segment
        const std::size_t end = std::min(path.find('/'), path.size());
        std::string segment = TRY(percent_decode(path.substr(0, end)));
        if (segment.empty() || segment == "." || segment == "..")
            return fail(Code::invalid_input, "target: an empty or dotted segment");
        segments.push_back(std::move(segment));
        path.remove_prefix(end);
    }
    return segments;
}

}  // namespace

std::string header(const Headers& headers, std::string_view name) {
    for (const auto& [key, value] : headers)
        if (same_name(key, name)) return value;
    return {};
}

std::string Target::get(std::string_view name) const {
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return {};
}

Result<Target> parse_target(std::string_view target) {
    if (target.size() > kMostTargetBytes) return fail(Code::invalid_input, "target: too long");
    if (!target.starts_with('/')) return fail(Code::invalid_input, "target: not in origin form");
    if (target.find('#') != std::string_view::npos) return fail(Code::invalid_input, "target: a fragment");
    Target out;
    const std::size_t mark = std::min(target.find('?'), target.size());
    if (mark > 1) out.path = TRY(split_path(target.substr(0, mark)));
    std::string_view query = mark < target.size() ? target.substr(mark + 1) : std::string_view();
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        std::string name = TRY(percent_decode(pair.substr(0, equals)));
        std::string value =
            TRY(percent_decode(equals < pair.size() ? pair.substr(equals + 1) : std::string_view()));
        for (const auto& known : out.query)
            if (known.first == name) return fail(Code::invalid_input, "target: a parameter stands twice");
        out.query.emplace_back(std::move(name), std::move(value));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return out;
}

const char* line_fault_name(LineFault fault) {
    switch (fault) {
        case LineFault::unreachable:
            return "unreachable";
        case LineFault::timed_out:
            return "timed_out";
        case LineFault::broken:
            return "broken";
        case LineFault::peer_untrusted:
            return "peer_untrusted";
        case LineFault::peer_wrong_name:
            return "peer_wrong_name";
        case LineFault::peer_expired:
            return "peer_expired";
        case LineFault::clock_wrong:
            return "clock_wrong";
        case LineFault::rejected_unknown:
            return "rejected_unknown";
        case LineFault::rejected_expired:
            return "rejected_expired";
        case LineFault::rejected_revoked:
            return "rejected_revoked";
        case LineFault::not_a_gateway:
            return "not_a_gateway";
    }
    return "unknown";
}

}  // namespace ardager::wire

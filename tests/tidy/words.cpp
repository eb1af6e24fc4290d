#include "tests/tidy/words.h"

#include <algorithm>
#include <set>

namespace ardager::tidy {
namespace {

struct BannedCall {
    const char* call;
    const char* instead;
    std::vector<std::string> exceptions;  // paths, by how they begin
};

const std::vector<BannedCall>& banned() {
    static const std::vector<std::string> own_time{"kiosk/base/clock.cpp", "kiosk/base/log.cpp"};
    static const std::vector<BannedCall> calls{
        {"system(", "start a program without a shell", {}},
        {"popen(", "start a program without a shell", {"tests/"}},
        {"strcpy(", "std::string", {}},
        {"strcat(", "std::string", {}},
        {"sprintf(", "std::snprintf or std::to_string", {}},
        {"vsprintf(", "std::vsnprintf", {}},
        {"gets(", "std::getline", {}},
        {"tmpnam(", "mkdtemp", {}},
        {"rand(", "kiosk/base/random.h", {}},
        {"srand(", "kiosk/base/random.h", {}},
        {"std::random_device", "kiosk/base/random.h", {}},
        {"sleep_for", "wait on a condition or a clock that enters by constructor", {}},
        {"sleep_until", "wait on a condition or a clock that enters by constructor", {}},
        {"usleep(", "wait on a condition", {}},
        {"sleep(", "wait on a condition", {}},
        {"time(nullptr)", "kiosk/base/clock.h", own_time},
        {"time(NULL)", "kiosk/base/clock.h", own_time},
        {"time(0)", "kiosk/base/clock.h", own_time},
        {"gettimeofday(", "kiosk/base/clock.h", {}},
        {"system_clock::now", "kiosk/base/clock.h", {"kiosk/base/"}},
        {"), TRY(", "one TRY a full expression, see kiosk/base/result.h", {}},
    };
    return calls;
}

bool is_excepted(const BannedCall& call, const std::string& path) {
    return std::any_of(call.exceptions.begin(), call.exceptions.end(),
                       [&](const auto& start) { return path.starts_with(start); });
}

/// Put together here, so that this file passes its own check.
const std::vector<std::string>& words_of_unfinished_work() {
    using namespace std::string_literals;
    static const std::vector<std::string> words{
        "to"s + "do",    "fix"s + "me",       "xx"s + "x", "not imple"s + "mented",
        "for n"s + "ow", "place"s + "holder", "st"s + "ub"};
    return words;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& letter : out) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return out;
}

template <class Seen>
void each_place(std::string_view text, std::string_view word, const Seen& seen) {
    for (auto at = find_word(text, word); at != std::string_view::npos; at = find_word(text, word, at + 1))
        seen(line_at(text, at));
}

/// The names in the list macro: X(name).
std::vector<std::string> declared_keys(const std::string& header) {
    std::vector<std::string> keys;
    for (const auto line : lines_of(header)) {
        const auto start = line.find_first_not_of(' ');
        if (start == std::string_view::npos || !line.substr(start).starts_with("X(")) continue;
        const auto close = line.find(')', start);
        keys.emplace_back(line.substr(start + 2, close - start - 2));
    }
    return keys;
}

}  // namespace

Findings banned_calls(const std::vector<SourceFile>& files) {
    Findings findings;
    for (const auto& file : files) {
        const auto code = code_only(file.text);
        for (const auto& call : banned()) {
            if (is_excepted(call, file.path)) continue;
            each_place(code, call.call, [&](std::size_t line) {
                findings.push_back({file.path, line, std::string(call.call) + ": use " + call.instead});
            });
        }
    }
    return findings;
}

Findings unfinished_words(const std::vector<SourceFile>& files) {
    Findings findings;
    for (const auto& file : files) {
        const auto text = lower(file.text);
        for (const auto& word : words_of_unfinished_work())
            each_place(text, word, [&](std::size_t line) { findings.push_back({file.path, line, word}); });
    }
    return findings;
}

std::vector<std::string> unused_keys(const std::vector<SourceFile>& files) {
    const auto header = std::find_if(files.begin(), files.end(),
                                     [](const auto& file) { return file.path == "ui/text/keys.h"; });
    if (header == files.end()) return {};
    std::set<std::string, std::less<>> used;
    for (const auto& file : files) {
        if (file.path.starts_with("tests/")) continue;
        const std::string_view code = file.text;
        for (auto at = find_word(code, "Key::"); at != std::string_view::npos;
             at = find_word(code, "Key::", at + 1)) {
            auto end = at + 5;
            while (end < code.size() &&
                   (std::isalnum(static_cast<unsigned char>(code[end])) != 0 || code[end] == '_'))
                ++end;
            used.emplace(code.substr(at + 5, end - at - 5));
        }
    }
    auto keys = declared_keys(header->text);
    std::erase_if(keys, [&](const auto& key) { return used.count(key) > 0; });
    return keys;
}

Findings package_faults(const std::string& text) {
    Findings findings;
    std::set<std::string, std::less<>> names;
    bool in_group = false;
    std::size_t number = 0;
    const auto fault = [&](std::string words) {
        findings.push_back({"packaging/packages.txt", number, std::move(words)});
    };
    for (const auto line : lines_of(text)) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with('[')) {
            in_group = true;
            continue;
        }
        const auto name = line.substr(0, line.find_first_of(" \t"));
        if (!in_group) fault(std::string(name) + " stands in no group");
        if (!names.emplace(name).second) fault(std::string(name) + " is listed twice");
        if (line.find("# ") == std::string_view::npos)
            fault(std::string(name) + " does not say what it is for");
    }
    return findings;
}

}  // namespace ardager::tidy

#include "tests/tidy/directions.h"

#include <algorithm>
#include <set>

namespace ardager::tidy {
namespace {

struct Include {
    std::size_t line = 0;
    std::string path;
    bool ours = false;  // in quotes
};

std::vector<Include> includes_of(const SourceFile& file) {
    std::vector<Include> includes;
    std::size_t number = 0;
    for (auto line : lines_of(file.text)) {
        ++number;
        const auto start = line.find_first_not_of(" \t");
        if (start == std::string_view::npos || !line.substr(start).starts_with("#include")) continue;
        const auto open = line.find_first_of("<\"");
        const auto close = line.find_first_of(">\"", open + 1);
        if (open == std::string_view::npos || close == std::string_view::npos) continue;
        includes.push_back({number, std::string(line.substr(open + 1, close - open - 1)), line[open] == '"'});
    }
    return includes;
}

std::string folder_of(const std::string& path) {
    return SourceFile{path, {}}.folder();
}

/// The folder and the files that this one may see, through others too.
std::set<std::string> seen_from(const std::string& folder, const Directions& allowed) {
    std::set<std::string> seen{folder};
    std::vector<std::string> open{folder};
    while (!open.empty()) {
        const auto row = allowed.find(open.back());
        open.pop_back();
        if (row == allowed.end()) continue;
        for (const auto& next : row->second)
            if (seen.insert(next).second) open.push_back(next);
    }
    return seen;
}

}  // namespace

const Directions& directions() {
    static const Directions table{
        {"kiosk/base", {}},
        {"kiosk/store", {"kiosk/base"}},
        {"kiosk/vault", {"kiosk/base"}},
        {"kiosk/journal", {"kiosk/store", "kiosk/vault"}},
        {"kiosk/rules", {"kiosk/base"}},
        {"kiosk/receipts", {"kiosk/rules"}},
        {"kiosk/views", {"kiosk/journal"}},
        // The feed's messages (sync/wire) become entries in a case; see DECISIONS.md.
        {"kiosk/cases", {"kiosk/views", "kiosk/receipts", "kiosk/rules", "hw", "sync/wire"}},
        {"kiosk/ctl", {"*"}},
        {"kiosk/dev", {"*"}},
        {"kiosk", {"*"}},
        // Device and gateway compute the same hash: the header of an entry is on the wire.
        {"sync/wire", {"kiosk/base", "kiosk/journal/chain.h"}},
        {"sync/client", {"sync/wire", "kiosk/journal"}},
        {"sync/https", {"sync/wire"}},
        {"sync/gateway", {"sync/wire", "kiosk/store", "kiosk/vault", "kiosk/journal/chain.h"}},
        {"hw", {"kiosk/base"}},
        {"hw/fake", {"hw"}},
        {"hw/sane", {"hw"}},
        {"hw/gstreamer", {"hw"}},
        {"hw/espeak", {"hw"}},
        {"hw/alsa", {"hw"}},
        {"hw/cups", {"hw"}},
        {"ui/kit", {"kiosk/base"}},
        {"ui/text", {"kiosk/base"}},
        // It says what the scene shows, in the voice's own words for it.
        {"ui/guide", {"ui/kit", "ui/text", "hw/voice.h"}},
        // The rules are pure: a field checks a number while it is typed.
        {"ui/citizen", {"ui/kit", "ui/text", "kiosk/rules"}},
        {"ui/devdock", {"ui/kit", "ui/text"}},
        {"ui", {"ui/citizen", "ui/devdock", "ui/guide", "kiosk/cases", "kiosk/views", "hw"}},
    };
    return table;
}

const Directions& library_users() {
    static const Directions table{
        {"sqlite3.h", {"kiosk/store"}},
        {"openssl/",
         {"kiosk/vault", "kiosk/base/digest.cpp", "kiosk/base/random.cpp", "kiosk/base/bytes.cpp",
          "sync/gateway", "sync/https/faults.cpp", "sync/https/records.cpp"}},
        {"curl/", {"sync/https"}},
        {"boost/", {"sync/gateway"}},
        {"imgui", {"ui/kit"}},
        {"SDL", {"ui/kit"}},
        {"jpeglib.h", {"hw/page_image.cpp"}},
        {"sane/", {"hw/sane"}},
        {"gst/", {"hw/gstreamer"}},
        {"espeak-ng/", {"hw/espeak"}},
        {"alsa/", {"hw/alsa"}},
        {"cups/", {"hw/cups"}},
        {"zstd", {"sync/wire"}},
        {"gettext-po.h", {"ui/text"}},
        {"pango/", {"kiosk/receipts", "hw/fake"}},
        {"qrencode.h", {"kiosk/receipts"}},
        {"zbar", {"kiosk/receipts"}},
        {"cbor.h", {"kiosk/receipts"}},
    };
    return table;
}

Findings wrong_directions(const std::vector<SourceFile>& files, const Directions& allowed) {
    Findings findings;
    for (const auto& file : files) {
        if (file.path.starts_with("tests/")) continue;
        if (allowed.count(file.folder()) == 0) {
            findings.push_back({file.path, 0, "its folder has no row in tests/tidy/directions.cpp"});
            continue;
        }
        const auto seen = seen_from(file.folder(), allowed);
        for (const auto& include : includes_of(file)) {
            if (!include.ours || seen.count("*") > 0) continue;
            if (include.path.find('/') == std::string::npos) {
                findings.push_back(
                    {file.path, include.line, "include by the path from the top: " + include.path});
            } else if (seen.count(folder_of(include.path)) == 0 && seen.count(include.path) == 0) {
                findings.push_back({file.path, include.line, file.folder() + " may not see " + include.path});
            }
        }
    }
    return findings;
}

Findings wrong_library_users(const std::vector<SourceFile>& files, const Directions& users) {
    Findings findings;
    for (const auto& file : files) {
        if (file.path.starts_with("tests/")) continue;
        for (const auto& include : includes_of(file)) {
            const auto row = std::find_if(users.begin(), users.end(), [&](const auto& user) {
                return include.path.starts_with(user.first);
            });
            if (include.ours || row == users.end()) continue;
            const auto& may = row->second;
            const bool is_user = std::find(may.begin(), may.end(), file.folder()) != may.end() ||
                                 std::find(may.begin(), may.end(), file.path) != may.end();
            if (!is_user)
                findings.push_back(
                    {file.path, include.line, "<" + include.path + "> belongs to " + may.front()});
        }
    }
    return findings;
}

}  // namespace ardager::tidy

// One office in a folder of its own, with a clock that stands still: the vocabulary of the cases' tests.
#pragma once

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>

#include "kiosk/base/source_folder.h"
#include "kiosk/cases/accept_application.h"
#include "kiosk/cases/apply_feed.h"
#include "tests/bench/pictures.h"
#include "tests/bench/sample_config.h"

namespace ardager::cases_test {

inline std::string words_of(const Error& error) {
    std::string words = std::string(code_name(error.code)) + ": " + error.detail;
    for (const auto& fault : error.fields) words += "; " + fault.field + " / " + fault.code;
    return words;
}

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(words_of(result.error()));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "ardager-cases-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline Bytes page(std::uint64_t seed = 1, std::uint64_t bytes = 300) {
    SeededRandom random(seed);
    return bench::make_png(random, bytes);
}

/// Everything that the standard asks for, by the veteran in person.
inline ApplicationDraft complete_draft() {
    ApplicationDraft draft;
    draft.service = "veteran-certificate";
    draft.applicant = {"250509300018", "Ардагеров",    "Сынақ",     "Тестұлы",
                       "1925-05-09",   "+77010000000", "351010000", "Ержанов к-сі, 12"};
    draft.documents.push_back({"military_id", "НО 123456", {{"page.png", page()}}});
    draft.consent = true;
    draft.pickup_branch = "KRG03";
    return draft;
}

inline ApplicationDraft incomplete_draft() {
    auto draft = complete_draft();
    draft.documents.clear();
    return draft;
}

inline Instant at(std::string_view text) {
    return good(parse_instant(text));
}

/// Monday, 23 November 2026, 10:15 at a branch whose configuration is filled in.
class Branch {
public:
    explicit Branch(const std::function<void(OfficeConfig&)>& set = {},
                    std::filesystem::path assets = source_folder("assets"))
        : random(1), clock(at("2026-11-23T10:15")), paths{folder.path() / "data", std::move(assets)} {
        auto config = bench::sample_config();
        if (set) set(config);
        good(Office::create(paths, config, clock, random));
        opens();
    }
    void opens() {
        office.reset();
        office = good(Office::open(paths, clock, random));
    }
    [[nodiscard]] Head head() const { return office->journal().head(); }
    [[nodiscard]] Json payload(std::uint64_t seq) const {
        return good(parse_json(good(office->journal().reader().read(seq)).payload));
    }
    [[nodiscard]] ApplicationRow row(const ReceiptNumber& number) const {
        return good(find_application(office->journal().reader().database(), number));
    }
    Accepted accepts(const ApplicationDraft& draft = complete_draft()) {
        return good(accept_application(*office, draft));
    }
    /// The ministry's decision arrives; another `id` is another item.
    void decides(const ReceiptNumber& number, const std::string& kind, Json body = Json::object(),
                 const std::string& id = "") {
        body["number"] = number.text;
        body["by"] = "Қарағанды ЖӘБО";
        body = good(parse_json(dump_json(body)));  // as the wire brings it
        ++cursor;
        const wire::FeedItem item{cursor, id.empty() ? "item-" + std::to_string(cursor) : id, kind,
                                  clock.now(), body};
        good(apply_feed(*office, {item}, cursor));
    }

    Folder folder;
    SeededRandom random;
    ManualClock clock;
    OfficePaths paths;
    std::unique_ptr<Office> office;
    std::uint64_t cursor = 0;
};

}  // namespace ardager::cases_test

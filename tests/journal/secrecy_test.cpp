#include "tests/journal/record_fixture.h"

using namespace ardager;

namespace {

/// UTF-8 as it is, and UTF-16 little-endian, which some libraries keep.
std::vector<std::string> forms_of(const std::string& text) {
    std::string wide;
    for (const char16_t unit : std::filesystem::path(text).u16string()) {
        wide += static_cast<char>(unit & 0xFF);
        wide += static_cast<char>(unit >> 8);
    }
    return {text, wide};
}

/// Names of files under the folder that hold one of the texts.
std::vector<std::string> files_with(const std::filesystem::path& folder,
                                    const std::vector<std::string>& texts) {
    std::vector<std::string> found;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream file(item.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        for (const auto& text : texts)
            for (const auto& form : forms_of(text))
                if (bytes.find(form) != std::string::npos) found.push_back(item.path().filename());
    }
    return found;
}

}  // namespace

TEST_CASE("no personal data stands in clear in any file of the record", "[journal][secrecy]") {
    Record record;
    record.open();
    const std::vector<std::string> texts = {"Ардагеров", "250509300018", "+77010000000", "Ержанов к-сі"};
    for (const auto& text : texts) {
        auto work = good(record.journal->begin());
        good(work->attach(to_bytes("scan of " + text), "image/png"));
        good(work->append("application.accepted", {{"applicant", text}}));
        good(work->commit());
        good(record.journal->save_draft("session-7", "{\"typed\": \"" + text + "\"}"));
    }
    CHECK(files_with(record.options.paths.folder, texts).empty());
    CHECK_FALSE(files_with(record.options.paths.folder, {"application.accepted"}).empty());
    good(record.journal->settle());
    record.close();
    CHECK(files_with(record.options.paths.folder, texts).empty());
}

TEST_CASE("a draft is kept per session and wiped with it", "[journal][drafts]") {
    Record record;
    record.open();
    good(record.journal->save_draft("a", "бірінші"));
    good(record.journal->save_draft("a", "екінші"));
    good(record.journal->save_draft("b", "үшінші"));
    record.open();
    CHECK(good(record.journal->load_draft("a")) == "екінші");
    CHECK(good(record.journal->load_draft("c")) == std::nullopt);
    good(record.journal->wipe_drafts("a"));
    CHECK(good(record.journal->load_draft("a")) == std::nullopt);
    CHECK(good(record.journal->load_draft("b")) == "үшінші");
    good(record.journal->wipe_drafts(""));
    CHECK(good(record.journal->load_draft("b")) == std::nullopt);
    CHECK(record.journal->save_draft("", "x").error().code == Code::invalid_input);
    CHECK(record.journal->head().seq == 0);
}

TEST_CASE("state is kept with the work that put it", "[journal]") {
    Record record;
    record.open();
    const auto put = [&](const char* text, bool commits) {
        auto work = good(record.journal->begin());
        good(work->put_state("sync.cursor", text));
        if (commits) good(work->commit());
    };
    CHECK(good(record.journal->reader().state("sync.cursor")) == std::nullopt);
    put("1", true);
    put("2", false);
    CHECK(good(record.journal->reader().state("sync.cursor")) == "1");
    put("3", true);
    record.open();
    CHECK(good(record.journal->reader().state("sync.cursor")) == "3");
}

TEST_CASE("below the limit the disk is low, and the reserve is there until it is needed", "[journal][disk]") {
    Record record;
    std::uint64_t free = 1U << 30;
    record.options.reserve_bytes = 1U << 20;
    record.options.free_bytes = [&]() -> Result<std::uint64_t> { return free; };
    record.open();
    CHECK_FALSE(record.journal->disk_low());
    CHECK(std::filesystem::file_size(record.options.paths.reserve()) == 1U << 20);
    free = 10U << 20;
    CHECK(record.journal->disk_low());
    CHECK(record.accepts().seq == 1);
    record.close();
    std::filesystem::remove(record.options.paths.reserve());
    record.open();
    CHECK_FALSE(std::filesystem::exists(record.options.paths.reserve()));
    free = 1U << 30;
    CHECK(record.journal->disk_low());
    good(record.journal->settle());
    CHECK_FALSE(record.journal->disk_low());
}

TEST_CASE("readers see whole entries while the writer goes on", "[journal][threads]") {
    Record record;
    record.open();
    record.accepts();
    std::atomic<bool> stop = false;
    std::array<std::string, 2> complaints;
    std::array<std::uint64_t, 2> seen{};
    std::vector<std::thread> readers;
    for (std::size_t i = 0; i < 2; ++i)
        readers.emplace_back([&, i] {
            auto reader = JournalReader::open(record.options, *record.vault);
            if (!reader) complaints[i] = detail_of(reader.error());
            while (!stop && complaints[i].empty()) {
                const auto head = (*reader)->head();
                const auto entries =
                    head ? (*reader)->read_from(head->seq, 1, 1U << 20) : tl::unexpected(head.error());
                if (!entries)
                    complaints[i] = detail_of(entries.error());
                else if (entries->size() != 1 || head->seq < seen[i])
                    complaints[i] = "went back";
                else
                    seen[i] = head->seq;
            }
        });
    for (int i = 0; i < 60; ++i) {
        record.accepts();
        if (i % 20 == 0) good(record.journal->settle());
    }
    stop = true;
    for (auto& thread : readers) thread.join();
    CHECK(complaints == std::array<std::string, 2>{});
    CHECK(good(record.journal->verify()).entries == 61);
}

TEST_CASE("whatever is appended, let go and reopened, the record is what was committed",
          "[journal][random]") {
    const auto seed = GENERATE(range<std::uint64_t>(1, 9));
    CAPTURE(seed);
    Record record(seed);
    SeededRandom choice(seed * 77);
    record.open();
    std::vector<Digest> expected;
    for (int step = 0; step < 60; ++step) {
        auto work = good(record.journal->begin());
        std::vector<Digest> appended;
        for (auto n = choice.below(4); n > 0; --n) {
            if (choice.below(3) == 0)
                good(
                    work->attach(Bytes(1 + choice.below(600'000), static_cast<std::uint8_t>(choice.below(5))),
                                 "image/png"));
            appended.push_back(good(work->append("application.accepted", {{"n", choice.below(1000)}})).hash);
        }
        if (choice.below(3) > 0) {
            good(work->commit());
            expected.insert(expected.end(), appended.begin(), appended.end());
        }
        work.reset();
        if (choice.below(10) == 0) record.open();
        REQUIRE(record.journal->head().seq == expected.size());
    }
    CHECK(good(record.journal->verify()).entries == expected.size());
    const auto all = good(record.journal->reader().read_from(1, expected.size() + 1, SIZE_MAX));
    REQUIRE(all.size() == expected.size());
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].entry.hash == expected[i]);
}

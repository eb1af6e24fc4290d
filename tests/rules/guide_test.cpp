#include "kiosk/rules/guide.h"

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/rules/checklist.h"
#include "tests/rules/rules_fixture.h"

using namespace ardager;

namespace {

/// A copy of assets/guides that may be spoilt.
class GuidesFolder {
public:
    GuidesFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "ardager-guides-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        std::filesystem::copy(source_folder("assets/guides"), folder_,
                              std::filesystem::copy_options::recursive);
    }
    ~GuidesFolder() { std::filesystem::remove_all(folder_); }
    GuidesFolder(const GuidesFolder&) = delete;
    GuidesFolder& operator=(const GuidesFolder&) = delete;
    void replace(const std::string& before, const std::string& after) const {
        const auto file = folder_ / "reserve-training.toml";
        std::string text(as_text(read_file(file, 100'000).value()));
        const auto at = text.find(before);
        REQUIRE(at != std::string::npos);
        REQUIRE(write_file(file, to_bytes(text.replace(at, before.size(), after))).has_value());
    }
    [[nodiscard]] Result<Guides> load() const { return Guides::load(folder_); }

private:
    std::filesystem::path folder_;
};

const Guides& guides() {
    static const auto loaded = Guides::load(source_folder("assets/guides")).value();
    return loaded;
}

const Standards& standards() {
    static const auto loaded = Standards::load(source_folder("assets/standards")).value();
    return loaded;
}

}  // namespace

TEST_CASE("the information pages quote items 20, 35(2), 54 and 55 in Kazakh", "[rules][guides]") {
    REQUIRE(guides().all().size() == 3);
    CHECK(guides().all()[0].id == "registration-at-17");
    CHECK(guides().all()[1].items == std::vector<std::string>{"35(2)", "54"});
    CHECK(guides().all()[2].id == "military-department");
    for (const auto& guide : guides().all()) {
        CHECK_FALSE(guide.is_translation("kk"));
        CHECK(guide.is_translation("ru"));
        CHECK(guide.is_translation("en"));
        for (const auto& text : guide.paragraphs)
            CHECK((!text.kk.empty() && !text.ru.empty() && !text.en.empty()));
    }
    const auto* seventeen = guides().find("registration-at-17");
    REQUIRE(seventeen != nullptr);
    CHECK(
        seventeen->paragraphs.front().kk ==
        "Жыл сайын қаңтар – наурызда тіркеу жылында 17 жасқа толатын ер азаматтар әскерге шақыру учаскесіне "
        "тіркеледі.");
    CHECK(guides().find("no-such-page") == nullptr);
}

TEST_CASE("each step's days are the order's", "[rules][guides]") {
    struct Row {
        const char* id;
        std::vector<std::pair<int, bool>> terms;
    };
    const auto row = GENERATE(Row{"registration-at-17", {}}, Row{"reserve-training", {{3, false}, {7, true}}},
                              Row{"military-department", {{10, true}, {5, true}, {7, true}}});
    const auto* guide = guides().find(row.id);
    REQUIRE(guide != nullptr);
    std::vector<std::pair<int, bool>> terms;
    std::string quoted;
    for (const auto& text : guide->paragraphs) quoted += text.kk;
    for (const auto& term : guide->terms) {
        terms.emplace_back(term.days, term.working_days);
        CHECK(quoted.find(std::to_string(term.days) + (term.working_days ? " жұмыс күн" : " күн")) !=
              std::string::npos);
    }
    CHECK(terms == row.terms);
}

TEST_CASE("a spoilt page is refused, naming file, line and key", "[rules][guides]") {
    struct Row {
        const char* before;
        const char* after;
        const char* said;
    };
    const auto row =
        GENERATE(Row{"days = 3", "days = 0", "reserve-training.toml:28: term[1].days"},
                 Row{"days = 3", "days = 3\nhours = 1", "term[1].hours"},
                 Row{"id = \"reserve-training\"", "id = \"other\"", "reserve-training.toml:6: id: differs"},
                 Row{"items = [\"35(2)\", \"54\"]", "items = []", "items"},
                 Row{"[title]\nkk", "[title]\nkz", "title"}, Row{"working = false", "", "working"});
    CAPTURE(row.before, row.after);
    const GuidesFolder folder;
    REQUIRE(folder.load().has_value());
    folder.replace(row.before, row.after);
    const auto refused = folder.load();
    REQUIRE_FALSE(refused.has_value());
    CAPTURE(refused.error().detail);
    CHECK(refused.error().code == Code::invalid_input);
    CHECK(refused.error().detail.find(row.said) != std::string::npos);
}

TEST_CASE("every sub-type of a portal service lists its documents alike in each language",
          "[rules][guides]") {
    struct Row {
        const char* variant;
        std::size_t items;
    };
    const auto row = GENERATE(Row{"new_citizen", 3}, Row{"discharged", 5}, Row{"released", 3},
                              Row{"women_with_specialty", 2}, Row{"not_registered_before", 4});
    const auto* standard = standards().version("military-registration", "2025-03").value();
    const auto list = list_documents(*standard, row.variant).value();
    CHECK(list.items.size() == row.items);
    for (const auto& item : list.items) {
        CHECK(item.kk.back() != ';');
        CHECK(item.ru.back() != '.');
    }
    CHECK(list.note.kk.starts_with("Осы көрсетілетін қызметтің барлық кіші түрін"));
    CHECK(list_documents(*standard, "").error().code == Code::not_found);
    CHECK(list_documents(*standard, "no_such").error().code == Code::not_found);
}

TEST_CASE("a service without sub-types lists what section 8 names", "[rules][guides]") {
    const auto* standard = standards().version("service-records", "2025-03").value();
    const auto list = list_documents(*standard, "").value();
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[1].kk ==
          "өзектілендіру (түзету) қажет етілетін мәліметтің бар болуын растайтын құжаттың электрондық "
          "көшірмесін қоса береді");
    CHECK(list.note.kk.starts_with("Жеке басын куәландыратын құжаттар туралы мәліметті"));
    CHECK(list_documents(*standard, "any").error().code == Code::not_found);
}

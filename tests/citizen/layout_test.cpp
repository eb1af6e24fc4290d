// What a person sees at first glance: questions whole, fields with their names, things side by side alike.
#include <cstdlib>

#include "tests/citizen/page_tour.h"
#include "tests/citizen/scene_checks.h"

namespace ardager::citizen {
namespace {

const ui::SceneItem& item(const Kiosk& kiosk, std::string_view id) {
    const ui::SceneItem* found = kiosk.window->scene().find(id);
    if (found == nullptr) FAIL("not on the page: " << id);
    return *found;
}

bool lies_in(const ui::Box& inner, const ui::Box& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

TEST_CASE("questions and answers that are short stand on the kiosk's page without scrolling",
          "[citizen][screens][layout]") {
    constexpr std::array kShort{Page::menu,          Page::applicant,  Page::place,      Page::pickup,
                                Page::document_kind, Page::scan,       Page::check,      Page::accepted,
                                Page::incomplete,    Page::status,     Page::visit_who,  Page::visit_place,
                                Page::visit_reason,  Page::visit_days, Page::visit_time, Page::visit_check,
                                Page::visit_taken,   Page::ticket,     Page::authority,  Page::home_visit};
    const auto page = GENERATE_COPY(from_range(kShort.begin(), kShort.end()));
    const auto language = GENERATE("kk", "ru", "en");
    CAPTURE(page_name(page), language);
    Kiosk kiosk(kScreens.front(), false);
    kiosk.goes_to(page);
    kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    CHECK(kiosk.window->scene().find("scroll_down") == nullptr);
}

TEST_CASE("the start page shows at every text size what the kiosk cannot do", "[citizen][screens][layout]") {
    const auto text_size = GENERATE(0U, 1U, 2U, 3U);
    CAPTURE(text_size);
    Kiosk kiosk(kScreens.front(), false);
    kiosk.session.tells(BoardChanged{{.record_damaged = true}});
    for (unsigned step = 0; step < text_size; ++step) kiosk.session.asks(Act::text_size);
    kiosk.shows();
    CHECK(kiosk.window->scene().find("scroll_down") == nullptr);
}

TEST_CASE("above the touch keyboard the field that is typed into has its name in sight",
          "[citizen][screens][layout]") {
    const auto& screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(0U, 1U, 2U, 3U);
    const auto page = GENERATE(Page::name, Page::address, Page::document_number, Page::status_number);
    CAPTURE(screen.name, text_size, page_name(page));
    Kiosk kiosk(screen);
    kiosk.goes_to(page);
    for (unsigned step = 0; step < text_size; ++step) kiosk.session.asks(Act::text_size);
    kiosk.shows();
    const auto& items = kiosk.window->scene().items;
    const auto field = std::find_if(items.begin(), items.end(), [](const ui::SceneItem& one) {
        return one.role == ui::Role::field && one.state.focused;
    });
    REQUIRE(field != items.end());
    const auto& drawn = kiosk.window->drawn_texts();  // only what is whole in sight
    const bool named = std::any_of(drawn.begin(), drawn.end(), [&](const ui::DrawnText& text) {
        const float above = field->box.y - text.box.y - text.box.height;
        return std::abs(text.box.x - field->box.x) < 1 && above >= 0 && above < field->box.height / 2;
    });
    CHECK(named);
}

TEST_CASE("the lines of the error summary lie within its frame, whatever their length",
          "[citizen][screens][layout]") {
    const auto& screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(0U, 3U);
    const auto language = GENERATE("kk", "ru", "en");
    CAPTURE(screen.name, text_size, language);
    Kiosk kiosk(screen, false);
    kiosk.session.comes_to(Page::name);
    kiosk.session.asks(Act::set_language, language);
    for (unsigned step = 0; step < text_size; ++step) kiosk.session.asks(Act::text_size);
    kiosk.session.types(Field::surname, "12");
    kiosk.session.asks(Act::next);
    kiosk.shows();
    const ui::Box frame = item(kiosk, "error_summary").box;
    for (const char* line : {"fault_surname", "fault_given_name"}) {
        CAPTURE(line);
        CHECK(lies_in(item(kiosk, line).box, frame));
        CHECK_FALSE(item(kiosk, line).truncated);
    }
}

TEST_CASE("a representative's check page shows whole what to sign", "[citizen][screens][layout]") {
    const auto& screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto language = GENERATE("kk", "ru", "en");
    CAPTURE(screen.name, language);
    Kiosk kiosk(screen, std::getenv("ARDAGER_SCREENSHOTS") != nullptr);
    kiosk.session.for_another = true;
    kiosk.session.comes_to(Page::check);
    kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    if (screen.name == kScreens.front().name)
        kiosk.keeps_picture(std::string(language) + "-check-representative");
    for (unsigned step = 0; step < 3; ++step) kiosk.session.asks(Act::text_size);
    kiosk.shows();
    CHECK(spilled_words(*kiosk.window) == "");
}

TEST_CASE("what stands side by side is equally high", "[citizen][screens][layout]") {
    const auto language = GENERATE("kk", "ru", "en");
    CAPTURE(language);
    Kiosk kiosk(kScreens.front(), false);
    kiosk.goes_to(Page::scan);
    kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    CHECK(item(kiosk, "scan").box.height == item(kiosk, "scan_last").box.height);
    kiosk.goes_to(Page::place);
    kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    std::map<float, std::set<float>> heights_at;
    for (const ui::SceneItem& one : kiosk.window->scene().items)
        if (one.id.starts_with("place_") && one.role == ui::Role::choice)
            heights_at[one.box.y].insert(one.box.height);
    CHECK(heights_at.size() == (kPlacesOnPage + 1) / 2);
    for (const auto& [top, heights] : heights_at) CHECK(heights.size() == 1);
}

}  // namespace
}  // namespace ardager::citizen

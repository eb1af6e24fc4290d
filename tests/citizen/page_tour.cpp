#include "tests/citizen/page_tour.h"

#include <cstdlib>

#include "kiosk/base/source_folder.h"

namespace ardager::citizen {

const std::shared_ptr<const ui::Catalogues>& catalogues() {
    static const auto kLoaded = must(ui::Text::load(source_folder("assets/text")));
    return kLoaded;
}

CitizenSetup real_places() {
    CitizenSetup setup = karaganda();
    setup.places.clear();
    const auto file = source_folder("assets/reference/kato.toml");
    const Places places = must(Places::load(file));
    for (const auto& [kato, place] : places.all()) setup.places.push_back(place);
    return setup;
}

std::shared_ptr<const ui::Picture> paper() {
    auto picture = std::make_shared<ui::Picture>();
    *picture = {1, 120, 160, Bytes(120 * 160 * 3, 0xE8)};
    for (std::size_t y = 30; y < 130; y += 12)
        for (std::size_t x = 20 * 3; x < 100 * 3; ++x) picture->rgb[y * 120 * 3 + x] = 0x60;
    return picture;
}

Kiosk::Kiosk(const Screen& screen, bool rendered) : rendered_(rendered) {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    ui::WindowOptions options;
    options.width_px = screen.width_px;
    options.height_px = screen.height_px;
    options.panel_width_mm = screen.panel_width_mm;
    options.hidden = true;
    options.themes = source_folder("assets/themes");
    window = must(ui::Window::open(options));
    shows();
}

void Kiosk::shows() {
    for (int turn = 0; turn < 8; ++turn) {
        Intent intent;
        const auto draw = [&](ui::Kit& kit) {
            auto one = draw_citizen(kit, ui::Text(catalogues(), ui::Language::kk), session.flow);
            if (one.act != Act::none) intent = std::move(one);
        };
        session.now += Milliseconds(200);
        window->invalidate();
        if (rendered_)
            window->settle(session.now, draw);
        else
            window->lay_out(session.now, draw);
        if (intent.act == Act::none && turn > 0) return;
        if (intent.act != Act::none) session.tells(intent);
    }
}

void Kiosk::taps(const std::string& id) {
    INFO("tapping " << id << " on " << page_name(session.page()));
    const auto tapped = window->tap(id);
    REQUIRE((tapped ? std::string() : tapped.error().detail) == "");
    shows();
}

void Kiosk::types(const std::string& id, const std::string& text) {
    INFO("typing into " << id << " on " << page_name(session.page()));
    const auto typed = window->type_text(id, text);
    REQUIRE((typed ? std::string() : typed.error().detail) == "");
    shows();
}

void Kiosk::keeps_picture(const std::string& name) {
    if (const char* folder = std::getenv("ARDAGER_SCREENSHOTS"))
        REQUIRE(window->screenshot(std::filesystem::path(folder) / (name + ".png")));
}

void Kiosk::goes_to(Page page) {
    session.asks(Act::finish);
    switch (page) {
        case Page::representative:
            session.comes_to(Page::applicant);
            session.asks(Act::choose, "another");
            session.asks(Act::next);
            break;
        case Page::birth_date:
            session.comes_to(Page::check);
            session.changes(Field::birth_date);
            break;
        case Page::scan:
            session.comes_to(Page::scan);
            session.asks(Act::scan);
            session.tells(ScanDone{*session.flow.state().scanning, "p1", PageQuality::ok, paper()});
            break;
        case Page::check:
            session.comes_to(Page::check);
            session.tells(
                Intent{.act = Act::sign, .strokes = {{{{20, 30}, {40, 10}, {60, 40}, {80, 12}}}, 280, 60}});
            break;
        case Page::accepted:
            session.comes_to(Page::submitting);
            session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(), nullptr});
            session.tells(PrintEnded{true});
            break;
        case Page::incomplete:
        case Page::draft_kept:
        case Page::refused:
            session.comes_to(Page::scan);
            session.asks(Act::no_document);
            if (page == Page::draft_kept) {
                session.asks(Act::bring_later);
                session.tells(DraftKept{"KRG03-K1-261123-0001-X", parse_date("2026-12-23").value()});
            } else if (page == Page::refused) {
                session.asks(Act::take_refusal);
                session.tells(RefusedIssued{"KRG03-K1-261123-0002-X"});
                session.tells(PrintEnded{false});
            }
            break;
        case Page::status_number:
        case Page::status: {
            session.comes_to(Page::menu);
            session.asks(Act::open_status);
            if (page == Page::status_number) break;
            const auto number = ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14);
            session.types(Field::receipt_number, number.text);
            session.asks(Act::next);
            session.tells(StatusFound{number.text, ApplicationStage::extended,
                                      parse_date("2026-11-23").value(), parse_date("2027-01-05").value(), 30,
                                      true});
            break;
        }
        case Page::home_visit:
        case Page::other_services:
            session.comes_to(Page::menu);
            session.asks(page == Page::home_visit ? Act::open_home_visit : Act::open_other_services);
            break;
        default:
            session.comes_to(page);
            break;
    }
}

}  // namespace ardager::citizen

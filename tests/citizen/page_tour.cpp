#include "tests/citizen/page_tour.h"

#include <cstdlib>

#include "hw/camera_preview.h"
#include "hw/fake/fake_camera.h"
#include "hw/fake/sample_pages.h"
#include "hw/page_image.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/receipts/qr.h"

namespace ardager::citizen {
namespace {

/// As many characters as a signed statement has: the QR code on the screen is as dense as a real one.
const std::string kStatementLength = "ARD1:" + std::string(320, 'A');

}  // namespace

const std::shared_ptr<const ui::Catalogues>& catalogues() {
    static const auto kLoaded = must(ui::Text::load(source_folder("assets/text")));
    return kLoaded;
}

std::shared_ptr<const ui::Picture> paper() {
    const auto small = must(hw::thumbnail(hw::draw_sample_page(hw::SamplePage::military_id)));
    auto picture = std::make_shared<ui::Picture>();
    *picture = {1, small.width, small.height, {}};
    for (const auto shade : small.pixels) picture->rgb.insert(picture->rgb.end(), 3, shade);
    return picture;
}

std::shared_ptr<const ui::Picture> held_receipt() {
    const auto qr = must(receipts::make_qr(kStatementLength));
    const auto small = hw::mirrored_preview(hw::draw_sample_frame(static_cast<unsigned>(qr.side), qr.dark));
    auto picture = std::make_shared<ui::Picture>();
    *picture = {2, small.width, small.height, {}};
    for (const auto shade : small.pixels) picture->rgb.insert(picture->rgb.end(), 3, shade);
    return picture;
}

std::shared_ptr<const ui::QrModules> qr_of(std::string_view text) {
    const auto qr = must(receipts::make_qr(text));
    return std::make_shared<const ui::QrModules>(ui::QrModules{static_cast<unsigned>(qr.side), qr.dark});
}

CitizenSetup real_setup() {
    CitizenSetup setup = karaganda();
    setup.places.clear();
    const Places places = must(Places::load(source_folder("assets/reference/kato.toml")));
    for (const auto& [kato, place] : places.all()) setup.places.push_back(place);
    const Standards standards = must(Standards::load(source_folder("assets/standards")));
    for (const Standard* standard : standards.all())
        if (!standard->accepted_at_branch()) setup.portal_services.push_back(*standard);
    setup.guides = must(load_guides(source_folder("assets/guides")));
    setup.portal = "www.egov.kz";
    setup.portal_qr = qr_of("HTTPS://WWW.EGOV.KZ");
    return setup;
}

std::string faults(const ui::Scene& scene) {
    std::string found;
    for (const ui::SceneItem& item : scene.items) {
        if (item.truncated) found += "cut off: " + item.id + " " + item.label + "\n";
        if (!item.state.touchable || item.clipped || item.role == ui::Role::key) continue;
        const float least = 12.7F * scene.pixels_per_mm - 1;
        if (item.box.height < least) found += "low target: " + item.id + "\n";
    }
    return found;
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

void Kiosk::goes_to_status(Page page) {
    session.comes_to(Page::menu);
    session.asks(Act::open_status);
    if (page == Page::status_choose) return;
    if (page == Page::status_receipt) return goes_to_receipt({});
    session.asks(Act::type_number);
    if (page == Page::status_number) return;
    const auto number = ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14);
    session.types(Field::receipt_number, number.text);
    session.asks(Act::next);
    session.tells(StatusFound{number.text, ApplicationStage::extended, parse_date("2026-11-23").value(),
                              parse_date("2027-01-05").value(), 30, true});
    if (page == Page::status_identity) session.asks(Act::show_more);
}

void Kiosk::goes_to_receipt(const ReceiptWays& ways) {
    Board board = session.flow.board();
    board.has_camera = ways.camera;
    board.scanner_ready = ways.scanner;
    session.tells(BoardChanged{board});
    if (session.page() != Page::status_choose) {
        session.comes_to(Page::menu);
        session.asks(Act::open_status);
    }
    session.asks(Act::lay_receipt);
    if (const auto* watch = session.effect<WatchCamera>(); watch != nullptr && ways.picture) {
        const auto ticket = watch->ticket;
        session.tells(CameraSees{ticket, held_receipt()});
        if (ways.other_code) session.tells(ReceiptUnread{ticket, ReceiptTrouble::forged});
        if (ways.failed) session.tells(CameraFailed{ticket});
    }
}

void Kiosk::goes_to_guide(Page page) {
    session.comes_to(Page::menu);
    session.asks(Act::open_other_services);
    if (page == Page::information) return session.asks(Act::open_information, "paid-training");
    session.asks(Act::open_guide, "military-registration");
    if (page == Page::guide) session.asks(Act::choose, "not_registered_before");
}

void Kiosk::goes_on_errand(Page page) {
    const bool ticket = page <= Page::ticket;
    const bool visit = std::string_view(page_name(page)).starts_with("visit_");
    if (ticket) session.errand = Act::open_ticket;
    if (visit) session.errand = Act::open_home_visit;
    session.for_another = true;
    if (page == Page::ticket) {
        session.comes_to(Page::ticket_taking);
        session.tells(TicketTaken{"A-014", 3, 8});
        session.tells(PrintEnded{true});
    } else if (page == Page::visit_taken) {
        session.comes_to(Page::visit_sending);
        session.tells(VisitRequested{"KRG03-K1-261123-0015-5"});
        session.tells(PrintEnded{false});
    } else {
        session.comes_to(page);
    }
}

void Kiosk::goes_to(Page page) {
    session.asks(Act::finish);
    Board board = session.flow.board();
    board.has_camera = false;
    session.tells(BoardChanged{board});
    session.errand = Act::open_application;
    session.for_another = false;
    if (page >= Page::ticket_purpose) return goes_on_errand(page);
    switch (page) {
        case Page::representative:
            session.for_another = true;
            session.comes_to(Page::authority);
            session.asks(Act::no_document);
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
            session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(),
                                    qr_of(kStatementLength)});
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
        case Page::status_choose:
        case Page::status_number:
        case Page::status_receipt:
        case Page::status:
        case Page::status_identity:
            goes_to_status(page);
            break;
        case Page::guide_who:
        case Page::guide:
        case Page::information:
            goes_to_guide(page);
            break;
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

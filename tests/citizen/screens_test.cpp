// The pages on the real kit: every page in three languages, and the whole application by tapping widgets.
// Set ARDAGER_SCREENSHOTS to a folder to keep the pictures.
#include <cstdlib>

#include "kiosk/base/source_folder.h"
#include "session.h"
#include "ui/citizen/citizen_screens.h"
#include "ui/kit/window.h"

namespace ardager::citizen {
namespace {

constexpr std::array kPages{Page::start,
                            Page::menu,
                            Page::consent,
                            Page::applicant,
                            Page::representative,
                            Page::identity,
                            Page::identity_confirm,
                            Page::name,
                            Page::birth_date,
                            Page::phone,
                            Page::place,
                            Page::address,
                            Page::pickup,
                            Page::document_kind,
                            Page::document_number,
                            Page::scan,
                            Page::check,
                            Page::submitting,
                            Page::accepted,
                            Page::incomplete,
                            Page::draft_kept,
                            Page::refused,
                            Page::status_number,
                            Page::status,
                            Page::home_visit,
                            Page::other_services,
                            Page::ticket_purpose,
                            Page::ticket_taking,
                            Page::ticket,
                            Page::representative_identity,
                            Page::representative_confirm,
                            Page::representative_name,
                            Page::representative_phone,
                            Page::authority,
                            Page::authority_number,
                            Page::authority_scan,
                            Page::visit_who,
                            Page::visit_requester,
                            Page::visit_name,
                            Page::visit_phone,
                            Page::visit_place,
                            Page::visit_address,
                            Page::visit_reason,
                            Page::visit_days,
                            Page::visit_time,
                            Page::visit_check,
                            Page::visit_sending,
                            Page::visit_taken};

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(result.error().detail);
    return std::move(*result);
}

const std::shared_ptr<const ui::Catalogues>& catalogues() {
    static const auto kLoaded = must(ui::Text::load(source_folder("assets/text")));
    return kLoaded;
}

/// The places that the kiosk really offers.
CitizenSetup real_places() {
    CitizenSetup setup = karaganda();
    setup.places.clear();
    const auto file = source_folder("assets/reference/kato.toml");
    const Places places = must(Places::load(file));
    for (const auto& [kato, place] : places.all()) setup.places.push_back(place);
    return setup;
}

/// A page of grey paper with a few dark lines.
std::shared_ptr<const ui::Picture> paper() {
    auto picture = std::make_shared<ui::Picture>();
    *picture = {1, 120, 160, Bytes(120 * 160 * 3, 0xE8)};
    for (std::size_t y = 30; y < 130; y += 12)
        for (std::size_t x = 20 * 3; x < 100 * 3; ++x) picture->rgb[y * 120 * 3 + x] = 0x60;
    return picture;
}

/// A session in front of a real window on SDL's dummy driver.
class Kiosk {
public:
    Kiosk() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        ui::WindowOptions options;
        options.hidden = true;
        options.themes = source_folder("assets/themes");
        window = must(ui::Window::open(options));
        shows();
    }
    /// Draws, hands over what was asked and draws again until nothing changes.
    void shows() {
        for (int turn = 0; turn < 8; ++turn) {
            Intent intent;
            session.now += Milliseconds(200);
            window->invalidate();
            window->settle(session.now, [&](ui::Kit& kit) {
                auto one = draw_citizen(kit, ui::Text(catalogues(), ui::Language::kk), session.flow);
                if (one.act != Act::none) intent = std::move(one);
            });
            if (intent.act == Act::none && turn > 1) return;
            if (intent.act != Act::none) session.tells(intent);
        }
    }
    void taps(const std::string& id) {
        INFO("tapping " << id << " on " << page_name(session.page()));
        const auto tapped = window->tap(id);
        REQUIRE((tapped ? std::string() : tapped.error().detail) == "");
        shows();
    }
    void types(const std::string& id, const std::string& text) {
        INFO("typing into " << id << " on " << page_name(session.page()));
        const auto typed = window->type_text(id, text);
        REQUIRE((typed ? std::string() : typed.error().detail) == "");
        shows();
    }
    void keeps_picture(const std::string& name) {
        if (const char* folder = std::getenv("ARDAGER_SCREENSHOTS"))
            REQUIRE(window->screenshot(std::filesystem::path(folder) / (name + ".png")));
    }
    void goes_to(Page page);
    void goes_on_errand(Page page);

    Session session{real_places()};
    std::unique_ptr<ui::Window> window;
};

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

/// What stands wrong on the screen, one line each.
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

TEST_CASE("every page shows its words whole in three languages", "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru", "en");
    const auto page = GENERATE(from_range(kPages.begin(), kPages.end()));
    CAPTURE(language, page_name(page));
    Kiosk kiosk;
    kiosk.session.tells(BoardChanged{{.queue_people = 2, .queue_minutes = 4}});
    kiosk.goes_to(page);
    if (page != Page::start) kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    REQUIRE(kiosk.session.page() == page);
    CHECK(faults(kiosk.window->scene()) == "");
    CHECK(kiosk.window->scene().find("utility_help"));
    kiosk.keeps_picture(std::string(page_name(page)) + "-" + language);
}

TEST_CASE("the whole application can be made by tapping", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.taps("start_ru");
    kiosk.session.tells(SessionOpened{"session-1"});
    kiosk.shows();
    kiosk.taps("menu_apply");
    kiosk.taps("main");  // consent
    kiosk.taps("applicant_self");
    kiosk.taps("main");
    for (const char digit : std::string(kIin)) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
    kiosk.taps("main");  // the number is right
    kiosk.types("surname", "Ардагеров");
    kiosk.types("given_name", "Сынақ");
    kiosk.types("patronymic", "Тестұлы");
    kiosk.taps("main");
    for (const char digit : std::string("7010000000")) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
    kiosk.taps("place_351010000");
    kiosk.taps("main");
    kiosk.types("address", "Ержанов к-сі, 12");
    kiosk.taps("main");
    kiosk.taps("main");  // this branch is chosen already
    kiosk.taps("kind_military_id");
    kiosk.taps("main");
    kiosk.types("document_number", "НО 123456");
    kiosk.taps("main");
    kiosk.taps("scan");
    REQUIRE(kiosk.session.flow.state().scanning);
    kiosk.session.tells(ScanDone{*kiosk.session.flow.state().scanning, "p1", PageQuality::ok, paper()});
    kiosk.shows();
    kiosk.taps("main");
    REQUIRE(kiosk.session.page() == Page::check);
    REQUIRE(kiosk.window->draw_strokes("signature", {{{{20, 10}, {60, 30}, {90, 12}}}, 280, 60}));
    kiosk.shows();
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::submitting);
    const ApplicantAnswers& person = kiosk.session.flow.state().answers.applicant;
    CHECK(person.iin == kIin);
    CHECK(person.surname == "Ардагеров");
    CHECK(person.phone == "+77010000000");
    CHECK(person.address.text == "Ержанов к-сі, 12");
}

/// Whoever types `text` digit by digit, as a finger does.
void taps_digits(Kiosk& kiosk, const std::string& digits) {
    for (const char digit : digits) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
}

void begins(Kiosk& kiosk) {
    kiosk.taps("start_ru");
    kiosk.session.tells(SessionOpened{"session-1"});
    kiosk.shows();
}

TEST_CASE("a ticket is two taps, and its number stands large on the screen", "[citizen][screens]") {
    Kiosk kiosk;
    begins(kiosk);
    kiosk.taps("menu_ticket");
    kiosk.taps("ticket_question");
    REQUIRE(kiosk.session.page() == Page::ticket_taking);
    kiosk.session.tells(TicketTaken{"A-014", 3, 8});
    kiosk.session.tells(PrintEnded{false});
    kiosk.shows();
    CHECK(kiosk.window->scene().shows("A-014"));
    kiosk.taps("reprint");
    kiosk.session.tells(PrintEnded{true});
    kiosk.shows();
    CHECK_FALSE(kiosk.window->scene().find("reprint"));
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::start);
    CHECK_FALSE(kiosk.window->scene().shows("A-014"));
}

TEST_CASE("a home visit can be asked for by tapping", "[citizen][screens]") {
    Kiosk kiosk;
    begins(kiosk);
    kiosk.taps("menu_home");
    kiosk.taps("main");  // consent
    kiosk.taps("visit_another");
    kiosk.taps("main");
    for (int people = 0; people < 2; ++people) {
        kiosk.types("surname", people == 0 ? "Примеров" : "Ветеранов");
        kiosk.types("given_name", "Образец");
        kiosk.taps("main");
    }
    taps_digits(kiosk, "7010000000");
    kiosk.taps("place_351010000");
    kiosk.taps("main");
    kiosk.types("address", "ул. Ержанова, 12");
    kiosk.taps("main");
    for (const char* id : {"visit_cannot_walk", "visit_tuesday", "visit_morning"}) {
        kiosk.taps(id);
        kiosk.taps("main");
    }
    REQUIRE(kiosk.session.page() == Page::visit_check);
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::visit_sending);
    kiosk.session.tells(VisitRequested{"KRG03-K1-261123-0015-5"});
    kiosk.shows();
    kiosk.taps("main");
    for (const char* secret : {"Примеров", "Ветеранов", "Ержанова", "KRG03-K1-261123-0015-5"})
        for (const ui::SceneItem& item : kiosk.window->scene().items) {
            CHECK(item.label.find(secret) == std::string::npos);
            CHECK(item.spoken.find(secret) == std::string::npos);
        }
}

TEST_CASE("after a power cut nothing of the session is on the screen before it is claimed",
          "[citizen][screens]") {
    Kiosk kiosk;
    Session before;
    before.for_another = true;
    before.comes_to(Page::check);
    REQUIRE(kiosk.session.flow.restore(before.draft.value(), "session-1"));
    kiosk.shows();
    for (const ui::SceneItem& item : kiosk.window->scene().items)
        for (const char* secret : {"Ардагеров", "Үлгіева", "2505", "7010000000", "Ержанов", "123456"}) {
            CHECK(item.label.find(secret) == std::string::npos);
            CHECK(item.spoken.find(secret) == std::string::npos);
        }
    kiosk.keeps_picture("resume-kk");
    kiosk.taps("resume_stay");
    CHECK(kiosk.session.page() == Page::check);
}

TEST_CASE("a wrong number shows the same words in the summary and at the field", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::identity);
    kiosk.session.types(Field::iin, "250509300010");
    kiosk.session.asks(Act::next);
    kiosk.shows();
    const std::string sentence = ui::Text(catalogues(), ui::Language::kk)(Key::error_iin_check);
    const auto& items = kiosk.window->scene().items;
    const auto says = [&](const ui::SceneItem& item) {
        return item.label.find(sentence) != std::string::npos ||
               item.spoken.find(sentence) != std::string::npos;
    };
    CHECK(std::count_if(items.begin(), items.end(), says) >= 2);
    kiosk.keeps_picture("identity-error-kk");
}

TEST_CASE("questions over the page take every touch", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::phone);
    kiosk.shows();
    kiosk.taps("utility_language");
    kiosk.keeps_picture("language-kk");
    CHECK_FALSE(kiosk.window->tap("main"));
    kiosk.taps("language_en");
    CHECK(kiosk.window->scene().shows("Your telephone number"));
    kiosk.session.waits(kIdleWarning);
    kiosk.shows();
    kiosk.keeps_picture("idle-en");
    kiosk.taps("idle_stay");
    CHECK(kiosk.session.flow.state().overlay == Overlay::none);
    CHECK(kiosk.session.page() == Page::phone);
}

TEST_CASE("large letters and high contrast last until the session ends", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::menu);
    kiosk.shows();
    kiosk.taps("utility_text_size");
    kiosk.taps("utility_contrast");
    CHECK(kiosk.window->kit().contrast() == ui::Contrast::high);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::large);
    kiosk.keeps_picture("menu-contrast-kk");
    kiosk.taps("finish");
    CHECK(kiosk.window->kit().contrast() == ui::Contrast::calm);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::normal);
}

}  // namespace
}  // namespace ardager::citizen

#include "tests/citizen/every_scene.h"

namespace ardager::citizen {
namespace {

constexpr std::array kTroubles{Rung::record_damaged, Rung::disk_low, Rung::clock_wrong,
                               Rung::out_of_hours,   Rung::no_shift, Rung::scanner_missing,
                               Rung::printer_missing};

class Walk {
public:
    Walk(Kiosk& kiosk, const Reader& reader, const std::function<void(const std::string&)>& looks)
        : kiosk_(kiosk), reader_(reader), looks_(looks) {}

    void pages() {
        for (const Page page : kTour) {
            goes_to(page);
            shows(page_name(page));
            kiosk_.session.asks(Act::next);
            if (kiosk_.session.page() == page && !state().errors.empty())
                shows(std::string(page_name(page)) + "-error");
        }
    }
    void questions_over_a_page() {
        goes_to(Page::phone);
        kiosk_.session.asks(Act::open_language);
        shows("dialog-language", Overlay::language);
        kiosk_.session.asks(Act::open_help);
        shows("dialog-help", Overlay::help);
        kiosk_.session.asks(Act::call_staff);
        shows("dialog-help-called", Overlay::help);
        goes_to(Page::phone);
        kiosk_.session.waits(Milliseconds(0));  // the frames so far took time
        kiosk_.session.tells(Touched{});
        kiosk_.session.waits(kIdleWarning);
        shows("dialog-idle", Overlay::idle);
        resumes();
    }
    void troubles() {
        for (const Rung rung : kTroubles) {
            goes_to(Page::start);
            kiosk_.session.tells(BoardChanged{board_with({rung})});
            shows(std::string("start-") + rung_name(rung));
            goes_to(Page::menu);
            kiosk_.session.tells(BoardChanged{board_with({rung})});
            shows(std::string("menu-") + rung_name(rung));
        }
    }

private:
    [[nodiscard]] const CitizenState& state() const { return kiosk_.session.flow.state(); }

    void goes_to(Page page) {
        kiosk_.session.tells(BoardChanged{{.queue_people = 2, .queue_minutes = 4}});
        kiosk_.goes_to(page);
        // The start page speaks all languages.
        if (page != Page::start) kiosk_.session.asks(Act::set_language, reader_.language);
        makes_comfortable();
    }
    void makes_comfortable() {
        for (unsigned turn = 0; state().comfort.text_size != reader_.comfort.text_size; ++turn) {
            REQUIRE(turn < kTextSizes);
            kiosk_.session.asks(Act::text_size);
        }
        for (unsigned turn = 0; state().comfort.contrast != reader_.comfort.contrast; ++turn) {
            REQUIRE(turn < ui::kContrasts);
            kiosk_.session.asks(Act::contrast);
        }
    }
    void resumes() {
        Session before;
        before.begins(reader_.language);
        before.comes_to(Page::phone);
        kiosk_.session.asks(Act::finish);
        REQUIRE(kiosk_.session.flow.restore(before.draft.value(), "session-1"));
        makes_comfortable();
        shows("dialog-resume", Overlay::resume);
        kiosk_.session.asks(Act::finish);
    }
    void shows(const std::string& name, Overlay over = Overlay::none) {
        kiosk_.shows();
        REQUIRE(state().overlay == over);
        looks_(name);
    }

    Kiosk& kiosk_;
    const Reader& reader_;
    const std::function<void(const std::string&)>& looks_;
};

}  // namespace

void every_scene(Kiosk& kiosk, const Reader& reader, const std::function<void(const std::string&)>& looks) {
    Walk walk(kiosk, reader, looks);
    walk.pages();
    walk.questions_over_a_page();
    walk.troubles();
}

void every_question(Kiosk& kiosk, const Reader& reader,
                    const std::function<void(const std::string&)>& looks) {
    Walk(kiosk, reader, looks).questions_over_a_page();
}

}  // namespace ardager::citizen

// A small vocabulary for a citizen's session: what a person, the devices and the clock do, in words.
#pragma once

#include "kiosk/base/ids.h"
#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

inline CitizenSetup karaganda() {
    return {{{"110000000", "Ақмола облысы", "Акмолинская область"},
             {"350000000", "Қарағанды облысы", "Карагандинская область"},
             {"351000000", "Қарағанды қ.ә.", "Караганда г.а."},
             {"351010000", "Қарағанды қ.", "г. Караганда"},
             {"352300000", "Балқаш қ.ә.", "Балхаш г.а."}},
            {{"KRG03", "№ 3 бөлім, Қарағанды қ.", "Отдел № 3, г. Караганда"},
             {"KRG05", "№ 5 бөлім, Балқаш қ.", "Отдел № 5, г. Балхаш"}},
            "351010000"};
}

inline constexpr const char* kIin = "250509300018";
inline constexpr const char* kOtherIin = "240229400103";
inline constexpr const char* kMrz =
    "IDKAZ0523456719250509300018<<<\n2505093M3301144KAZ<<<<<<<<<<<3\nARDAGEROV<<SYNAQ<<<<<<<<<<<<<<\n";

/// The board of a kiosk with these troubles and no other.
inline Board board_with(std::initializer_list<Rung> rungs) {
    const auto has = [&](Rung rung) { return std::find(rungs.begin(), rungs.end(), rung) != rungs.end(); };
    Board board;
    board.online = !has(Rung::line_down);
    board.record_damaged = has(Rung::record_damaged);
    board.disk_low = has(Rung::disk_low);
    board.clock_wrong = has(Rung::clock_wrong);
    board.out_of_hours = has(Rung::out_of_hours);
    board.no_shift = has(Rung::no_shift);
    board.scanner_ready = !has(Rung::scanner_missing);
    board.printer_ready = !has(Rung::printer_missing);
    return board;
}

class Session {
public:
    explicit Session(CitizenSetup setup = karaganda()) : flow(std::move(setup)) { waits(Milliseconds(0)); }

    void tells(const CitizenEvent& event) {
        effects = flow.handle(event);
        for (const Effect& effect : effects) {
            if (const auto* save = std::get_if<SaveDraft>(&effect)) draft = save->draft;
            if (std::holds_alternative<WipeDraft>(effect)) draft.reset();
        }
    }
    void asks(Act act, std::string value = {}) { tells(Intent{.act = act, .value = std::move(value)}); }
    void types(Field field, std::string value) {
        tells(Intent{.act = Act::type, .field = field, .value = std::move(value)});
    }
    void changes(Field field) { tells(Intent{.act = Act::change, .field = field}); }
    void waits(Milliseconds time) {
        now += time;
        tells(Tick{now, Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(23))});
    }

    void begins(const char* language = "kk") {
        asks(Act::begin, language);
        tells(SessionOpened{"session-1"});
    }
    void scans(PageQuality quality, const std::string& id) {
        asks(Act::scan);
        tells(ScanDone{flow.state().scanning.value_or(0), id, quality, nullptr});
    }
    void signs() { tells(Intent{.act = Act::sign, .strokes = {{{{10, 10}, {20, 15}}}, 80, 20}}); }

    /// Answers everything up to the page, as one person would.
    void comes_to(Page wanted);

    template <class T>
    [[nodiscard]] const T* effect() const {
        for (const Effect& effect : effects)
            if (const auto* found = std::get_if<T>(&effect)) return found;
        return nullptr;
    }
    [[nodiscard]] Page page() const { return flow.state().page; }
    [[nodiscard]] bool complains(Field field, Key message) const {
        for (const FieldError& error : flow.state().errors)
            if (error == FieldError{field, message}) return true;
        return false;
    }

    Act errand = Act::open_application;  // what the person came for
    bool for_another = false;            // on behalf of somebody else
    CitizenFlow flow;
    Effects effects;
    std::optional<Json> draft;
    Milliseconds now{0};

private:
    void answers_page();
    void answers_errand();
};

/// The pages of a representative, of a home visit and of a ticket that have no twin in the application.
inline void Session::answers_errand() {
    switch (page()) {
        case Page::representative_identity:
            types(Field::iin, kOtherIin);
            break;
        case Page::representative_name:
        case Page::visit_requester:
            types(Field::surname, "Үлгіева");
            types(Field::given_name, "Сынама");
            break;
        case Page::representative_phone:
            types(Field::phone, "7010000001");
            break;
        case Page::authority:
            asks(Act::choose, "power_of_attorney");
            break;
        case Page::authority_number:
            types(Field::document_number, "1-45");
            break;
        case Page::authority_scan:
            scans(PageQuality::ok, "page-a");
            break;
        case Page::home_visit:
            return asks(Act::agree);
        case Page::visit_who:
            asks(Act::choose, for_another ? "another" : "self");
            break;
        case Page::visit_reason:
            asks(Act::choose, "bedridden");
            break;
        case Page::visit_days:
            asks(Act::choose, "tuesday");
            break;
        case Page::visit_time:
            asks(Act::choose, "morning");
            break;
        case Page::visit_check:
            return asks(Act::submit);
        case Page::ticket_purpose:
            return asks(Act::choose, "veteran-certificate");
        default:
            break;
    }
    asks(Act::next);
}

inline void Session::answers_page() {
    switch (page()) {
        case Page::start:
            return begins();
        case Page::menu:
            return asks(errand);
        case Page::consent:
            return asks(Act::agree);
        case Page::applicant:
            asks(Act::choose, for_another ? "another" : "self");
            break;
        case Page::identity:
            types(Field::iin, kIin);
            break;
        case Page::visit_name:
        case Page::name:
            types(Field::surname, "Ардагеров");
            types(Field::given_name, "Сынақ");
            types(Field::patronymic, "Тестұлы");
            break;
        case Page::visit_phone:
        case Page::phone:
            types(Field::phone, "7010000000");
            break;
        case Page::visit_place:
        case Page::place:
            asks(Act::choose, "351010000");
            break;
        case Page::visit_address:
        case Page::address:
            types(Field::address, "Ержанов к-сі, 12, 5-пәтер");
            break;
        case Page::document_kind:
            asks(Act::choose, "military_id");
            break;
        case Page::document_number:
            types(Field::document_number, "НО 123456");
            break;
        case Page::scan:
            scans(PageQuality::ok, "page-1");
            break;
        case Page::check:
            signs();
            return asks(Act::submit);
        default:
            return answers_errand();
    }
    asks(Act::next);
}

inline void Session::comes_to(Page wanted) {
    for (int steps = 0; page() != wanted; ++steps) {
        REQUIRE(steps < 30);
        answers_page();
    }
}

}  // namespace ardager::citizen

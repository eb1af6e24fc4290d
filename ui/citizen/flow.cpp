#include "ui/citizen/asked.h"

#include <algorithm>

#include "kiosk/base/text.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

CitizenFlow::CitizenFlow(CitizenSetup setup) : setup_(std::move(setup)) {}

Effects CitizenFlow::handle(const CitizenEvent& event) {
    effects_.clear();
    std::visit([this](const auto& one) { on(one); }, event);
    switch_camera();
    return std::exchange(effects_, {});
}

void CitizenFlow::on(const Intent& intent) {
    if (intent.act == Act::none) return;
    if (state_.overlay == Overlay::resume) {
        on_resume(intent);
        return;
    }
    touched_ = now_;
    if (state_.overlay == Overlay::idle) {
        state_.overlay = Overlay::none;
        return;
    }
    if (on_anywhere(intent) || on_opening(intent)) return;
    if (on_status_pages(intent) || on_guide_pages(intent)) return;
    if (is_outcome() || state_.page == Page::incomplete || state_.page == Page::status)
        on_outcome(intent);
    else
        on_form(intent);
}

void CitizenFlow::on(const SessionOpened& opened) {
    if (state_.page == Page::start) return;
    state_.session = opened.id;
    save_draft();
}

void CitizenFlow::on(const BoardChanged& changed) {
    board_ = changed.board;
}

bool CitizenFlow::on_anywhere(const Intent& intent) {
    switch (intent.act) {
        case Act::set_language:
            state_.answers.language = intent.value;
            state_.overlay = Overlay::none;
            if (!state_.session.empty()) save_draft();
            return true;
        case Act::open_help:
            state_.overlay = Overlay::help;
            return true;
        case Act::open_language:
            state_.overlay = Overlay::language;
            return true;
        case Act::close_overlay:
            state_.overlay = Overlay::none;
            return true;
        case Act::text_size:
            // Larger comes round to ordinary again; a key can also ask for smaller.
            state_.comfort.text_size =
                (state_.comfort.text_size + (intent.value == "smaller" ? kTextSizes - 1 : 1)) % kTextSizes;
            return true;
        case Act::contrast:
            state_.comfort.contrast = static_cast<ui::Contrast>(
                (static_cast<std::size_t>(state_.comfort.contrast) + 1) % ui::kContrasts);
            return true;
        case Act::read_aloud:
            state_.comfort.read_aloud = (state_.comfort.read_aloud + 1) % kReadAloudLevels;
            return true;
        case Act::call_staff:
            state_.staff_called = true;
            effects_.push_back(CallStaff{});
            return true;
        case Act::finish:
            end_session();
            return true;
        case Act::stay:
            return true;
        default:
            return false;
    }
}

bool CitizenFlow::on_opening(const Intent& intent) {
    if (state_.page == Page::start) {
        if (intent.act != Act::begin) return true;
        state_.answers.language = intent.value.empty() ? "kk" : intent.value;
        effects_.push_back(OpenSession{});
        go(Page::menu);
        return true;
    }
    if (state_.page != Page::menu) return false;
    switch (intent.act) {
        case Act::open_application:
            open_application();
            break;
        case Act::open_status:
            if (allows(Deed::status)) go(Page::status_choose);
            break;
        case Act::open_home_visit:
            go(Page::home_visit);
            break;
        case Act::open_other_services:
            go(Page::other_services);
            break;
        case Act::open_ticket:
            go(Page::ticket_purpose);
            break;
        case Act::back:
            end_session();
            break;
        default:
            break;
    }
    return true;
}

void CitizenFlow::open_application() {
    const bool apply = allows(Deed::apply);
    if (!apply && !allows(Deed::prepare)) return;
    // What is begun in time is handed in, also when the branch closes meanwhile.
    state_.keep_only = !apply;
    go(Page::consent);
}

void CitizenFlow::on_form(const Intent& intent) {
    if (intent.act == Act::no_document && state_.page == Page::document_kind) {
        go(Page::incomplete);
        return;
    }
    if (intent.act == Act::no_document && state_.page == Page::authority) {
        go(Page::representative);
        return;
    }
    if (kind_of(state_.page) == Page::scan && on_scan_page(intent)) return;
    const bool on_check = state_.page == Page::check || state_.page == Page::visit_check;
    switch (intent.act) {
        case Act::agree:
            agree();
            break;
        case Act::choose:
            choose(intent.value);
            break;
        case Act::type:
            type(intent);
            break;
        case Act::change:
            if (on_check) change(intent.field);
            break;
        case Act::sign:
            if (state_.page != Page::check) break;
            state_.signature = intent.strokes;
            std::erase_if(state_.errors, [](const FieldError& e) { return e.field == Field::signature; });
            break;
        case Act::submit:
            submit();
            break;
        case Act::next:
            next();
            break;
        case Act::back:
            back();
            break;
        default:
            break;
    }
}

void CitizenFlow::agree() {
    if (state_.page == Page::consent) {
        state_.answers.consent = true;
    } else if (state_.page == Page::home_visit && allows(Deed::visit)) {
        state_.visit.consent = true;
    } else {
        return;
    }
    next();
}

void CitizenFlow::go(Page page) {
    state_.page = page;
    state_.errors.clear();
    state_.staff_called = false;
    if (kind_of(page) == Page::place) {
        state_.place_at = place_above(setup_.places, setup_.home_place);
        state_.place_page = 0;
    }
    save_draft();
}

void CitizenFlow::end_session() {
    leave_scan();
    if (!state_.session.empty()) effects_.push_back(WipeDraft{});
    state_ = CitizenState{};
}

void CitizenFlow::complain(Field field, Key message) {
    state_.errors.push_back({field, message});
}

}  // namespace ardager::citizen

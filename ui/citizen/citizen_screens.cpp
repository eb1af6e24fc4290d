#include "ui/citizen/citizen_screens.h"

#include "ui/citizen/asked.h"
#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {
namespace {

Intent draw_question(Kit& kit, const Text& text, const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    switch (kind_of(state.page)) {
        case Page::consent:
            return draw_consent(kit, text);
        case Page::applicant:
            return draw_applicant(kit, text, {state.answers.representative.has_value()});
        case Page::representative:
            return draw_representative(kit, text, {state.staff_called});
        case Page::identity:
            return draw_identity(kit, text, identity_view(flow));
        case Page::identity_confirm:
            return draw_identity_confirm(kit, text, confirm_view(flow));
        case Page::name:
            return draw_name(kit, text, name_view(flow));
        case Page::birth_date:
            return draw_birth_date(kit, text, {state.birth_typed, state.errors, asked_of(flow)});
        case Page::phone:
            return draw_phone(kit, text, phone_view(flow));
        case Page::place:
            return draw_place(kit, text, place_view(flow));
        case Page::address:
            return draw_address(kit, text, address_view(flow));
        case Page::pickup:
            return draw_pickup(kit, text, pickup_view(flow));
        case Page::document_kind:
            return draw_document_kind(kit, text, document_kind_view(flow));
        case Page::document_number:
            return draw_document_number(kit, text, document_number_view(flow));
        case Page::scan:
            return draw_scan(kit, text, scan_view(flow));
        case Page::authority:
            return draw_authority(kit, text, authority_view(flow));
        case Page::visit_who:
        case Page::visit_reason:
        case Page::visit_days:
        case Page::visit_time:
            return draw_visit_choice(kit, text, visit_choice_view(flow, text));
        case Page::visit_check:
            return draw_visit_check(kit, text, visit_check_view(flow, text));
        default:
            return draw_check(kit, text, check_view(flow, text));
    }
}

/// Pages beside the application that the flow keeps by themselves.
Intent draw_beside(Kit& kit, const Text& text, const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    switch (state.page) {
        case Page::other_services:
            return draw_other_services(kit, text, services_view(flow, text));
        case Page::status_choose:
            return draw_status_choose(kit, text, status_choose_view(flow));
        case Page::status_receipt:
            return draw_status_receipt(kit, text, receipt_scan_view(flow));
        case Page::status_identity:
            return draw_status_identity(kit, text, {state.last_four, state.errors});
        case Page::guide_who:
            return draw_guide_who(kit, text, guide_who_view(flow));
        case Page::guide:
            return draw_guide(kit, text, guide_view(flow));
        case Page::information:
            return draw_information(kit, text, information_view(flow));
        default:
            return draw_question(kit, text, flow);
    }
}

Intent draw_page(Kit& kit, const Text& text, const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    switch (state.page) {
        case Page::start:
            return draw_start(kit, text, start_view(flow));
        case Page::menu:
            return draw_menu(kit, text, menu_view(flow));
        case Page::submitting:
        case Page::keeping_draft:
        case Page::refusing:
        case Page::status_looking:
        case Page::status_revealing:
        case Page::ticket_taking:
        case Page::visit_sending:
            return draw_busy(kit, text, busy_view(flow));
        case Page::accepted:
            return draw_accepted(kit, text, outcome_view(flow));
        case Page::incomplete:
            return draw_incomplete(kit, text, incomplete_view(flow));
        case Page::draft_kept:
            return draw_draft_kept(kit, text, outcome_view(flow));
        case Page::refused:
            return draw_refused(kit, text, outcome_view(flow));
        case Page::status_number:
            return draw_status_number(kit, text, {state.receipt_typed, state.errors});
        case Page::status:
            return draw_status(kit, text, status_view(flow));
        case Page::home_visit:
            return draw_home_visit(kit, text, {guard(flow.board()).allows(Deed::visit)});
        case Page::ticket_purpose:
            return draw_ticket_purpose(kit, text, ticket_purpose_view(flow));
        case Page::ticket:
            return draw_ticket(kit, text, outcome_view(flow));
        case Page::visit_taken:
            return draw_visit_taken(kit, text, outcome_view(flow));
        default:
            return draw_beside(kit, text, flow);
    }
}

Intent draw_overlay(Kit& kit, const Text& text, const CitizenFlow& flow) {
    switch (flow.state().overlay) {
        case Overlay::help:
            return draw_help(kit, text, {flow.state().staff_called});
        case Overlay::language:
            return draw_language(kit, text);
        case Overlay::idle:
            return draw_idle(kit, text, flow.seconds_left().value_or(0));
        case Overlay::resume:
            return draw_resume(kit, text, flow.seconds_left().value_or(0));
        case Overlay::none:
            break;
    }
    return {};
}

Intent asked_of_utility(ui::Utility utility) {
    switch (utility) {
        case ui::Utility::text_size:
            return {.act = Act::text_size};
        case ui::Utility::smaller_text:
            return {.act = Act::text_size, .value = "smaller"};
        case ui::Utility::contrast:
            return {.act = Act::contrast};
        case ui::Utility::read_aloud:
            return {.act = Act::read_aloud};
        case ui::Utility::help:
            return {.act = Act::open_help};
        case ui::Utility::language:
            return {.act = Act::open_language};
        case ui::Utility::none:
            break;
    }
    return {};
}

ui::KeyboardLayout layout_for(Page page, ui::Language language) {
    // Receipt numbers are Latin letters and digits in every language.
    if (page == Page::status_number) return ui::KeyboardLayout::english;
    // The paper's names are Cyrillic also for a person who reads the questions in English.
    return language == ui::Language::ru ? ui::KeyboardLayout::russian : ui::KeyboardLayout::kazakh;
}

Field first_field(Page page) {
    switch (kind_of(page)) {
        case Page::name:
            return Field::surname;
        case Page::address:
            return Field::address;
        case Page::document_number:
            return Field::document_number;
        case Page::status_number:
            return Field::receipt_number;
        default:
            return Field::none;
    }
}

/// Once, in the first frame of a page.
void enter_page(Kit& kit, Page page, ui::Language language) {
    if (page == Page::start) kit.forget_session();
    kit.set_keyboard_layout(layout_for(page, language));
    if (const Field field = first_field(page); field != Field::none) kit.focus(field_id(field));
}

}  // namespace

Intent draw_citizen(Kit& kit, const Text& any_text, const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const Text text = any_text.in(language_of(flow));
    // After a power cut nothing of the session is drawn before somebody says that it is theirs.
    const bool hidden = state.overlay == Overlay::resume;
    // A field may have the bare name of a page.
    const std::string page = std::string("page_") + (hidden ? "resume" : page_name(state.page));
    const bool entered = kit.scene().find(page) == nullptr;
    kit.set_text_size(static_cast<ui::TextSize>(state.comfort.text_size));
    kit.set_contrast(state.comfort.contrast);
    kit.begin_page(page, header_view(flow, text));
    if (entered && !hidden) enter_page(kit, state.page, text.language());
    Intent intent;
    if (!hidden) intent = draw_page(kit, text, flow);
    intent = first_of(draw_overlay(kit, text, flow), std::move(intent));
    const std::string aloud = flow.board().voice_ready ? text(Key::utility_read_aloud) : std::string();
    const ui::Utility utility = kit.end_page({text(Key::utility_text_size), text(Key::utility_contrast),
                                              aloud, text(Key::utility_help), text(Key::utility_language),
                                              text(Key::scroll_up), text(Key::scroll_down)});
    return first_of(std::move(intent), asked_of_utility(utility));
}

}  // namespace ardager::citizen

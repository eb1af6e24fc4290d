// Whose answer a shared page asks for, in words: the step, the title and the lead.
#include <algorithm>

#include "ui/citizen/asked.h"
#include "ui/citizen/views.h"
#include "ui/citizen/visit_choices.h"

namespace ardager::citizen {
namespace {

/// About oneself, about the veteran whom somebody represents, about oneself as the one who signs or asks.
enum class Whose { mine, theirs, own };

Whose whose(const CitizenState& state) {
    if (is_representative(state.page) || state.page == Page::visit_requester) return Whose::own;
    if (is_visit(state.page)) return state.visit.requester ? Whose::theirs : Whose::mine;
    return state.answers.representative ? Whose::theirs : Whose::mine;
}

Key pick(Whose who, Key mine, Key theirs, Key own) {
    if (who == Whose::theirs) return theirs;
    return who == Whose::own ? own : mine;
}

StepView visit_step(Page page) {
    constexpr unsigned kSteps = 5;  // the fifth is the number
    switch (page) {
        case Page::home_visit:
            return {};
        case Page::visit_who:
        case Page::visit_requester:
        case Page::visit_name:
            return {1, kSteps, Key::step_visit_who};
        case Page::visit_phone:
        case Page::visit_place:
        case Page::visit_address:
            return {2, kSteps, Key::step_contact};
        case Page::visit_check:
            return {4, kSteps, Key::step_check};
        default:
            return {3, kSteps, Key::step_visit_when};
    }
}

StepView application_step(const CitizenState& state) {
    // A representative has one step more: who signs.
    const unsigned extra = state.answers.representative ? 1 : 0;
    const unsigned all = 7 + extra;  // the last is the receipt
    if (is_representative(state.page) || state.page == Page::representative)
        return {2, all, Key::step_representative};
    switch (state.page) {
        case Page::consent:
        case Page::applicant:
            return {1, all, Key::step_consent};
        case Page::identity:
        case Page::identity_confirm:
            return {2 + extra, all, Key::step_identity};
        case Page::name:
        case Page::birth_date:
            return {3 + extra, all, Key::step_applicant};
        case Page::phone:
        case Page::place:
        case Page::address:
        case Page::pickup:
            return {4 + extra, all, Key::step_contact};
        case Page::check:
            return {6 + extra, all, Key::step_check};
        default:
            return {5 + extra, all, Key::step_documents};
    }
}

Key scan_title(const CitizenState& state) {
    const DocumentAnswer* document = asked_document(state);
    if (document == nullptr || document->kind == "military_id") return Key::scan_military_id;
    return document->kind == kAuthority ? Key::scan_authority : Key::scan_certificate;
}

Asked visit_asked(Page page, Whose who, const StepView& step) {
    switch (page) {
        case Page::visit_who:
            return {step, Key::visit_who_title, Key::visit_who_lead};
        case Page::visit_name:
        case Page::visit_requester:
            return {step, pick(who, Key::name_title, Key::visit_name_title, Key::name_title_own)};
        case Page::visit_phone:
            return {step, Key::visit_phone_title, Key::visit_phone_lead};
        case Page::visit_place:
            return {step, Key::visit_place_title, Key::place_lead};
        case Page::visit_address:
            return {step, Key::visit_address_title};
        case Page::visit_reason:
            return {step, Key::visit_reason_title, Key::visit_reason_lead};
        case Page::visit_days:
            return {step, Key::visit_days_title, Key::visit_days_lead};
        case Page::visit_time:
            return {step, Key::visit_time_title, Key::visit_time_lead};
        default:
            return {step, Key::visit_check_title};
    }
}

Key identity_lead(const CitizenFlow& flow, Whose who) {
    if (who == Whose::own) return Key::identity_lead_own;
    if (flow.board().reader_ready) return Key::identity_lead_reader;
    return who == Whose::theirs ? Key::identity_lead_other : Key::identity_lead;
}

Asked form_asked(const CitizenFlow& flow, Whose who, const StepView& step) {
    const CitizenState& state = flow.state();
    const bool theirs = who == Whose::theirs;
    switch (kind_of(state.page)) {
        case Page::identity:
            return {step, pick(who, Key::identity_title, Key::identity_title_other, Key::identity_title_own),
                    identity_lead(flow, who)};
        case Page::identity_confirm:
            return {step, Key::confirm_title, Key::confirm_lead};
        case Page::name:
            return {step, pick(who, Key::name_title, Key::name_title_other, Key::name_title_own)};
        case Page::birth_date:
            return {step, theirs ? Key::birth_title_other : Key::birth_title, Key::birth_lead};
        case Page::phone:
            return {step, pick(who, Key::phone_title, Key::phone_title_other, Key::phone_title_own),
                    Key::phone_lead};
        case Page::place:
            return {step, theirs ? Key::place_title_other : Key::place_title, Key::place_lead};
        case Page::address:
            return {step, theirs ? Key::address_title_other : Key::address_title};
        case Page::document_kind:
            return {step, theirs ? Key::document_title_other : Key::document_title,
                    theirs ? Key::document_lead_other : Key::document_lead};
        case Page::document_number:
            return {step, who == Whose::own ? Key::authority_number_title : Key::number_title,
                    Key::number_lead};
        case Page::scan:
            return {step, scan_title(state), Key::scan_lead};
        case Page::check:
            return {step, theirs ? Key::check_title_other : Key::check_title};
        default:
            return {step};
    }
}

template <std::size_t N>
void add_choices(VisitChoiceView& view, const std::array<VisitChoice, N>& choices, const ui::Text& text,
                 const std::vector<std::string>& selected) {
    for (const VisitChoice& choice : choices) {
        const bool chosen = std::find(selected.begin(), selected.end(), choice.id) != selected.end();
        view.options.push_back({choice.id, text(choice.title), chosen});
    }
}

}  // namespace

Asked asked_of(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    if (is_visit(state.page)) return visit_asked(state.page, whose(state), visit_step(state.page));
    // Whoever opens a kept draft is not yet known to be its owner: no step and nobody's name.
    return form_asked(flow, whose(state), state.found_draft ? StepView{} : application_step(state));
}

AuthorityView authority_view(const CitizenFlow& flow) {
    const auto& representative = flow.state().answers.representative;
    return {application_step(flow.state()), representative ? representative->authority : std::string(),
            flow.state().errors};
}

VisitChoiceView visit_choice_view(const CitizenFlow& flow, const ui::Text& text) {
    const CitizenState& state = flow.state();
    const VisitAnswers& visit = state.visit;
    VisitChoiceView view{{}, state.errors, asked_of(flow)};
    switch (state.page) {
        case Page::visit_who:
            view.options = {{"self", text(Key::visit_who_self), !visit.requester},
                            {"another", text(Key::visit_who_another), visit.requester.has_value()}};
            break;
        case Page::visit_reason:
            add_choices(view, kVisitReasonChoices, text, {visit.reason});
            break;
        case Page::visit_days:
            view.options = {{"any", text(Key::visit_day_any), visit.days.empty()}};
            add_choices(view, kVisitDayChoices, text, visit.days);
            break;
        default:
            add_choices(view, kVisitTimeChoices, text, {visit.part_of_day});
            break;
    }
    return view;
}

TicketPurposeView ticket_purpose_view(const CitizenFlow& flow) {
    return {guard(flow.board()).allows(Deed::ticket), queue_view(flow), flow.state().needs_staff,
            flow.state().errors};
}

}  // namespace ardager::citizen

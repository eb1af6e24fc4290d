// What the check pages show before an application or a request for a home visit goes out.
#include <algorithm>

#include "ui/citizen/asked.h"
#include "ui/citizen/views.h"
#include "ui/citizen/visit_choices.h"

namespace ardager::citizen {
namespace {

using Rows = std::vector<CheckView::Row>;

std::string pages_line(const ui::Text& text, const std::string& name, const DocumentAnswer& document) {
    const std::string whole = document.number.empty() ? name : name + " " + document.number;
    return text(Key::check_pages, {{"document", whole}, ui::with_count(std::ssize(document.files))});
}

Key authority_name(const std::string& authority) {
    if (authority == "power_of_attorney") return Key::authority_attorney;
    return authority == "guardianship" ? Key::authority_guardianship : Key::authority_other;
}

void add_representative(Rows& rows, const RepresentativeAnswers& person, const ui::Text& text) {
    rows.push_back({Field::representative_name, Key::check_representative, full_name(person)});
    rows.push_back({Field::representative_iin, Key::check_representative_iin, group_iin(person.iin)});
    rows.push_back({Field::representative_phone, Key::check_representative_tel, spaced_phone(person.phone)});
    rows.push_back({Field::authority, Key::check_authority,
                    pages_line(text, text(authority_name(person.authority)), person.document)});
}

void add_applicant(Rows& rows, const CitizenFlow& flow) {
    const ApplicationAnswers& answers = flow.state().answers;
    const ApplicantAnswers& person = answers.applicant;
    const bool other = answers.representative.has_value();
    rows.push_back({Field::iin, other ? Key::check_iin_other : Key::iin, group_iin(person.iin)});
    rows.push_back({Field::surname, other ? Key::check_name_other : Key::check_name, full_name(person)});
    rows.push_back({Field::birth_date, Key::check_birth,
                    person.birth_date ? paper_date(*person.birth_date) : std::string()});
    rows.push_back({Field::phone, other ? Key::check_phone_other : Key::phone, spaced_phone(person.phone)});
    rows.push_back({Field::address, Key::check_address, address_line(flow, person.address)});
}

std::string days_line(const ui::Text& text, const VisitAnswers& visit) {
    std::string line;
    for (const VisitChoice& day : kVisitDayChoices) {
        if (std::find(visit.days.begin(), visit.days.end(), day.id) == visit.days.end()) continue;
        line += (line.empty() ? "" : ", ") + text(day.title);
    }
    return line.empty() ? text(Key::visit_day_any) : line;
}

template <std::size_t N>
std::string chosen_title(const ui::Text& text, const std::array<VisitChoice, N>& choices,
                         const std::string& id) {
    for (const VisitChoice& choice : choices)
        if (id == choice.id) return text(choice.title);
    return {};
}

}  // namespace

CheckView check_view(const CitizenFlow& flow, const ui::Text& text) {
    const CitizenState& state = flow.state();
    CheckView view;
    const auto& representative = state.answers.representative;
    if (representative) add_representative(view.rows, *representative, text);
    add_applicant(view.rows, flow);
    for (const DocumentAnswer& document : state.answers.documents) {
        const Key name =
            document.kind == "military_id" ? Key::document_military_id : Key::document_certificate;
        view.rows.push_back(
            {Field::document_kind, Key::check_document, pages_line(text, text(name), document)});
    }
    view.rows.push_back(
        {Field::pickup_branch, Key::check_pickup, pickup_name(flow, state.answers.pickup_branch)});
    view.signature = state.signature;
    view.signature_label = representative ? Key::signature_representative : Key::signature;
    view.birth_differs = state.birth_differs;
    view.needs_staff = state.needs_staff;
    view.staff_called = state.staff_called;
    view.keep_only = state.keep_only;
    view.errors = state.errors;
    view.asked = asked_of(flow);
    return view;
}

CheckView visit_check_view(const CitizenFlow& flow, const ui::Text& text) {
    const CitizenState& state = flow.state();
    const VisitAnswers& visit = state.visit;
    CheckView view;
    if (visit.requester)
        view.rows.push_back({Field::visit_requester, Key::check_requester, full_name(*visit.requester)});
    view.rows.push_back({Field::surname, Key::check_visited, full_name(visit.person)});
    view.rows.push_back({Field::phone, Key::phone, spaced_phone(visit.phone)});
    view.rows.push_back({Field::address, Key::check_visit_address, address_line(flow, visit.address)});
    view.rows.push_back({Field::visit_reason, Key::check_visit_reason,
                         chosen_title(text, kVisitReasonChoices, visit.reason)});
    view.rows.push_back({Field::visit_days, Key::check_visit_days, days_line(text, visit)});
    view.rows.push_back(
        {Field::visit_time, Key::check_visit_time, chosen_title(text, kVisitTimeChoices, visit.part_of_day)});
    view.needs_staff = state.needs_staff;
    view.staff_called = state.staff_called;
    view.errors = state.errors;
    view.asked = asked_of(flow);
    return view;
}

}  // namespace ardager::citizen

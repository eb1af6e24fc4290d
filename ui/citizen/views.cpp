#include "ui/citizen/views.h"

#include <algorithm>

#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

/// KATO has Kazakh and Russian names only; English readers are shown the Kazakh ones, as on street signs.
const std::string& name_of(const Place& place, const CitizenFlow& flow) {
    return flow.state().answers.language == "ru" ? place.ru : place.kk;
}

const std::string& name_of(const PickupBranch& branch, const CitizenFlow& flow) {
    return flow.state().answers.language == "ru" ? branch.ru : branch.kk;
}

std::string place_name(const CitizenFlow& flow, const std::string& kato) {
    for (const Place& place : flow.setup().places)
        if (place.kato == kato) return name_of(place, flow);
    return kato;
}

std::string branch_name(const CitizenFlow& flow, const std::string& code) {
    for (const PickupBranch& branch : flow.setup().branches)
        if (branch.code == code) return name_of(branch, flow);
    return code;
}

std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

/// `+77010000000` → `+7 701 000 00 00`; another length stays as it is.
std::string spaced_phone(const std::string& phone) {
    if (phone.size() != 12) return phone;
    return phone.substr(0, 2) + " " + phone.substr(2, 3) + " " + phone.substr(5, 3) + " " +
           phone.substr(8, 2) + " " + phone.substr(10, 2);
}

}  // namespace

ui::Language language_of(const CitizenFlow& flow) {
    return ui::parse_language(flow.state().answers.language).value_or(ui::Language::kk);
}

ui::PageHeader header_view(const CitizenFlow& flow, const ui::Text& text) {
    ui::PageHeader header;
    header.organisation = text(Key::organisation);
    if (!flow.setup().branches.empty()) header.branch = name_of(flow.setup().branches.front(), flow);
    header.line = flow.board().online
                      ? ui::Chip{ui::Tone::ok, ui::Icon::cloud_done, text(Key::line_online)}
                      : ui::Chip{ui::Tone::warning, ui::Icon::cloud_off, text(Key::line_offline)};
    return header;
}

/// A line that is down stops nothing, and the header says it already.
std::optional<Key> guard_sentence(const CitizenFlow& flow) {
    const auto rung = guard(flow.board()).speaks;
    if (!rung || *rung == Rung::line_down) return std::nullopt;
    return sentence_of(*rung);
}

StartView start_view(const CitizenFlow& flow) {
    return {flow.board().queue_people, flow.board().queue_minutes, guard_sentence(flow)};
}

IdentityView identity_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    return {state.answers.applicant.iin, flow.board().reader_ready, state.found_draft.has_value(),
            state.errors};
}

ConfirmView confirm_view(const CitizenFlow& flow) {
    const ApplicantAnswers& person = flow.state().answers.applicant;
    return {group_iin(person.iin), person.birth_date ? paper_date(*person.birth_date) : std::string()};
}

NameView name_view(const CitizenFlow& flow) {
    const ApplicantAnswers& person = flow.state().answers.applicant;
    return {person.surname, person.given_name, person.patronymic, flow.state().latin_name,
            flow.state().errors};
}

PhoneView phone_view(const CitizenFlow& flow) {
    const std::string& phone = flow.state().answers.applicant.phone;
    return {phone.starts_with("+7") ? phone.substr(2) : phone, flow.state().errors};
}

PlaceView place_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const auto& all = flow.setup().places;
    auto here = places_below(all, state.place_at);
    // Most people who come to a branch live in its town: it stands first.
    std::stable_partition(here.begin(), here.end(),
                          [&](const Place& place) { return place.kato == flow.setup().home_place; });
    const std::string& chosen = state.answers.applicant.address.kato;
    PlaceView view;
    view.can_go_up = !state.place_at.empty();
    view.has_more = here.size() > kPlacesOnPage;
    if (!chosen.empty()) view.chosen = place_name(flow, chosen);
    view.errors = state.errors;
    const std::size_t first = state.place_page * kPlacesOnPage;
    for (std::size_t i = first; i < std::min(here.size(), first + kPlacesOnPage); ++i)
        view.places.push_back({here[i].kato, name_of(here[i], flow), here[i].kato == chosen,
                               !places_below(all, here[i].kato).empty()});
    return view;
}

AddressView address_view(const CitizenFlow& flow) {
    const AddressAnswer& address = flow.state().answers.applicant.address;
    return {place_name(flow, address.kato), address.text, flow.state().errors};
}

PickupView pickup_view(const CitizenFlow& flow) {
    PickupView view{{}, flow.state().errors};
    for (const PickupBranch& branch : flow.setup().branches)
        view.branches.push_back(
            {branch.code, name_of(branch, flow), branch.code == flow.state().answers.pickup_branch});
    return view;
}

DocumentKindView document_kind_view(const CitizenFlow& flow) {
    const auto& documents = flow.state().answers.documents;
    return {documents.empty() ? std::string() : documents.front().kind, flow.state().errors};
}

DocumentNumberView document_number_view(const CitizenFlow& flow) {
    const auto& documents = flow.state().answers.documents;
    return {documents.empty() ? std::string() : documents.front().number, flow.state().errors};
}

ScanView scan_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const auto& documents = state.answers.documents;
    const bool certificate = !documents.empty() && documents.front().kind == "service_certificate";
    const auto good = std::count_if(state.pages.begin(), state.pages.end(),
                                    [](const auto& page) { return page.quality == PageQuality::ok; });
    return {certificate, state.pages, static_cast<unsigned>(good), state.scanning.has_value(), state.errors};
}

CheckView check_view(const CitizenFlow& flow, const ui::Text& text) {
    const CitizenState& state = flow.state();
    const ApplicantAnswers& person = state.answers.applicant;
    CheckView view;
    view.rows = {
        {Field::iin, Key::iin, group_iin(person.iin)},
        {Field::surname, Key::check_name,
         joined({person.surname, person.given_name, person.patronymic}, " ")},
        {Field::birth_date, Key::check_birth, person.birth_date ? paper_date(*person.birth_date) : ""},
        {Field::phone, Key::phone, spaced_phone(person.phone)},
        {Field::address, Key::check_address,
         joined({place_name(flow, person.address.kato), person.address.text}, ", ")}};
    for (const DocumentAnswer& document : state.answers.documents) {
        const Key name =
            document.kind == "military_id" ? Key::document_military_id : Key::document_certificate;
        view.rows.push_back({Field::document_kind, Key::check_document,
                             text(Key::check_pages, {{"document", joined({text(name), document.number}, " ")},
                                                     ui::with_count(std::ssize(document.files))})});
    }
    view.rows.push_back(
        {Field::pickup_branch, Key::check_pickup, branch_name(flow, state.answers.pickup_branch)});
    view.signature = state.signature;
    view.birth_differs = state.birth_differs;
    view.needs_staff = state.needs_staff;
    view.staff_called = state.staff_called;
    view.keep_only = state.keep_only;
    view.errors = state.errors;
    return view;
}

BusyView busy_view(const CitizenFlow& flow) {
    switch (flow.state().page) {
        case Page::keeping_draft:
            return {Key::busy_keeping};
        case Page::refusing:
            return {Key::busy_refusing};
        case Page::status_looking:
        case Page::status_revealing:
            return {Key::busy_looking};
        default:
            return {Key::busy_submitting};
    }
}

OutcomeView outcome_view(const CitizenFlow& flow) {
    return {flow.state().outcome, flow.board().online, flow.seconds_left().value_or(0)};
}

IncompleteView incomplete_view(const CitizenFlow& flow) {
    return {flow.state().needs_staff, flow.state().staff_called, flow.state().errors};
}

}  // namespace ardager::citizen

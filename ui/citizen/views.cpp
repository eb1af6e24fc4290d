#include "ui/citizen/views.h"

#include <algorithm>

#include "kiosk/rules/iin.h"
#include "ui/citizen/asked.h"
#include "ui/citizen/place_order.h"
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

std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

}  // namespace

/// `+77010000000` → `+7 701 000 00 00`; another length stays as it is.
std::string spaced_phone(const std::string& phone) {
    if (phone.size() != 12) return phone;
    return phone.substr(0, 2) + " " + phone.substr(2, 3) + " " + phone.substr(5, 3) + " " +
           phone.substr(8, 2) + " " + phone.substr(10, 2);
}

std::string pickup_name(const CitizenFlow& flow, const std::string& code) {
    for (const PickupBranch& branch : flow.setup().branches)
        if (branch.code == code) return name_of(branch, flow);
    return code;
}

std::string full_name(const NameAnswers& name) {
    return joined({name.surname, name.given_name, name.patronymic}, " ");
}

std::string address_line(const CitizenFlow& flow, const AddressAnswer& address) {
    return joined({place_name(flow, address.kato), address.text}, ", ");
}

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

QueueView queue_view(const CitizenFlow& flow) {
    return {flow.board().queue_people, flow.board().queue_minutes};
}

StartView start_view(const CitizenFlow& flow) {
    return {queue_view(flow), guard_sentence(flow)};
}

IdentityView identity_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    return {asked_iin(state), flow.board().reader_ready, state.found_draft.has_value(), state.errors,
            asked_of(flow)};
}

ConfirmView confirm_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const auto number = check_iin(asked_iin(state));
    ConfirmView view{group_iin(asked_iin(state)), number.iin ? paper_date(number.iin->birth_date) : ""};
    view.asked = asked_of(flow);
    if (is_representative(state.page)) {
        view.caption = Key::confirm_caption_own;
        return view;
    }
    const bool other = state.answers.representative.has_value();
    view.caption = other ? Key::confirm_caption_other : Key::confirm_caption;
    view.birth_note = other ? Key::confirm_birth_of_other : Key::confirm_birth_other;
    if (const auto& birth = state.answers.applicant.birth_date) view.birth_date = paper_date(*birth);
    return view;
}

NameView name_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const NameAnswers& name = asked_name(state);
    const std::string latin = is_visit(state.page) ? "" : asked_card(state).latin_name;
    return {name.surname, name.given_name, name.patronymic, latin, state.errors, asked_of(flow)};
}

PhoneView phone_view(const CitizenFlow& flow) {
    const std::string& phone = asked_phone(flow.state());
    return {phone.starts_with("+7") ? phone.substr(2) : phone, flow.state().errors, asked_of(flow)};
}

PlaceView place_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const auto& all = flow.setup().places;
    auto here = places_below(all, state.place_at);
    std::stable_sort(here.begin(), here.end(), [&](const Place& one, const Place& other) {
        return stands_before(name_of(one, flow), name_of(other, flow));
    });
    // Most people who come to a branch live in its town: it stands first.
    std::stable_partition(here.begin(), here.end(),
                          [&](const Place& place) { return place.kato == flow.setup().home_place; });
    const std::string& chosen = asked_address(state).kato;
    PlaceView view;
    view.can_go_up = !state.place_at.empty();
    view.has_more = here.size() > kPlacesOnPage;
    if (!chosen.empty()) view.chosen = place_name(flow, chosen);
    view.errors = state.errors;
    view.asked = asked_of(flow);
    const std::size_t first = state.place_page * kPlacesOnPage;
    for (std::size_t i = first; i < std::min(here.size(), first + kPlacesOnPage); ++i)
        view.places.push_back({here[i].kato, name_of(here[i], flow), here[i].kato == chosen,
                               !places_below(all, here[i].kato).empty()});
    return view;
}

AddressView address_view(const CitizenFlow& flow) {
    const AddressAnswer& address = asked_address(flow.state());
    return {place_name(flow, address.kato), address.text, flow.state().errors, asked_of(flow)};
}

PickupView pickup_view(const CitizenFlow& flow) {
    PickupView view{{}, flow.state().errors, asked_of(flow)};
    for (const PickupBranch& branch : flow.setup().branches)
        view.branches.push_back(
            {branch.code, name_of(branch, flow), branch.code == flow.state().answers.pickup_branch});
    return view;
}

DocumentKindView document_kind_view(const CitizenFlow& flow) {
    const DocumentAnswer* document = asked_document(flow.state());
    return {document ? document->kind : std::string(), flow.state().errors, asked_of(flow)};
}

DocumentNumberView document_number_view(const CitizenFlow& flow) {
    const DocumentAnswer* document = asked_document(flow.state());
    return {document ? document->number : std::string(), flow.state().errors, asked_of(flow)};
}

ScanView scan_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const auto& pages = asked_pages(state);
    const auto good = std::count_if(pages.begin(), pages.end(),
                                    [](const auto& page) { return page.quality == PageQuality::ok; });
    return {pages, static_cast<unsigned>(good), state.scanning.has_value(), state.errors, asked_of(flow)};
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
        case Page::ticket_taking:
            return {Key::busy_ticket};
        case Page::visit_sending:
            return {Key::busy_visit};
        default:
            return {Key::busy_submitting};
    }
}

OutcomeView outcome_view(const CitizenFlow& flow) {
    const Outcome& outcome = flow.state().outcome;
    return {outcome, flow.board().online, flow.seconds_left().value_or(0),
            outcome.print == PrintState::waiting && !flow.board().printer_ready};
}

IncompleteView incomplete_view(const CitizenFlow& flow) {
    return {flow.state().needs_staff, flow.state().staff_called, flow.state().errors};
}

}  // namespace ardager::citizen

// Moving between the questions: next, back, change, choosing and typing.
#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/text.h"
#include "ui/citizen/asked.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

std::string only_digits(std::string_view text, std::size_t limit) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9' && digits.size() < limit) digits += c;
    return digits;
}

/// Ten digits behind +7. A leading 8 is the old trunk prefix and no area code begins with it.
std::string with_country(std::string digits) {
    if (digits.starts_with('8') || digits.size() == kPhoneDigits) digits.erase(0, 1);
    return digits.empty() ? digits : "+7" + digits;
}

std::string cut(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    for (std::size_t n = 0; n < characters && at < text.size(); ++n) (void)next_character(text, at);
    return std::string(text.substr(0, at));
}

}  // namespace

void CitizenFlow::next() {
    state_.errors.clear();
    if (!check_page()) return;
    switch (state_.page) {
        case Page::identity:
        case Page::representative_identity:
            next_from_identity();
            break;
        case Page::birth_date:
            go_after(Page::check);
            break;
        case Page::status_number:
            look_up();
            break;
        case Page::check:
        case Page::visit_check:
        case Page::representative:
            break;
        default:
            // Answers that are on their way and pages that only tell something have no next question.
            if (asks_questions(state_.page)) go_after(step_from(state_.page, +1, state_, setup_));
            break;
    }
}

void CitizenFlow::back() {
    if (kind_of(state_.page) == Page::scan) leave_scan();
    if (state_.before_change) {
        BeforeChange before = std::exchange(state_.before_change, std::nullopt).value();
        state_.answers = std::move(before.answers);
        state_.visit = std::move(before.visit);
        state_.pages = std::move(before.pages);
        state_.authority_pages = std::move(before.authority_pages);
        state_.card = std::move(before.card);
        state_.representative_card = std::move(before.representative_card);
        go(before.check);
        return;
    }
    switch (state_.page) {
        case Page::representative:
            go(Page::authority);
            break;
        case Page::birth_date:
            go(Page::check);
            break;
        case Page::status_number:
            go(Page::status_choose);
            break;
        case Page::ticket_purpose:
        case Page::other_services:
            go(Page::menu);
            break;
        case Page::status_looking:
            go(state_.by_receipt ? Page::status_receipt : Page::status_number);
            break;
        case Page::identity:
            if (state_.found_draft) {
                state_.found_draft.reset();
                go(Page::status_number);
                break;
            }
            [[fallthrough]];
        default:
            // An answer that is on its way has no way back: a receipt may already be printing.
            if (asks_questions(state_.page)) go(step_from(state_.page, -1, state_, setup_));
            break;
    }
}

void CitizenFlow::go_after(Page usual) {
    const bool by_card = kind_of(state_.page) == Page::identity && asked_card(state_).read;
    const bool ended = state_.before_change && (ends_change(state_.page) || by_card);
    const Page check = ended ? state_.before_change->check : usual;
    if (ended) state_.before_change.reset();
    go(check);
}

void CitizenFlow::change(Field field) {
    state_.before_change = BeforeChange{state_.page,
                                        state_.answers,
                                        state_.visit,
                                        state_.pages,
                                        state_.authority_pages,
                                        state_.card,
                                        state_.representative_card};
    go(page_of(field, state_.page));
}

void CitizenFlow::choose(const std::string& id) {
    state_.errors.clear();
    switch (state_.page) {
        case Page::applicant:
            choose_who_applies(id);
            break;
        case Page::authority:
            choose_authority(id);
            break;
        case Page::place:
        case Page::visit_place:
            choose_place(id);
            break;
        case Page::pickup:
            state_.answers.pickup_branch = id;
            break;
        case Page::document_kind: {
            auto& documents = state_.answers.documents;
            if (!documents.empty() && documents.front().kind == id) break;
            documents = {DocumentAnswer{id, "", {}}};
            state_.pages.clear();
            break;
        }
        case Page::ticket_purpose:
            take_ticket(id);
            break;
        default:
            choose_for_visit(id);
            break;
    }
}

void CitizenFlow::choose_place(const std::string& id) {
    if (id == "more") {
        const auto count = places_below(setup_.places, state_.place_at).size();
        state_.place_page = (state_.place_page + 1) * kPlacesOnPage < count ? state_.place_page + 1 : 0;
        return;
    }
    const bool up = id == "up";
    if (!up) asked_address(state_).kato = id;
    if (!up && places_below(setup_.places, id).empty()) return;
    state_.place_at = up ? place_above(setup_.places, state_.place_at) : id;
    state_.place_page = 0;
}

void CitizenFlow::type(const Intent& intent) {
    std::erase_if(state_.errors, [&](const FieldError& e) { return e.field == intent.field; });
    NameAnswers& name = asked_name(state_);
    switch (intent.field) {
        case Field::iin:
            asked_iin(state_) = only_digits(intent.value, kIinDigits);
            if (state_.page == Page::identity) state_.answers.applicant.birth_date.reset();
            asked_card(state_) = {};
            break;
        case Field::surname:
            name.surname = cut(intent.value, kNameCharacters);
            break;
        case Field::given_name:
            name.given_name = cut(intent.value, kNameCharacters);
            break;
        case Field::patronymic:
            name.patronymic = cut(intent.value, kNameCharacters);
            break;
        case Field::birth_date:
            state_.birth_typed = only_digits(intent.value, kBirthDigits);
            break;
        case Field::phone:
            asked_phone(state_) = with_country(only_digits(intent.value, kPhoneDigits));
            break;
        case Field::address:
            asked_address(state_).text = cut(intent.value, kAddressCharacters);
            break;
        case Field::document_number:
            if (DocumentAnswer* document = asked_document(state_))
                document->number = cut(intent.value, kDocumentNumberCharacters);
            break;
        case Field::receipt_number:
            state_.receipt_typed = cut(intent.value, kReceiptNumberCharacters);
            break;
        case Field::last_four:
            state_.last_four = only_digits(intent.value, kLastDigits);
            break;
        default:
            break;
    }
}

}  // namespace ardager::citizen

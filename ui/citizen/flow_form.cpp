// Moving between the questions: next, back, change, choosing and typing.
#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/text.h"
#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

constexpr std::array kForm{Page::consent, Page::applicant,     Page::identity,        Page::identity_confirm,
                           Page::name,    Page::phone,         Page::place,           Page::address,
                           Page::pickup,  Page::document_kind, Page::document_number, Page::scan,
                           Page::check};

bool skipped(Page page, const CitizenState& state, const CitizenSetup& setup) {
    if (page == Page::identity_confirm) return state.card_read;
    return page == Page::pickup && setup.branches.size() < 2;
}

Page step(Page from, int direction, const CitizenState& state, const CitizenSetup& setup) {
    auto at = std::find(kForm.begin(), kForm.end(), from);
    do {
        if (direction < 0 && at == kForm.begin()) return Page::menu;
        at += direction;
    } while (skipped(*at, state, setup));
    return *at;
}

/// The last page of the questions that one change runs through.
bool ends_change(Page page) {
    switch (page) {
        case Page::identity_confirm:
        case Page::name:
        case Page::birth_date:
        case Page::phone:
        case Page::address:
        case Page::pickup:
        case Page::scan:
            return true;
        default:
            return false;
    }
}

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

Page page_of(Field field) {
    switch (field) {
        case Field::iin:
            return Page::identity;
        case Field::surname:
        case Field::given_name:
        case Field::patronymic:
            return Page::name;
        case Field::birth_date:
            return Page::birth_date;
        case Field::phone:
            return Page::phone;
        case Field::place:
        case Field::address:
            return Page::place;
        case Field::pickup_branch:
            return Page::pickup;
        case Field::document_kind:
        case Field::document_number:
        case Field::scan:
            return Page::document_kind;
        case Field::consent:
            return Page::consent;
        default:
            return Page::check;
    }
}

void CitizenFlow::next() {
    state_.errors.clear();
    if (!check_page()) return;
    switch (state_.page) {
        case Page::applicant:
            go(state_.for_another ? Page::representative : Page::identity);
            break;
        case Page::identity:
            next_from_identity();
            break;
        case Page::birth_date:
            go_after(Page::check);
            break;
        case Page::status_number:
            look_up();
            break;
        case Page::check:
        case Page::submitting:
        case Page::representative:
        case Page::keeping_draft:
        case Page::refusing:
        case Page::status_looking:
        case Page::home_visit:
            break;
        default:
            go_after(step(state_.page, +1, state_, setup_));
            break;
    }
}

void CitizenFlow::back() {
    if (state_.page == Page::scan) leave_scan();
    if (state_.before_change) {
        state_.answers = std::exchange(state_.before_change->answers, {});
        state_.pages = std::move(state_.before_change->pages);
        state_.card_read = state_.before_change->card_read;
        state_.before_change.reset();
        go(Page::check);
        return;
    }
    switch (state_.page) {
        case Page::submitting:
        case Page::keeping_draft:
        case Page::refusing:
            break;  // the answer is on its way; a receipt may already be printing
        case Page::representative:
            go(Page::applicant);
            break;
        case Page::birth_date:
            go(Page::check);
            break;
        case Page::status_number:
            go(Page::status_choose);
            break;
        case Page::home_visit:
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
            go(step(state_.page, -1, state_, setup_));
            break;
    }
}

void CitizenFlow::go_after(Page usual) {
    const bool ended = state_.before_change &&
                       (ends_change(state_.page) || (state_.page == Page::identity && state_.card_read));
    if (ended) state_.before_change.reset();
    go(ended ? Page::check : usual);
}

void CitizenFlow::change(Field field) {
    state_.before_change = BeforeChange{state_.answers, state_.pages, state_.card_read};
    go(page_of(field));
}

void CitizenFlow::choose(const std::string& id) {
    state_.errors.clear();
    switch (state_.page) {
        case Page::applicant:
            state_.for_another = id == "another";
            break;
        case Page::place:
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
        default:
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
    if (!up) state_.answers.applicant.address.kato = id;
    if (!up && places_below(setup_.places, id).empty()) return;
    state_.place_at = up ? place_above(setup_.places, state_.place_at) : id;
    state_.place_page = 0;
}

void CitizenFlow::type(const Intent& intent) {
    std::erase_if(state_.errors, [&](const FieldError& e) { return e.field == intent.field; });
    ApplicantAnswers& person = state_.answers.applicant;
    switch (intent.field) {
        case Field::iin:
            person.iin = only_digits(intent.value, kIinDigits);
            person.birth_date.reset();
            state_.card_read = false;
            state_.latin_name.clear();
            break;
        case Field::surname:
            person.surname = cut(intent.value, kNameCharacters);
            break;
        case Field::given_name:
            person.given_name = cut(intent.value, kNameCharacters);
            break;
        case Field::patronymic:
            person.patronymic = cut(intent.value, kNameCharacters);
            break;
        case Field::birth_date:
            state_.birth_typed = only_digits(intent.value, kBirthDigits);
            break;
        case Field::phone:
            person.phone = with_country(only_digits(intent.value, kPhoneDigits));
            break;
        case Field::address:
            person.address.text = cut(intent.value, kAddressCharacters);
            break;
        case Field::document_number:
            if (!state_.answers.documents.empty())
                state_.answers.documents.front().number = cut(intent.value, kDocumentNumberCharacters);
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

// What is checked before a person goes on; the rules themselves are in kiosk/rules.
#include <algorithm>

#include "kiosk/base/ids.h"
#include "kiosk/rules/person.h"
#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

Key iin_message(std::string_view reason) {
    if (reason == "length") return Key::error_iin_length;
    if (reason == "date" || reason == "century") return Key::error_iin_date;
    return Key::error_iin_check;
}

/// DDMMYYYY → `YYYY-MM-DD`; another length gives text that the rules refuse.
std::string iso_from_typed(const std::string& typed) {
    if (typed.size() != kBirthDigits) return {};
    return typed.substr(4, 4) + "-" + typed.substr(2, 2) + "-" + typed.substr(0, 2);
}

}  // namespace

bool CitizenFlow::check_page() {
    switch (state_.page) {
        case Page::identity:
            check_identity();
            break;
        case Page::name:
            check_name_page();
            break;
        case Page::birth_date:
            check_birth_page();
            break;
        case Page::phone:
            check_phone_page();
            break;
        case Page::place:
            if (!check_kato(state_.answers.applicant.address.kato)) complain(Field::place, Key::error_choose);
            break;
        case Page::address:
            check_address_page();
            break;
        case Page::pickup:
            if (state_.answers.pickup_branch.empty()) complain(Field::pickup_branch, Key::error_choose);
            break;
        case Page::document_kind:
            if (state_.answers.documents.empty()) complain(Field::document_kind, Key::error_choose);
            break;
        case Page::document_number: {
            std::string& number = state_.answers.documents.front().number;
            if (number.empty()) break;  // old certificates often have none
            if (const auto tidy = check_line(number, kDocumentNumberCharacters, "number"))
                number = *tidy;
            else
                complain(Field::document_number, Key::error_document_number);
            break;
        }
        case Page::scan:
            check_scan_page();
            break;
        default:
            break;
    }
    return state_.errors.empty();
}

void CitizenFlow::check_identity() {
    const IinCheck check = check_iin(state_.answers.applicant.iin);
    if (!check.valid) complain(Field::iin, iin_message(check.reason));
}

void CitizenFlow::check_name_page() {
    ApplicantAnswers& person = state_.answers.applicant;
    const auto one = [this](std::string& text, Field field, bool required) {
        if (text.empty() && !required) return;
        const auto tidy = check_name(text, "name");
        if (tidy) {
            text = *tidy;
            return;
        }
        const bool empty = tidy.error().fields.front().code == "empty";
        const Key missing = field == Field::surname ? Key::error_surname_empty : Key::error_given_name_empty;
        complain(field, empty ? missing : Key::error_name_letters);
    };
    one(person.surname, Field::surname, true);
    one(person.given_name, Field::given_name, true);
    one(person.patronymic, Field::patronymic, false);
}

void CitizenFlow::check_birth_page() {
    const auto date = check_birth_date(iso_from_typed(state_.birth_typed), today_);
    if (!date) {
        const bool future = date.error().fields.front().code == "future";
        complain(Field::birth_date, future ? Key::error_birth_future : Key::error_birth_date);
        return;
    }
    state_.answers.applicant.birth_date = *date;
    const IinCheck check = check_iin(state_.answers.applicant.iin);
    state_.birth_differs = check.iin && !iin_warnings(*check.iin, *date).empty();
}

void CitizenFlow::check_phone_page() {
    std::string& phone = state_.answers.applicant.phone;
    if (const auto normal = normalise_phone(phone))
        phone = *normal;
    else
        complain(Field::phone, Key::error_phone);
}

void CitizenFlow::check_address_page() {
    std::string& text = state_.answers.applicant.address.text;
    if (const auto tidy = check_address(text))
        text = *tidy;
    else
        complain(Field::address, Key::error_address);
}

void CitizenFlow::check_scan_page() {
    if (state_.scanning) {
        complain(Field::scan, Key::error_scan_running);
    } else if (state_.pages.empty()) {
        complain(Field::scan, Key::error_scan_none);
    } else if (state_.pages.back().quality != PageQuality::ok) {
        complain(Field::scan, Key::error_scan_unclear);
    }
}

void CitizenFlow::check_everything() {
    check_identity();
    check_name_page();
    check_phone_page();
    check_address_page();
    if (!check_kato(state_.answers.applicant.address.kato)) complain(Field::place, Key::error_choose);
    if (state_.answers.documents.empty())
        complain(Field::document_kind, Key::error_choose);
    else
        check_scan_page();
    if (state_.signature.empty()) complain(Field::signature, Key::error_signature);
}

void CitizenFlow::next_from_identity() {
    if (state_.found_draft) {
        open_found_draft();
        return;
    }
    ApplicantAnswers& person = state_.answers.applicant;
    const IinCheck check = check_iin(person.iin);
    person.iin = check.iin->text;
    if (!person.birth_date) person.birth_date = check.iin->birth_date;
    state_.birth_differs = !iin_warnings(*check.iin, *person.birth_date).empty();
    if (state_.answers.pickup_branch.empty() && !setup_.branches.empty())
        state_.answers.pickup_branch = setup_.branches.front().code;
    go_after(state_.card_read ? Page::name : Page::identity_confirm);
}

void CitizenFlow::look_up() {
    const auto number = ReceiptNumber::parse(state_.receipt_typed);
    if (!number) {
        complain(Field::receipt_number, Key::error_receipt_number);
        return;
    }
    effects_.push_back(LookUp{number->text});
    go(Page::status_looking);
}

}  // namespace ardager::citizen

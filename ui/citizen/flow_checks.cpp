// What is checked before a person goes on; the rules themselves are in kiosk/rules.
#include <algorithm>

#include "kiosk/base/ids.h"
#include "kiosk/rules/person.h"
#include "ui/citizen/asked.h"
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
    switch (kind_of(state_.page)) {
        case Page::identity:
            check_identity();
            break;
        case Page::name:
            check_name_page(asked_name(state_));
            break;
        case Page::birth_date:
            check_birth_page();
            break;
        case Page::phone:
            check_phone_page(asked_phone(state_));
            break;
        case Page::place:
            if (!check_kato(asked_address(state_).kato)) complain(Field::place, Key::error_choose);
            break;
        case Page::address:
            check_address_page(asked_address(state_));
            break;
        case Page::pickup:
            if (state_.answers.pickup_branch.empty()) complain(Field::pickup_branch, Key::error_choose);
            break;
        case Page::document_kind:
            if (state_.answers.documents.empty()) complain(Field::document_kind, Key::error_choose);
            break;
        case Page::document_number:
            if (DocumentAnswer* document = asked_document(state_)) check_number_page(*document);
            break;
        case Page::scan:
            check_scan_page(asked_pages(state_), Field::scan);
            break;
        case Page::authority:
            if (state_.answers.representative->authority.empty())
                complain(Field::authority, Key::error_choose);
            break;
        case Page::visit_reason:
            if (state_.visit.reason.empty()) complain(Field::visit_reason, Key::error_choose);
            break;
        default:
            break;
    }
    return state_.errors.empty();
}

void CitizenFlow::check_identity() {
    const IinCheck check = check_iin(asked_iin(state_));
    if (!check.valid) complain(Field::iin, iin_message(check.reason));
    if (check.valid && !state_.found_draft) check_same_person();
}

void CitizenFlow::check_same_person() {
    const auto& other = state_.answers.representative;
    if (other && other->iin == state_.answers.applicant.iin) complain(Field::iin, Key::error_iin_same);
}

void CitizenFlow::check_name_page(NameAnswers& name) {
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
    one(name.surname, Field::surname, true);
    one(name.given_name, Field::given_name, true);
    one(name.patronymic, Field::patronymic, false);
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

void CitizenFlow::check_phone_page(std::string& phone) {
    if (const auto normal = normalise_phone(phone))
        phone = *normal;
    else
        complain(Field::phone, Key::error_phone);
}

void CitizenFlow::check_address_page(AddressAnswer& address) {
    if (const auto tidy = check_address(address.text))
        address.text = *tidy;
    else
        complain(Field::address, Key::error_address);
}

void CitizenFlow::check_number_page(DocumentAnswer& document) {
    if (document.number.empty()) return;  // old certificates often have none
    if (const auto tidy = check_line(document.number, kDocumentNumberCharacters, "number"))
        document.number = *tidy;
    else
        complain(Field::document_number, Key::error_document_number);
}

void CitizenFlow::check_scan_page(const std::vector<ScannedPageState>& pages, Field field) {
    if (state_.scanning) {
        complain(field, Key::error_scan_running);
    } else if (pages.empty()) {
        complain(field, Key::error_scan_none);
    } else if (pages.back().quality != PageQuality::ok) {
        complain(field, Key::error_scan_unclear);
    }
}

void CitizenFlow::check_everything() {
    const IinCheck check = check_iin(state_.answers.applicant.iin);
    if (!check.valid) complain(Field::iin, iin_message(check.reason));
    check_name_page(state_.answers.applicant);
    check_phone_page(state_.answers.applicant.phone);
    check_address_page(state_.answers.applicant.address);
    if (!check_kato(state_.answers.applicant.address.kato)) complain(Field::place, Key::error_choose);
    if (state_.answers.documents.empty())
        complain(Field::document_kind, Key::error_choose);
    else
        check_scan_page(state_.pages, Field::scan);
    if (state_.answers.representative) check_representative();
    if (state_.signature.empty()) complain(Field::signature, Key::error_signature);
}

/// Every page was checked when it was left; a draft from the disk was not.
void CitizenFlow::check_representative() {
    RepresentativeAnswers& person = *state_.answers.representative;
    if (const IinCheck check = check_iin(person.iin); !check.valid)
        complain(Field::representative_iin, iin_message(check.reason));
    check_same_person();
    if (!check_name(person.surname, "name") || !check_name(person.given_name, "name"))
        complain(Field::representative_name, Key::error_name_letters);
    if (!normalise_phone(person.phone)) complain(Field::representative_phone, Key::error_phone);
    if (person.authority.empty())
        complain(Field::authority, Key::error_choose);
    else
        check_scan_page(state_.authority_pages, Field::authority);
}

void CitizenFlow::check_visit() {
    check_name_page(state_.visit.person);
    if (state_.visit.requester && !check_name(state_.visit.requester->surname, "name"))
        complain(Field::visit_requester, Key::error_name_letters);
    check_phone_page(state_.visit.phone);
    if (!check_kato(state_.visit.address.kato)) complain(Field::place, Key::error_choose);
    check_address_page(state_.visit.address);
    if (state_.visit.reason.empty()) complain(Field::visit_reason, Key::error_choose);
}

void CitizenFlow::next_from_identity() {
    if (state_.found_draft) {
        open_found_draft();
        return;
    }
    if (is_representative(state_.page)) {
        asked_iin(state_) = check_iin(asked_iin(state_)).iin->text;
        go_after(state_.representative_card.read ? Page::representative_name : Page::representative_confirm);
        return;
    }
    ApplicantAnswers& person = state_.answers.applicant;
    const IinCheck check = check_iin(person.iin);
    person.iin = check.iin->text;
    if (!person.birth_date) person.birth_date = check.iin->birth_date;
    state_.birth_differs = !iin_warnings(*check.iin, *person.birth_date).empty();
    if (state_.answers.pickup_branch.empty() && !setup_.branches.empty())
        state_.answers.pickup_branch = setup_.branches.front().code;
    go_after(state_.card.read ? Page::name : Page::identity_confirm);
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

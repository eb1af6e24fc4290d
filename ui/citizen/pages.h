// Names of a citizen's pages, of what can be typed and of what a touch asks for. Plain values; any thread.
#pragma once

#include <string>

#include "ui/kit/kit_types.h"

namespace ardager::citizen {

enum class Page {
    start,
    menu,
    consent,
    applicant,       // who applies: the person, or another one for them
    representative,  // a representative is served by an employee
    identity,
    identity_confirm,  // a typed number is read back
    name,
    birth_date,  // only from the check page: the number gives it otherwise
    phone,
    place,
    address,
    pickup,
    document_kind,
    document_number,
    scan,
    check,
    submitting,
    accepted,
    incomplete,
    keeping_draft,
    draft_kept,
    refusing,
    refused,
    status_number,
    status_looking,
    status,
    home_visit,
    other_services,
    status_choose,    // by the typed number or by the receipt itself
    status_receipt,   // the receipt on the scanner
    status_identity,  // the last four digits of the IIN, for the personal part
    status_revealing,
    guide_who,    // which sub-type of applicant
    guide,        // a service that only the portal accepts
    information,  // what the order says about a matter that is no service
};

/// What lies over the page and keeps it unchanged beneath.
enum class Overlay { none, help, language, idle };

enum class Field {
    none,
    consent,
    iin,
    surname,
    given_name,
    patronymic,
    birth_date,
    phone,
    place,
    address,
    pickup_branch,
    document_kind,
    document_number,
    scan,
    signature,
    receipt_number,
    last_four
};

/// What a person asked for with one touch.
enum class Act {
    none,
    begin,         // value: language
    set_language,  // value: language
    next,
    back,
    finish,  // ends the session and wipes it
    open_application,
    open_status,
    open_home_visit,
    open_other_services,
    agree,   // consent on or off
    choose,  // value: the choice's id
    type,    // field, value: the whole new text
    scan,
    remove_page,
    no_document,
    bring_later,
    take_refusal,
    change,  // field: from the check page
    sign,    // strokes: the whole signature; none wipes it
    submit,
    reprint,
    call_staff,
    open_help,
    open_language,
    close_overlay,
    text_size,
    contrast,
    read_aloud,
    stay,  // answers the idle warning
    type_number,
    lay_receipt,
    show_more,
    open_guide,        // value: the service
    open_information,  // value: the page's id
    print_guide,
    print_blank
};

struct Intent {
    Act act = Act::none;
    Field field = Field::none;
    std::string value = {};
    ui::Signature strokes = {};
};

}  // namespace ardager::citizen

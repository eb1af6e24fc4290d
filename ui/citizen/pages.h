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
    representative,  // without a paper that gives authority an employee must help
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
    home_visit,  // what it is, and the consent to ask for it
    other_services,
    status_choose,    // by the typed number or by the receipt itself
    status_receipt,   // the receipt on the scanner
    status_identity,  // the last four digits of the IIN, for the personal part
    status_revealing,
    guide_who,    // which sub-type of applicant
    guide,        // a service that only the portal accepts
    information,  // what the order says about a matter that is no service
    // The queue.
    ticket_purpose,
    ticket_taking,
    ticket,
    // Who signs for another, before the applicant's own pages.
    representative_identity,
    representative_confirm,
    representative_name,
    representative_phone,
    authority,
    authority_number,
    authority_scan,
    // The request for a home visit, after home_visit.
    visit_who,
    visit_requester,
    visit_name,
    visit_phone,
    visit_place,
    visit_address,
    visit_reason,
    visit_days,
    visit_time,
    visit_check,
    visit_sending,
    visit_taken
};

/// What lies over the page and keeps it unchanged beneath.
/// `resume` hides the page: after a power cut nothing of the session shows before somebody answers.
enum class Overlay { none, help, language, idle, resume };

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
    last_four,
    // Links of the check pages.
    representative_iin,
    representative_name,
    representative_phone,
    authority,
    visit_who,
    visit_requester,
    visit_reason,
    visit_days,
    visit_time
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
    print_blank,
    open_ticket
};

struct Intent {
    Act act = Act::none;
    Field field = Field::none;
    std::string value = {};
    ui::Signature strokes = {};
};

}  // namespace ardager::citizen

// The scripted day's errands beside an application: a ticket, a home visit, who signs for another, and a
// receipt before the camera.
#include "kiosk/scripted_day.h"

namespace ardager {

using citizen::Page;

Result<void> ScriptedDay::tell_who_signs() {
    TRY(choose("applicant_another", Page::representative_identity));
    TRY(type("iin", "240229400103"));
    TRY(go_on(Page::representative_confirm));
    TRY(go_on(Page::representative_name));
    TRY(type("surname", "Үлгіева"));
    TRY(type("given_name", "Сынама"));
    TRY(go_on(Page::representative_phone));
    TRY(type("phone", "7010000001"));
    TRY(go_on(Page::authority));
    TRY(choose("authority_power_of_attorney", Page::authority_number));
    TRY(type("document_number", "1-45"));
    TRY(go_on(Page::authority_scan));
    TRY(tap("scan"));
    TRY(wait("the scanned paper", [&] { return parts_.app.flow().state().authority_pages.size() == 1; }));
    TRY(picture());
    return go_on(Page::identity);
}

Result<std::string> ScriptedDay::take_ticket(std::string_view language) {
    TRY(open(language));
    TRY(tap("menu_ticket"));
    TRY(reach(Page::ticket_purpose));
    const auto papers = parts_.world.printer().printed().size();
    TRY(tap("ticket_question"));
    TRY(reach(Page::ticket));
    TRY(await_paper(papers));
    const auto number = parts_.app.desk().last_number();
    TRY(tap("main"));
    return number;
}

Result<void> ScriptedDay::show_receipt(std::string_view language, const std::string& number) {
    TRY(open(language));
    TRY(tap("menu_status"));
    TRY(reach(Page::status_choose));
    TRY(tap("status_by_receipt"));
    TRY(wait("the camera's picture", [&] { return parts_.app.flow().state().camera.picture != nullptr; }));
    TRY(picture());
    for (const char* id : {"dock_handle", "dock_hold", "dock_handle"}) TRY(tap(id));
    TRY(reach(Page::status));
    if (const auto& found = parts_.app.flow().state().status; !found || found->number != number)
        return fail(Code::internal, "scripted day: the camera has read another receipt than " + number);
    return tap("finish");
}

Result<std::string> ScriptedDay::request_visit(const Person& person) {
    TRY(open(person.language));
    TRY(tap("menu_home"));
    TRY(reach(Page::home_visit));
    TRY(go_on(Page::visit_who));
    TRY(choose("visit_another", Page::visit_requester));
    TRY(type("surname", "Примеров"));
    TRY(type("given_name", "Пример"));
    TRY(go_on(Page::visit_name));
    TRY(type("surname", person.surname));
    TRY(type("given_name", person.given_name));
    TRY(go_on(Page::visit_phone));
    TRY(type("phone", person.phone));
    TRY(go_on(Page::visit_place));
    TRY(choose("place_351010000", Page::visit_address));
    TRY(type("address", person.address));
    TRY(go_on(Page::visit_reason));
    TRY(choose("visit_cannot_walk", Page::visit_days));
    TRY(choose("visit_tuesday", Page::visit_time));
    TRY(choose("visit_morning", Page::visit_check));
    const auto papers = parts_.world.printer().printed().size();
    TRY(go_on(Page::visit_taken));
    TRY(await_paper(papers));
    const auto number = parts_.app.desk().last_number();
    TRY(tap("main"));
    return number;
}

}  // namespace ardager

#include "ui/citizen/visit_answers.h"

namespace ardager::citizen {
namespace {

Json name_to_json(const NameAnswers& name) {
    return {{"surname", name.surname}, {"given_name", name.given_name}, {"patronymic", name.patronymic}};
}

Result<NameAnswers> name_from_json(const Json& json) {
    NameAnswers name;
    name.surname = TRY(json_text(json, "surname"));
    name.given_name = TRY(json_text(json, "given_name"));
    name.patronymic = TRY(json_text(json, "patronymic"));
    return name;
}

Result<Json> member(const Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key))
        return fail(Code::invalid_input, std::string("draft: visit lacks ") + key);
    return json.at(key);
}

}  // namespace

Json visit_to_json(const VisitAnswers& visit) {
    return {{"person", name_to_json(visit.person)},
            {"requester", visit.requester ? name_to_json(*visit.requester) : Json(nullptr)},
            {"phone", visit.phone},
            {"address", {{"kato", visit.address.kato}, {"text", visit.address.text}}},
            {"reason", visit.reason},
            {"preferred", {{"days", visit.days}, {"part_of_day", visit.part_of_day}}},
            {"consent", visit.consent}};
}

Result<VisitAnswers> visit_from_json(const Json& json) {
    VisitAnswers visit;
    visit.person = TRY(name_from_json(TRY(member(json, "person"))));
    if (const Json requester = TRY(member(json, "requester")); !requester.is_null())
        visit.requester = TRY(name_from_json(requester));
    visit.phone = TRY(json_text(json, "phone"));
    const Json address = TRY(member(json, "address"));
    visit.address.kato = TRY(json_text(address, "kato"));
    visit.address.text = TRY(json_text(address, "text"));
    visit.reason = TRY(json_text(json, "reason"));
    const Json preferred = TRY(member(json, "preferred"));
    for (const Json& day : TRY(member(preferred, "days"))) {
        if (!day.is_string()) return fail(Code::invalid_input, "draft: a day of the visit is no text");
        visit.days.push_back(day.get<std::string>());
    }
    visit.part_of_day = TRY(json_text(preferred, "part_of_day"));
    visit.consent = TRY(json_bool(json, "consent"));
    return visit;
}

}  // namespace ardager::citizen

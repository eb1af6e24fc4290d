#include "ui/citizen/answers.h"

namespace ardager::citizen {
namespace {

std::string optional_text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Json> member(const Json& object, const char* key, bool array = false) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end() || (array ? !found->is_array() : !found->is_object()))
        return fail(Code::invalid_input, std::string("draft: ") + key + " is missing or of another type");
    return *found;
}

Result<ApplicantAnswers> applicant_from_json(const Json& json) {
    ApplicantAnswers applicant;
    applicant.iin = TRY(json_text(json, "iin"));
    applicant.surname = TRY(json_text(json, "surname"));
    applicant.given_name = TRY(json_text(json, "given_name"));
    applicant.patronymic = optional_text(json, "patronymic");
    if (const auto birth = optional_text(json, "birth_date"); !birth.empty())
        applicant.birth_date = TRY(parse_date(birth));
    applicant.phone = TRY(json_text(json, "phone"));
    const Json address = TRY(member(json, "address"));
    applicant.address.kato = TRY(json_text(address, "kato"));
    applicant.address.text = TRY(json_text(address, "text"));
    return applicant;
}

Result<DocumentAnswer> document_from_json(const Json& json) {
    DocumentAnswer document;
    document.kind = TRY(json_text(json, "kind"));
    document.number = optional_text(json, "number");
    for (const Json& file : TRY(member(json, "files", true))) {
        if (!file.is_string()) return fail(Code::invalid_input, "draft: a file id is no text");
        document.files.push_back(file.get<std::string>());
    }
    return document;
}

}  // namespace

Json answers_to_json(const ApplicationAnswers& answers) {
    const ApplicantAnswers& person = answers.applicant;
    Json applicant = {{"iin", person.iin},
                      {"surname", person.surname},
                      {"given_name", person.given_name},
                      {"phone", person.phone},
                      {"address", {{"kato", person.address.kato}, {"text", person.address.text}}}};
    if (!person.patronymic.empty()) applicant["patronymic"] = person.patronymic;
    if (person.birth_date) applicant["birth_date"] = iso_date(*person.birth_date);
    Json documents = Json::array();
    for (const DocumentAnswer& document : answers.documents) {
        Json one = {{"kind", document.kind}, {"files", document.files}};
        if (!document.number.empty()) one["number"] = document.number;
        documents.push_back(std::move(one));
    }
    return {{"service", answers.service},
            {"language", answers.language},
            {"applicant", applicant},
            {"representative", nullptr},
            {"documents", documents},
            {"consent", answers.consent},
            {"pickup_branch", answers.pickup_branch}};
}

Result<ApplicationAnswers> answers_from_json(const Json& json) {
    ApplicationAnswers answers;
    answers.service = TRY(json_text(json, "service"));
    answers.language = TRY(json_text(json, "language"));
    answers.applicant = TRY(applicant_from_json(TRY(member(json, "applicant"))));
    for (const Json& document : TRY(member(json, "documents", true)))
        answers.documents.push_back(TRY(document_from_json(document)));
    answers.consent = TRY(json_bool(json, "consent"));
    answers.pickup_branch = TRY(json_text(json, "pickup_branch"));
    return answers;
}

}  // namespace ardager::citizen

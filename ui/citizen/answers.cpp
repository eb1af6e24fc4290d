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

Result<void> read_name(const Json& json, NameAnswers& name) {
    name.surname = TRY(json_text(json, "surname"));
    name.given_name = TRY(json_text(json, "given_name"));
    name.patronymic = optional_text(json, "patronymic");
    return {};
}

Result<RepresentativeAnswers> representative_from_json(const Json& json) {
    RepresentativeAnswers person;
    TRY(read_name(json, person));
    person.iin = TRY(json_text(json, "iin"));
    person.phone = TRY(json_text(json, "phone"));
    person.authority = optional_text(json, "authority");
    person.document.kind = kAuthority;
    return person;
}

Result<ApplicantAnswers> applicant_from_json(const Json& json) {
    ApplicantAnswers applicant;
    TRY(read_name(json, applicant));
    applicant.iin = TRY(json_text(json, "iin"));
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

void put_name(Json& json, const NameAnswers& name) {
    json["surname"] = name.surname;
    json["given_name"] = name.given_name;
    if (!name.patronymic.empty()) json["patronymic"] = name.patronymic;
}

Json document_to_json(const DocumentAnswer& document) {
    Json json = {{"kind", document.kind}, {"files", document.files}};
    if (!document.number.empty()) json["number"] = document.number;
    return json;
}

Json representative_to_json(const std::optional<RepresentativeAnswers>& person) {
    if (!person) return nullptr;
    Json json = {{"iin", person->iin}, {"phone", person->phone}};
    put_name(json, *person);
    if (!person->authority.empty()) json["authority"] = person->authority;
    return json;
}

}  // namespace

Json answers_to_json(const ApplicationAnswers& answers) {
    const ApplicantAnswers& person = answers.applicant;
    Json applicant = {{"iin", person.iin},
                      {"phone", person.phone},
                      {"address", {{"kato", person.address.kato}, {"text", person.address.text}}}};
    put_name(applicant, person);
    if (person.birth_date) applicant["birth_date"] = iso_date(*person.birth_date);
    Json documents = Json::array();
    for (const DocumentAnswer& document : answers.documents) documents.push_back(document_to_json(document));
    if (answers.representative) documents.push_back(document_to_json(answers.representative->document));
    return {{"service", answers.service},
            {"language", answers.language},
            {"applicant", applicant},
            {"representative", representative_to_json(answers.representative)},
            {"documents", documents},
            {"consent", answers.consent},
            {"pickup_branch", answers.pickup_branch}};
}

Result<ApplicationAnswers> answers_from_json(const Json& json) {
    ApplicationAnswers answers;
    answers.service = TRY(json_text(json, "service"));
    answers.language = TRY(json_text(json, "language"));
    answers.applicant = TRY(applicant_from_json(TRY(member(json, "applicant"))));
    if (const auto found = json.find("representative"); found != json.end() && !found->is_null())
        answers.representative = TRY(representative_from_json(*found));
    for (const Json& one : TRY(member(json, "documents", true))) {
        DocumentAnswer document = TRY(document_from_json(one));
        if (document.kind == kAuthority && answers.representative)
            answers.representative->document = std::move(document);
        else
            answers.documents.push_back(std::move(document));
    }
    answers.consent = TRY(json_bool(json, "consent"));
    answers.pickup_branch = TRY(json_text(json, "pickup_branch"));
    return answers;
}

}  // namespace ardager::citizen

#include "kiosk/cases/visit_file.h"

#include "kiosk/base/files.h"
#include "kiosk/cases/object_reader.h"
#include "kiosk/cases/tuning.h"

namespace ardager {
namespace {

using Faults = std::vector<FieldFault>;

void read_person(const Json& value, const std::string& path, bool with_iin, VisitPerson& out,
                 Faults& faults) {
    ObjectReader object(value, path, faults);
    object.text("surname", out.surname);
    object.text("given_name", out.given_name);
    object.text("patronymic", out.patronymic, false);
    if (with_iin) object.text("iin", out.iin, false);
}

void read_days(const Json& value, ObjectReader& preferred, VisitDraft& draft) {
    if (!value.is_array() || value.size() > kVisitDays.size()) {
        preferred.fault("days", "type", "must be a list of at most 6 days");
        return;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i].is_string())
            draft.days.push_back(value[i].get<std::string>());
        else
            preferred.fault("days[" + std::to_string(i) + "]", "type", "must be a text");
    }
}

void read_preferred(const Json& value, VisitDraft& draft, Faults& faults) {
    ObjectReader preferred(value, "preferred", faults);
    if (const auto* days = preferred.find("days", false)) read_days(*days, preferred, draft);
    preferred.text("part_of_day", draft.part_of_day, false);
}

void read_all(const Json& value, VisitDraft& draft, Faults& faults) {
    ObjectReader object(value, "", faults, "visit");
    object.text("service", draft.service);
    object.text("language", draft.language);
    if (const auto* person = object.find("person"))
        read_person(*person, "person", true, draft.person, faults);
    if (const auto* person = object.find("requester", false); person != nullptr && !person->is_null())
        read_person(*person, "requester", false, draft.requester.emplace(), faults);
    object.text("phone", draft.phone);
    if (const auto* address = object.find("address")) {
        ObjectReader place(*address, "address", faults);
        place.text("kato", draft.kato);
        place.text("text", draft.address);
    }
    object.text("reason", draft.reason);
    if (const auto* preferred = object.find("preferred", false)) read_preferred(*preferred, draft, faults);
    object.flag("consent", draft.consent);
}

}  // namespace

Result<VisitDraft> read_visit(const Json& value) {
    Faults faults;
    VisitDraft draft;
    read_all(value, draft, faults);
    if (faults.empty()) return draft;
    return fail(Error{Code::invalid_field, "the request has wrong fields", std::move(faults)});
}

Result<VisitDraft> read_visit_file(const std::filesystem::path& file) {
    const auto bytes = TRY(read_file(file, kApplicationFileLimit));
    auto value = parse_json(as_text(bytes));
    if (value) return read_visit(*value);
    for (auto& fault : value.error().fields)
        if (fault.field.empty()) fault.field = "visit";
    return fail(std::move(value).error());
}

}  // namespace ardager

#include "kiosk/cases/application_file.h"

#include "kiosk/base/files.h"
#include "kiosk/cases/object_reader.h"
#include "kiosk/cases/tuning.h"
#include "kiosk/rules/file_kind.h"
#include "kiosk/rules/tuning.h"

namespace ardager {
namespace {

void read_person(const Json& value, const std::string& path, bool applicant, DraftPerson& out,
                 std::vector<FieldFault>& faults) {
    ObjectReader object(value, path, faults);
    object.text("iin", out.iin);
    object.text("surname", out.surname);
    object.text("given_name", out.given_name);
    object.text("patronymic", out.patronymic, false);
    object.text("phone", out.phone);
    if (!applicant) object.text("authority", out.authority, false);
    if (!applicant) return;
    object.text("birth_date", out.birth_date);
    if (const auto* address = object.find("address")) {
        ObjectReader place(*address, path + ".address", faults);
        place.text("kato", out.kato);
        place.text("text", out.address);
    }
}

/// Where attachments lie, and how much of them may still be read.
struct Inbox {
    const std::filesystem::path& folder;
    std::uint64_t room_bytes = kMostAttachmentBytes;
    bool is_full = false;
};

void read_attachment(const std::string& field, const std::string& name, Inbox& inbox, DraftDocument& document,
                     std::vector<FieldFault>& faults) {
    const auto path = inbox.folder / std::filesystem::path(name);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    // The system ends a name at its first NUL: another file than the named one would be opened.
    if (error || name.find('\0') != std::string::npos) {
        faults.push_back({field, "not_found", "no such file, or it cannot be read"});
        return;
    }
    if (const auto fits = check_file_size(size, field); !fits) {
        faults.insert(faults.end(), fits.error().fields.begin(), fits.error().fields.end());
        return;
    }
    inbox.is_full = inbox.is_full || size > inbox.room_bytes;
    if (inbox.is_full) return;
    inbox.room_bytes -= size;
    auto bytes = read_file(path, kAttachmentLimit);
    if (!bytes)
        faults.push_back({field, "not_found", "no such file, or it cannot be read"});
    else
        document.files.push_back({path.filename().string(), std::move(*bytes)});
}

void read_files(const Json& value, const std::string& path, Inbox& inbox, DraftDocument& document,
                std::vector<FieldFault>& faults) {
    if (!value.is_array() || value.size() > kMostPages) {
        faults.push_back({path, "type", "must be a list of file names, at most 40"});
        return;
    }
    if (value.empty())
        faults.push_back({path, "empty", "names no file; leave the document out when there is none"});
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto field = path + "[" + std::to_string(i) + "]";
        if (!value[i].is_string())
            faults.push_back({field, "type", "must be a file name"});
        else
            read_attachment(field, value[i].get<std::string>(), inbox, document, faults);
    }
}

void read_documents(const Json& value, const std::filesystem::path& folder, std::vector<DraftDocument>& out,
                    std::vector<FieldFault>& faults) {
    if (!value.is_array() || value.size() > kMostDocuments) {
        faults.push_back({"documents", "type", "must be a list, at most 20 long"});
        return;
    }
    Inbox inbox{folder};
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto path = "documents[" + std::to_string(i) + "]";
        ObjectReader object(value[i], path, faults);
        DraftDocument document;
        object.text("kind", document.kind);
        object.text("number", document.number, false);
        if (const auto* files = object.find("files"))
            read_files(*files, path + ".files", inbox, document, faults);
        out.push_back(std::move(document));
    }
    if (inbox.is_full)
        faults.push_back({"documents", "too_large", "all files together are larger than 200 MiB"});
}

ReadApplication read_application(const Json& value, const std::filesystem::path& folder) {
    ReadApplication read;
    auto& [draft, faults] = read;
    {
        ObjectReader object(value, "", faults, "application");
        object.text("service", draft.service);
        object.text("language", draft.language);
        object.text("pickup_branch", draft.pickup_branch);
        if (const auto* person = object.find("applicant"))
            read_person(*person, "applicant", true, draft.applicant, faults);
        if (const auto* person = object.find("representative", false);
            person != nullptr && !person->is_null())
            read_person(*person, "representative", false, draft.representative.emplace(), faults);
        if (const auto* documents = object.find("documents"))
            read_documents(*documents, folder, draft.documents, faults);
        object.flag("consent", draft.consent);
    }
    return read;
}

}  // namespace

Result<ReadApplication> read_application_file(const std::filesystem::path& file) {
    const auto bytes = TRY(read_file(file, kApplicationFileLimit));
    auto value = parse_json(as_text(bytes));
    if (value) return read_application(*value, file.parent_path());
    for (auto& fault : value.error().fields)
        if (fault.field.empty()) fault.field = "application";
    return fail(std::move(value).error());
}

}  // namespace ardager

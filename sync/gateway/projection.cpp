#include "sync/gateway/projection.h"

#include "kiosk/base/json.h"
#include "kiosk/base/log.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {
namespace {

constexpr std::string_view kAccepted = "application.accepted";
constexpr std::string_view kRefused = "acceptance.refused";
constexpr std::string_view kExtended = "decision.extended";

/// A member of another type reads as empty: older and newer devices may differ in what the ministry does not
/// need.
std::string optional_text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<void> collect_files(const Json& value, std::vector<NamedFile>& files) {
    if (value.is_object() && value.contains("sha256")) {
        if (files.size() >= kMostNamedFiles) return fail(Code::invalid_input, "it names too many files");
        NamedFile file{TRY(Digest::from_hex(TRY(json_text(value, "sha256")))), 0,
                       optional_text(value, "media_type")};
        if (value.contains("size")) file.size_bytes = TRY(json_u64(value, "size"));
        files.push_back(std::move(file));
        return {};
    }
    if (value.is_structured())
        for (const auto& member : value) TRY(collect_files(member, files));
    return {};
}

Result<std::string> read_number(const DeviceId& device, const Json& payload) {
    auto number = TRY(ReceiptNumber::parse(TRY(json_text(payload, "number")))).text;
    if (!number.starts_with(device.text() + "-"))
        return fail(Code::invalid_input, "its number is another device's");
    return number;
}

Result<std::string> read_due(const Json& payload) {
    return iso_date(TRY(parse_date(TRY(json_text(payload, "due")))));
}

Result<ApplicationRow> read_application(const DeviceId& device, const Entry& entry, const Json& payload) {
    ApplicationRow row;
    row.number = TRY(read_number(device, payload));
    row.device = device.text();
    row.seq = entry.seq;
    row.kind = entry.type == kAccepted ? ApplicationKind::application : ApplicationKind::refusal;
    row.service = TRY(json_text(payload, "service"));
    row.provider = optional_text(payload, "provider");
    if (row.kind == ApplicationKind::application) row.due = TRY(read_due(payload));
    return row;
}

Result<ProjectedEntry> read(const DeviceId& device, const Entry& entry, std::string_view text) {
    const bool is_application = entry.type == kAccepted || entry.type == kRefused;
    const bool extends = entry.type == kExtended;
    if (!is_application && !extends && text.find("\"sha256\"") == std::string_view::npos)
        return ProjectedEntry{};
    const Json payload = TRY(parse_json(text));
    ProjectedEntry out;
    TRY(collect_files(payload, out.files));
    if (extends) {
        NewDue& answer = out.new_due.emplace();
        answer.number = TRY(read_number(device, payload));
        answer.due = TRY(read_due(payload));
    }
    if (!is_application) return out;
    out.application = TRY(read_application(device, entry, payload));
    out.kind = entry.type == kAccepted ? Projection::application : Projection::refusal;
    return out;
}

Result<void> check_number(Store& store, const ProjectedEntry& projected) {
    if (!projected.application || !TRY(store.application(projected.application->number))) return {};
    return fail(Code::conflict, "its number was used before");
}

/// A refused acceptance is kept for the record; no provider has anything to do with it.
Result<void> tell_provider(Office& office, const ApplicationRow& row) {
    if (row.kind == ApplicationKind::refusal) return {};
    return office.store.tell_provider(row, office.clock.now());
}

}  // namespace

Result<ProjectedEntry> read_projection(Store& store, const DeviceId& device, const Entry& entry,
                                       std::string_view payload) {
    auto projected = read(device, entry, payload);
    const Result<void> fault = projected ? check_number(store, *projected) : fail(projected.error());
    if (fault) return projected;
    const bool of_the_entry = !projected || fault.error().code == Code::conflict;
    if (!of_the_entry) return fail(fault.error());
    log(LogLevel::warning, "gateway",
        "entry " + std::to_string(entry.seq) + " of " + device.text() +
            " is kept but not understood: " + fault.error().detail);
    return ProjectedEntry{Projection::unreadable, std::nullopt, {}, std::nullopt};
}

Result<void> store_projection(Office& office, const DeviceId& device, const Entry& entry,
                              ProjectedEntry projected) {
    for (const auto& file : projected.files) TRY(office.store.add_named_file(device.text(), entry.seq, file));
    if (projected.new_due)
        TRY(office.store.put_extended_due(projected.new_due->number, projected.new_due->due));
    if (!projected.application) return {};
    ApplicationRow& row = *projected.application;
    row.received_at = office.clock.now();
    // Known before the row is there, so that most applications are written once.
    if (projected.files.empty() || TRY(office.store.missing_files(row.device, row.seq)) == 0)
        row.state = ApplicationState::received;
    TRY(office.store.add_application(row));
    return row.state == ApplicationState::received ? tell_provider(office, row) : Result<void>{};
}

Result<void> receive_if_whole(Office& office, ApplicationRow row) {
    if (TRY(office.store.missing_files(row.device, row.seq)) > 0) return {};
    row.state = ApplicationState::received;
    TRY(office.store.put_decision(row));
    return tell_provider(office, row);
}

}  // namespace ardager::gateway

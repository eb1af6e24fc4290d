#include "kiosk/cases/accept_application.h"
#include "kiosk/cases/application_file.h"
#include "kiosk/cases/check_application.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/ctl/commands.h"

namespace ardager::ctl {
namespace {

std::filesystem::path absolute(const std::string& path) {
    return path.empty() ? std::filesystem::path() : std::filesystem::absolute(path);
}

Json describe_missing(const Office& office, const Refused& refused, const ApplicationDraft& draft) {
    Json missing = Json::array();
    const auto standard = office.law.standards.in_force(draft.service, local_date(office.clock.now()));
    for (const auto& requirement : refused.missing) {
        Json any_of = Json::array();
        if (standard)
            for (const auto& known : (*standard)->requirements)
                if (known.id == requirement.id) any_of = known.any_of;
        missing.push_back({{"requirement", requirement.id},
                           {"any_of", any_of},
                           {"name", requirement.name.in(draft.language)}});
    }
    return missing;
}

ExitCode refuse(const Context& context, Office& office, const ApplicationDraft& draft) {
    const auto refused = CTL_TRY(context, refuse_acceptance(office, draft));
    const Json value{{"outcome", "refused"},
                     {"number", refused.number.text},
                     {"missing", describe_missing(office, refused, draft)},
                     {"entry", refused.entry.text()}};
    std::string text = "refused " + refused.number.text + "\nmissing:";
    for (const auto& requirement : refused.missing) text += "\n  " + requirement.name.in(draft.language);
    return answer(context, value, text, acceptance_refused);
}

/// Each flag replaces its own key and leaves the others as the file has them.
void override_gateway(GatewayConfig& gateway, const InitOptions& options) {
    if (!options.gateway.empty()) gateway.url = options.gateway;
    if (!options.certificate.empty()) gateway.certificate = absolute(options.certificate);
    if (!options.key.empty()) gateway.key = absolute(options.key);
    if (!options.ca.empty()) gateway.ca = absolute(options.ca);
}

Result<void> check_gateway(const GatewayConfig& gateway) {
    if (gateway.url.empty()) return {};
    constexpr std::string_view kScheme = "https://";
    Error error{Code::invalid_field, "the gateway cannot be used like this", {}};
    if (!gateway.url.starts_with(kScheme) || gateway.url.size() == kScheme.size())
        error.fields.push_back({"--gateway", "format", "https://host:port (gateway.url)"});
    if (gateway.certificate.empty())
        error.fields.push_back({"--cert", "missing", "this device's certificate (gateway.certificate)"});
    if (gateway.key.empty()) error.fields.push_back({"--key", "missing", "its key (gateway.key)"});
    if (gateway.ca.empty())
        error.fields.push_back({"--ca", "missing", "certificate of the authority (gateway.ca)"});
    if (!error.fields.empty()) return fail(std::move(error));
    return {};
}

bool is_about(const FieldFault& fault, const FieldFault& other) {
    return fault.field.starts_with(other.field) || other.field.starts_with(fault.field);
}

/// The faults of shape, then those of content in fields whose shape is right: all that is to be mended, at
/// once.
Error wrong_fields(const Office& office, ReadApplication read) {
    auto& faults = read.faults;
    const auto of_shape = static_cast<std::ptrdiff_t>(faults.size());
    if (const auto checked = check_application(office, read.draft, office.clock.today()); !checked)
        for (const auto& fault : checked.error().fields)
            if (std::none_of(faults.begin(), faults.begin() + of_shape,
                             [&](const FieldFault& shape) { return is_about(fault, shape); }))
                faults.push_back(fault);
    return {Code::invalid_field, "the application has wrong fields", std::move(faults)};
}

}  // namespace

ExitCode init(const Context& context, const InitOptions& options) {
    const auto device = CTL_TRY(context, DeviceId::make(options.branch, options.device));
    auto config = default_config(device);
    if (!options.config.empty()) {
        config = CTL_TRY(context, load_config(options.config));
        config.device = device;
    }
    config.profile = options.profile;
    override_gateway(config.gateway, options);
    CTL_TRY(context, check_gateway(config.gateway));
    CTL_TRY(context, Office::create(context.paths, config, context.clock, context.random));
    const Json value{{"record", std::filesystem::absolute(context.paths.folder).string()},
                     {"device", device.text()}};
    std::string text = "a record for " + device.text() + " is ready in " + context.paths.folder.string();
    for (const auto& key : unfinished(config))
        text += "\nfill in " + key + " in " + context.paths.config().string();
    return answer(context, value, text);
}

ExitCode apply(const Context& context, const std::string& file) {
    auto read = CTL_TRY(context, read_application_file(file));
    const auto office = CTL_TRY(context, context.office());
    if (!read.faults.empty()) return report(context, wrong_fields(*office, std::move(read)));
    const auto& draft = read.draft;
    const auto accepted = accept_application(*office, draft);
    if (!accepted && accepted.error().code == Code::missing_documents) return refuse(context, *office, draft);
    if (!accepted) return report(context, accepted.error());
    const Json value{{"outcome", "accepted"},
                     {"number", accepted->number.text},
                     {"due", iso_date(accepted->due)},
                     {"entry", accepted->entry.text()},
                     {"warnings", accepted->warnings}};
    std::string text = "accepted " + accepted->number.text + "\ndue " + iso_date(accepted->due);
    for (const auto& warning : accepted->warnings) text += "\nlook again at " + warning;
    return answer(context, value, text);
}

}  // namespace ardager::ctl

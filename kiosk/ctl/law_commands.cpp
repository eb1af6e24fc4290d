#include "kiosk/base/files.h"
#include "kiosk/ctl/commands.h"
#include "kiosk/rules/due.h"
#include "kiosk/rules/iin.h"
#include "kiosk/rules/mrz.h"

namespace ardager::ctl {
namespace {

// Three lines of 30; a file a little longer is still one card.
constexpr std::size_t kMrzLimit = 4096;

const char* sex_name(Iin::Sex sex) {
    return sex == Iin::male ? "male" : "female";
}

Json describe(const Standard& standard) {
    return {{"service", standard.service},
            {"version", standard.version},
            {"in_force_from", iso_date(standard.in_force_from)},
            {"in_force_from_verified", standard.in_force_from_verified},
            {"legal_reference", standard.legal_reference.kk},
            {"name", {{"kk", standard.name.kk}, {"ru", standard.name.ru}, {"en", standard.name.en}}},
            {"accepted_at_branch", standard.accepted_at_branch()}};
}

std::string full_text(const Standard& standard, std::string_view language) {
    std::string text = standard.name.in(language) + "\n" + standard.legal_reference.in(language) + "\n";
    for (std::size_t i = 0; i < standard.sections.size(); ++i)
        text += "\n" + std::to_string(i + 1) + ". " + standard.sections[i].title.in(language) + "\n" +
                standard.sections[i].text.in(language) + "\n";
    return text;
}

Result<const Standard*> pick(const Standards& standards, const std::string& service,
                             const std::string& version, Date today) {
    return version.empty() ? standards.in_force(service, today) : standards.version(service, version);
}

}  // namespace

ExitCode iin_check(const Context& context, const std::string& number) {
    const auto check = check_iin(number);
    Json value{{"valid", check.valid}, {"reason", check.valid ? Json(nullptr) : Json(check.reason)}};
    if (!check.valid)
        return answer(context, value, "not valid: " + iin_reason_message(check.reason), bad_input);
    value["birth_date"] = iso_date(check.iin->birth_date);
    value["sex"] = sex_name(check.iin->sex);
    return answer(context, value,
                  "valid: born " + iso_date(check.iin->birth_date) + ", " + sex_name(check.iin->sex));
}

ExitCode mrz_parse(const Context& context, const std::string& file) {
    const auto text = CTL_TRY(context, read_file(file, kMrzLimit));
    const auto mrz = CTL_TRY(context, parse_td1(as_text(text)));
    const Json value{{"document_number", mrz.document_number}, {"iin", mrz.iin.text},
                     {"birth_date", iso_date(mrz.birth_date)}, {"sex", sex_name(mrz.sex)},
                     {"expiry", iso_date(mrz.expiry)},         {"surname", mrz.surname},
                     {"given_names", mrz.given_names}};
    return answer(context, value, value.dump(2));
}

ExitCode due(const Context& context, const DueOptions& options) {
    const auto accepted = parse_instant(options.accepted);
    if (!accepted)
        return report(context, Error{Code::invalid_field,
                                     accepted.error().detail,
                                     {{"accepted", "format", accepted.error().detail}}});
    const auto law = CTL_TRY(context, LawBook::load(context.paths.assets));
    const auto in_force = law.standards.in_force(options.service, local_date(*accepted));
    // The day is wrong, not the hour: another try later gives the same.
    if (!in_force && in_force.error().code == Code::not_now)
        return report(context, Error{Code::invalid_field,
                                     in_force.error().detail,
                                     {{"accepted", "before_the_standard", in_force.error().detail}}});
    const auto* standard = CTL_TRY(context, in_force);
    if (options.hours != "branch" && options.hours != "duty_branch")
        return report(context, Error{Code::invalid_field,
                                     "hours: branch or duty_branch",
                                     {{"hours", "unknown", "one of branch, duty_branch"}}});
    const auto& hours = options.hours == "duty_branch" ? standard->duty_branch_hours : standard->branch_hours;
    const auto date = CTL_TRY(context, due_date(*standard, *accepted, law.calendar,
                                                hours.value_or(BranchHours{}), options.extended));
    const auto unverified = law.calendar.first_unverified(date.day_of_acceptance, date.due);
    return answer(context,
                  {{"due", iso_date(date.due)},
                   {"day_of_acceptance", iso_date(date.day_of_acceptance)},
                   {"calendar_verified", !unverified}},
                  iso_date(date.due) +
                      (unverified ? "\nThe days off of " + std::to_string(static_cast<int>(*unverified)) +
                                        " are not verified: check the date."
                                  : ""));
}

ExitCode standard_list(const Context& context) {
    const auto standards = CTL_TRY(context, Standards::load(context.paths.assets / "standards"));
    Json value = Json::array();
    std::string text;
    for (const auto* standard : standards.all()) {
        value.push_back(describe(*standard));
        text += (text.empty() ? "" : "\n") + standard->service + " " + standard->version +
                ", in force from " + iso_date(standard->in_force_from) +
                (standard->in_force_from_verified ? "" : " (day not verified)");
    }
    return answer(context, value, text);
}

ExitCode standard_show(const Context& context, const std::string& service, const std::string& version,
                       const std::string& language) {
    const auto standards = CTL_TRY(context, Standards::load(context.paths.assets / "standards"));
    const auto* standard = CTL_TRY(context, pick(standards, service, version, context.clock.today()));
    Json value = describe(*standard);
    value["sections"] = Json::array();
    for (const auto& section : standard->sections)
        value["sections"].push_back(
            {{"title", section.title.in(language)}, {"text", section.text.in(language)}});
    return answer(context, value, full_text(*standard, language));
}

ExitCode standard_check(const Context& context, const std::string& folder) {
    const auto path = folder.empty() ? context.paths.assets / "standards" : std::filesystem::path(folder);
    const auto standards = CTL_TRY(context, Standards::load(path));
    return answer(context, {{"ok", true}, {"standards", standards.all().size()}},
                  std::to_string(standards.all().size()) + " standards are well formed in " + path.string());
}

}  // namespace ardager::ctl

#include "kiosk/cases/compose_paper.h"
#include "kiosk/cases/visit_file.h"
#include "kiosk/ctl/commands.h"

namespace ardager::ctl {
namespace {

// A branch has some visits a week; whoever needs more looks into the export.
constexpr unsigned kMostVisits = 500;

}  // namespace

ExitCode visit_request(const Context& context, const std::string& file, const std::string& output) {
    const auto draft = CTL_TRY(context, read_visit_file(file));
    if (!output.empty()) CTL_TRY(context, check_output(output));
    const auto office = CTL_TRY(context, context.office());
    const auto visit = CTL_TRY(context, request_visit(*office, draft));
    if (!output.empty()) {
        const auto slip = CTL_TRY(context, compose_visit_slip(*office, visit.number));
        CTL_TRY(context, write_paper(*office, slip, draft.language == "kk" ? "kk" : "ru", receipts::Paper::a4,
                                     output));
    }
    const Json value{
        {"number", visit.number.text}, {"at", iso_instant(visit.at)}, {"entry", visit.entry.text()}};
    return answer(context, value, "requested " + visit.number.text);
}

ExitCode visits(const Context& context) {
    const auto office = CTL_TRY(context, context.office());
    const auto rows = CTL_TRY(context, list_visits(office->journal().reader().database(), kMostVisits));
    Json list = Json::array();
    std::string text = std::to_string(rows.size()) + " home visits";
    for (const auto& row : rows) {
        list.push_back({{"number", row.number.text},
                        {"state", visit_state_name(row.state)},
                        {"service", row.service},
                        {"language", row.language},
                        {"requested_at", iso_instant(row.requested_at)},
                        {"changed_at", iso_instant(row.changed_at)}});
        text += "\n" + row.number.text + "  " + visit_state_name(row.state) + "  " +
                iso_instant(row.requested_at);
    }
    return answer(context, Json{{"visits", std::move(list)}}, text);
}

}  // namespace ardager::ctl

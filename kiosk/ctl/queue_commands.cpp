#include "kiosk/cases/compose_paper.h"
#include "kiosk/cases/move_ticket.h"
#include "kiosk/ctl/commands.h"

namespace ardager::ctl {
namespace {

Json moment(const std::optional<Instant>& at) {
    return at ? Json(iso_instant(*at)) : Json(nullptr);
}

Json describe(const TicketRow& ticket) {
    return {{"ticket", ticket.number.text},
            {"day", iso_date(ticket.day)},
            {"state", ticket_state_name(ticket.state)},
            {"service", ticket.service},
            {"language", ticket.language},
            {"window", ticket.window},
            {"calls", ticket.calls},
            {"issued_at", iso_instant(ticket.issued_at)},
            {"first_called_at", moment(ticket.first_called_at)},
            {"last_called_at", moment(ticket.last_called_at)},
            {"started_at", moment(ticket.started_at)},
            {"ended_at", moment(ticket.ended_at)}};
}

Json estimate(const QueueFigures& figures) {
    return figures.estimate_minutes ? Json(*figures.estimate_minutes) : Json(nullptr);
}

std::string minutes_text(const QueueFigures& figures) {
    if (!figures.estimate_minutes) return "no estimate yet";
    return "about " + std::to_string(*figures.estimate_minutes) + " min";
}

std::string line_of(const TicketRow& ticket) {
    std::string line = ticket.number.text + "  " + ticket_state_name(ticket.state) + "  " + ticket.service;
    if (!ticket.window.empty()) line += "  window " + ticket.window;
    return line;
}

Result<TicketRow> move(Office& office, const TicketOptions& options) {
    if (options.step == "call" && options.number.empty()) return call_next(office, options.window);
    const auto number = TRY(TicketNumber::parse(options.number));
    if (options.step == "call") return call_ticket(office, number, options.window);
    if (options.step == "recall") return recall_ticket(office, number, options.window);
    if (options.step == "no-show") return mark_no_show(office, number);
    if (options.step == "leave") return leave_queue(office, number);
    return options.end ? end_service(office, number) : start_service(office, number);
}

}  // namespace

ExitCode ticket_issue(const Context& context, const TicketOptions& options) {
    if (!options.output.empty()) CTL_TRY(context, check_output(options.output));
    const auto office = CTL_TRY(context, context.office());
    const auto ticket = CTL_TRY(context, issue_ticket(*office, {options.service, options.language}));
    if (!options.output.empty()) {
        const auto slip = compose_ticket_slip(*office, ticket);
        CTL_TRY(context, write_paper(*office, slip, options.language == "kk" ? "kk" : "ru",
                                     receipts::Paper::roll_80mm, options.output));
    }
    const Json value{{"ticket", ticket.number.text},
                     {"day", iso_date(ticket.day)},
                     {"waiting_before", ticket.before.waiting},
                     {"estimate_minutes", estimate(ticket.before)},
                     {"entry", ticket.entry.text()}};
    return answer(context, value,
                  ticket.number.text + "\nbefore it: " + std::to_string(ticket.before.waiting) + ", " +
                      minutes_text(ticket.before));
}

ExitCode ticket_move(const Context& context, const TicketOptions& options) {
    const auto office = CTL_TRY(context, context.office());
    const auto ticket = CTL_TRY(context, move(*office, options));
    return answer(context, describe(ticket), line_of(ticket));
}

ExitCode queue(const Context& context) {
    const auto office = CTL_TRY(context, context.office());
    const Date today = office->clock.today();
    const auto now = CTL_TRY(context, queue_now(office->journal().reader().database(), today));
    Json value{{"day", iso_date(today)},
               {"waiting", now.figures.waiting},
               {"estimate_minutes", estimate(now.figures)},
               {"at_windows", Json::array()},
               {"tickets", Json::array()}};
    std::string text =
        std::to_string(now.figures.waiting) + " waiting, " + minutes_text(now.figures) + " for the next one";
    for (const auto& ticket : now.at_windows) {
        value["at_windows"].push_back(describe(ticket));
        text += "\n" + line_of(ticket);
    }
    for (const auto& ticket : now.waiting) {
        value["tickets"].push_back(describe(ticket));
        text += "\n" + line_of(ticket);
    }
    return answer(context, value, text);
}

}  // namespace ardager::ctl

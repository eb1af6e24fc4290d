#include "kiosk/cases/move_ticket.h"

namespace ardager {
namespace {

/// A step: its entry, the states it may start from, and the words for `A-014 cannot be …`.
struct Step {
    const char* entry;
    const char* part;  // `step` of ticket.served; otherwise none
    std::vector<TicketState> from;
    const char* words;
};

const Step& call_step() {
    static const Step step{"ticket.called", nullptr, {TicketState::waiting}, "called"};
    return step;
}

const char* why_not(TicketState state) {
    switch (state) {
        case TicketState::waiting:
            return "it waits and was not called yet";
        case TicketState::called:
            return "it is called and its service has not begun";
        case TicketState::serving:
            return "it is being served";
        case TicketState::served:
            return "it was served already";
        case TicketState::no_show:
            return "nobody came when it was called";
        case TicketState::left:
            return "the person has left the queue";
    }
    return "";
}

Result<void> check_window(const std::string& window) {
    const auto digit = [](char c, char least) { return c >= least && c <= '9'; };
    const bool good = (window.size() == 1 && digit(window[0], '1')) ||
                      (window.size() == 2 && digit(window[0], '1') && digit(window[1], '0'));
    if (good) return {};
    return fail_field("window", "format", "the window's number, 1 to 99");
}

/// Whoever is called to a window finds it free.
Result<void> check_free(const QueueNow& queue, const std::string& window, const TicketNumber& except) {
    for (const auto& ticket : queue.at_windows)
        if (ticket.window == window && ticket.number != except)
            return fail(Code::conflict, "window " + window + " has " + ticket.number.text + ": " +
                                            why_not(ticket.state) + "; finish that one first");
    return {};
}

Result<TicketRow> take_step(Office& office, const TicketRow& ticket, const Step& step,
                            const std::string& window = {}) {
    if (std::find(step.from.begin(), step.from.end(), ticket.state) == step.from.end())
        return fail(Code::conflict,
                    ticket.number.text + " cannot be " + step.words + ": " + why_not(ticket.state));
    Json payload{{"ticket", ticket.number.text}, {"day", iso_date(ticket.day)}};
    if (!window.empty()) payload["window"] = window;
    if (step.part != nullptr) payload["step"] = step.part;
    auto work = TRY(office.begin());
    const auto entry = TRY(work->append(step.entry, std::move(payload)));
    TRY(office.keep(std::move(work), entry.id));
    return find_ticket(office.journal().reader().database(), ticket.day, ticket.number);
}

Result<TicketRow> find_today(Office& office, const TicketNumber& number) {
    return find_ticket(office.journal().reader().database(), office.clock.today(), number);
}

Result<TicketRow> call_to(Office& office, const TicketNumber& number, const Step& step,
                          const std::string& window) {
    TRY(check_window(window));
    const auto ticket = TRY(find_today(office, number));
    TRY(check_free(TRY(queue_now(office.journal().reader().database(), ticket.day)), window, number));
    return take_step(office, ticket, step, window);
}

}  // namespace

Result<TicketRow> call_next(Office& office, const std::string& window) {
    TRY(check_window(window));
    const auto queue = TRY(queue_now(office.journal().reader().database(), office.clock.today()));
    TRY(check_free(queue, window, {}));
    if (queue.waiting.empty()) return fail(Code::not_now, "nobody waits");
    return take_step(office, queue.waiting.front(), call_step(), window);
}

Result<TicketRow> call_ticket(Office& office, const TicketNumber& number, const std::string& window) {
    return call_to(office, number, call_step(), window);
}

Result<TicketRow> recall_ticket(Office& office, const TicketNumber& number, const std::string& window) {
    static const Step step{
        "ticket.recalled", nullptr, {TicketState::called, TicketState::no_show}, "called again"};
    return call_to(office, number, step, window);
}

Result<TicketRow> mark_no_show(Office& office, const TicketNumber& number) {
    static const Step step{"ticket.no_show", nullptr, {TicketState::called}, "marked as not come"};
    return take_step(office, TRY(find_today(office, number)), step);
}

Result<TicketRow> start_service(Office& office, const TicketNumber& number) {
    static const Step step{"ticket.served", "start", {TicketState::called}, "served"};
    return take_step(office, TRY(find_today(office, number)), step);
}

Result<TicketRow> end_service(Office& office, const TicketNumber& number) {
    static const Step step{"ticket.served", "end", {TicketState::serving}, "finished"};
    return take_step(office, TRY(find_today(office, number)), step);
}

Result<TicketRow> leave_queue(Office& office, const TicketNumber& number) {
    static const Step step{"ticket.left", nullptr, {TicketState::waiting, TicketState::called}, "given up"};
    return take_step(office, TRY(find_today(office, number)), step);
}

}  // namespace ardager

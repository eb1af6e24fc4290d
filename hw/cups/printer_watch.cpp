#include "hw/cups/printer_watch.h"

#include "hw/device_board.h"
#include "kiosk/base/log.h"

namespace ardager::hw::cups {
namespace {

// One answer may be lost, or a printer is just waking up.
constexpr unsigned kMissesUntilOffline = 2;

}  // namespace

PrinterWatch::PrinterWatch(const Queue& queue, CupsPatience patience, std::string name)
    : queue_(queue), patience_(patience), name_(std::move(name)) {}

PrinterState PrinterWatch::look(Steady::time_point now) {
    const auto look = queue_.look();
    open_and_idle_ = look && look->told.activity == Activity::idle && look->told.accepts;
    if (!look) {
        const bool wrong_queue = look.error().code != Code::line;
        const auto state = wrong_queue ? PrinterState::fault : PrinterState::offline;
        tell(state, look.error().detail);
        return state;
    }
    device_uri_ = look->device_uri;
    warn_of_policy(look->error_policy);
    const auto state = judge(*look, now);
    const bool asked = look->told.activity == Activity::idle && itself_ && !itself_said_.empty();
    tell(state, "queue: " + list_reasons(look->told) + (asked ? "; printer: " + itself_said_ : ""));
    return state;
}

PrinterState PrinterWatch::judge(const QueueLook& look, Steady::time_point now) {
    if (!is_connecting(look.told))
        connecting_since_.reset();
    else if (!connecting_since_)
        connecting_since_ = now;
    else if (now - *connecting_since_ >= patience_.connecting)
        return PrinterState::offline;
    if (look.told.activity == Activity::idle)
        ask_printer(look, now);
    else
        ask_again_ = now;  // what was heard before the job is history after it
    return state_of_queue(look.told, itself_);
}

void PrinterWatch::ask_printer(const QueueLook& look, Steady::time_point now) {
    if (now < ask_again_) return;
    ask_again_ = now + patience_.itself;
    const auto told = queue_.ask_printer(look.device_uri);
    if (told) {
        misses_ = 0;
        itself_ = state_of(*told);
        itself_said_ = list_reasons(*told);
    } else if (told.error().code == Code::line) {
        itself_said_ = "no answer";
        if (++misses_ >= kMissesUntilOffline) itself_ = PrinterState::offline;
        ask_again_ = now;  // at the next look
    } else {
        itself_.reset();  // it speaks no IPP: a job will show
    }
}

void PrinterWatch::tell(PrinterState state, const std::string& why) {
    if (std::exchange(told_, state) == state) return;
    log(state == PrinterState::ready ? LogLevel::info : LogLevel::warning, "printer",
        name_ + ": " + printer_state_name(state) + " (" + why + ")");
}

void PrinterWatch::warn_of_policy(const std::string& policy) {
    // With retry-job there is time to take the job back.
    if (warned_ || policy != "retry-current-job") return;
    warned_ = true;
    log(LogLevel::warning, "printer",
        "CUPS would print failed jobs again by itself: lpadmin -p " + name_ +
            " -o printer-error-policy=abort-job");
}

}  // namespace ardager::hw::cups

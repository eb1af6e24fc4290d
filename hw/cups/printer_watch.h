// What state a queue and its printer are in: asks the queue at each look and the printer itself now and then
// while nothing is printed, for only a job makes CUPS ask it. Owned and called by one thread. Internal to
// hw/cups.
#pragma once

#include "hw/cups/queue.h"

namespace ardager::hw::cups {

using Steady = std::chrono::steady_clock;

class PrinterWatch {
public:
    PrinterWatch(const Queue& queue, CupsPatience patience, std::string name);

    /// One look; `now` is when it begins. Tells the log what has changed, in keywords.
    [[nodiscard]] PrinterState look(Steady::time_point now);
    /// Of the last look.
    [[nodiscard]] const std::string& device_uri() const { return device_uri_; }
    /// The queue would begin a job at once. Of the last look.
    [[nodiscard]] bool is_open_and_idle() const { return open_and_idle_; }

private:
    [[nodiscard]] PrinterState judge(const QueueLook& look, Steady::time_point now);
    void ask_printer(const QueueLook& look, Steady::time_point now);
    void tell(PrinterState state, const std::string& why);
    void warn_of_policy(const std::string& policy);

    const Queue& queue_;
    const CupsPatience patience_;
    const std::string name_;
    std::string device_uri_;
    bool open_and_idle_ = false;
    std::optional<PrinterState> itself_ = PrinterState::offline;  // nothing: it cannot be asked
    std::string itself_said_;
    unsigned misses_ = 0;
    Steady::time_point ask_again_;
    std::optional<Steady::time_point> connecting_since_;
    std::optional<PrinterState> told_;
    bool warned_ = false;
};

}  // namespace ardager::hw::cups

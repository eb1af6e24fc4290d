#include "kiosk/ctl/printer_check.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include "hw/cups/queue_report.h"
#include "hw/device_board.h"

namespace ardager::ctl {
namespace {

// Debian's, where documents lie until they are printed.
constexpr const char* kSpool = "/var/spool/cups";

std::string next_step(hw::PrinterState state, const std::string& queue) {
    switch (state) {
        case hw::PrinterState::ready:
            return "ready";
        case hw::PrinterState::out_of_paper:
            return "load paper";
        case hw::PrinterState::cover_open:
            return "close its covers";
        case hw::PrinterState::offline:
            return "switch it on and check its cable";
        case hw::PrinterState::fault:
            return "look at its panel; if CUPS stopped it, `cupsenable " + queue + "` and `cupsaccept " +
                   queue + "`";
    }
    return "";
}

Check check_unreachable(const OfficeConfig& config, const Error& error) {
    const auto& queue = config.printer;
    if (error.code == Code::line)
        return {"printer", Finding::fault, error.detail + ": is CUPS running (`systemctl status cups`)?"};
    if (error.code == Code::not_found)
        return {"printer", Finding::fault,
                "CUPS has no queue " + queue + ": `lpstat -e` shows what it has, `lpadmin` makes one"};
    return {"printer", Finding::fault, error.detail};
}

Check check_state(const hw::QueueReport& report, const std::string& queue) {
    std::string detail = queue + ": " + next_step(report.state, queue) + " (" + report.said + ")";
    if (!report.asked_itself) detail += "; it tells its troubles only while it prints";
    return {"printer", report.state == hw::PrinterState::ready ? Finding::ok : Finding::fault, detail};
}

/// What CUPS does by itself with a job that failed. The kiosk takes such a job back, except one that is
/// repeated at once: that would be a second receipt.
Check check_policy(const std::string& policy, const std::string& queue) {
    constexpr const char* kWanted = "abort-job";
    if (policy == kWanted) return {"printer_jobs", Finding::ok, "a failed job is not repeated"};
    return {"printer_jobs", policy == "retry-current-job" ? Finding::fault : Finding::warning,
            "after a failure CUPS does " + policy + ": `lpadmin -p " + queue +
                " -o printer-error-policy=" + kWanted + "`"};
}

/// Where receipts lie in clear on their way to the paper.
Check check_spool(const hw::QueueReport& report, bool debians) {
    if (report.kept_jobs > 0)
        return {"printer_spool", Finding::warning,
                std::to_string(report.kept_jobs) +
                    " jobs of ours lie in CUPS; the kiosk prints them or clears them away when it runs"};
    struct statfs place {};
    if (!debians || ::statfs(kSpool, &place) != 0)
        return {"printer_spool", Finding::ok, "holds no job of ours; see that it lies in memory"};
    if (place.f_type == TMPFS_MAGIC || place.f_type == RAMFS_MAGIC)
        return {"printer_spool", Finding::ok, "holds no job of ours, and lies in memory"};
    return {"printer_spool", Finding::warning,
            std::string(kSpool) +
                " is on the disk, where what waits for the printer lies in clear: keep it in memory"};
}

}  // namespace

void look_at_printer(const OfficeConfig& config, std::vector<Check>& checks) {
    if (config.printer.empty()) {
        const bool kiosk = config.profile == "kiosk";
        checks.push_back(
            {"printer", kiosk ? Finding::warning : Finding::ok,
             kiosk ? "none is configured (device.printer): at the screen nothing is accepted, only kept"
                   : "none is configured"});
        return;
    }
    const auto report = hw::report_queue({config.printer, config.printer_server});
    if (!report) return checks.push_back(check_unreachable(config, report.error()));
    checks.push_back(check_state(*report, config.printer));
    checks.push_back(check_policy(report->error_policy, config.printer));
    checks.push_back(check_spool(*report, config.printer_server.empty()));
}

}  // namespace ardager::ctl

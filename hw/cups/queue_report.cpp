#include "hw/cups/queue_report.h"

#include "hw/cups/queue.h"

namespace ardager::hw {

Result<QueueReport> report_queue(const CupsOptions& options, CupsPatience patience) {
    const cups::Queue queue(options, patience);
    const auto look = TRY(queue.look());
    QueueReport report;
    report.said = "queue: " + cups::list_reasons(look.told);
    report.error_policy = look.error_policy;
    std::optional<PrinterState> itself;
    const auto told = queue.ask_printer(look.device_uri);
    if (told) {
        itself = cups::state_of(*told);
        report.said += "; printer: " + cups::list_reasons(*told);
    } else if (told.error().code == Code::line) {
        itself = PrinterState::offline;
        report.said += "; printer: no answer";
    }
    report.asked_itself = itself.has_value();
    report.state = cups::state_of_queue(look.told, itself);
    const auto jobs = TRY(queue.own_jobs());
    report.kept_jobs = jobs.size();
    return report;
}

}  // namespace ardager::hw

// What the words of an IPP printer ask of a person. Pure; any thread. Internal to hw/cups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hw/printer.h"

namespace ardager::hw::cups {

/// printer-state (RFC 8011, 5.4.11).
enum class Activity { idle, working, stopped };

/// What a printer or a queue says of itself.
struct Told {
    Activity activity = Activity::idle;
    std::vector<std::string> reasons;  // printer-state-reasons (RFC 8011, 5.4.12), such as media-empty-error
    bool accepts = true;               // printer-is-accepting-jobs
};

/// A printer's own words, or those of a queue that prints: the reason that a person sees to first. A
/// `-warning` or `-report` asks for nobody as long as the printer goes on; while a job is being printed it is
/// believed of paper and covers.
[[nodiscard]] PrinterState state_of(const Told& told);
/// The queue, and the printer behind it where it was asked. Nobody takes back what was last said of a printer
/// when its job ended, so an idle queue's reasons are history: only those count that the queue has of itself.
[[nodiscard]] PrinterState state_of_queue(const Told& queue, std::optional<PrinterState> itself);
/// CUPS has not reached the printer yet: every job begins so, and one for a printer that is off stays so.
[[nodiscard]] bool is_connecting(const Told& queue);
/// For the log: `media-empty-error, media-low`; keywords, never a sentence with a document's name.
[[nodiscard]] std::string list_reasons(const Told& told);

}  // namespace ardager::hw::cups

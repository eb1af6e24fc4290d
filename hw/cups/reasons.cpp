#include "hw/cups/reasons.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ardager::hw::cups {
namespace {

/// What `-warning` and `-report` behind a word are worth.
enum class Mild {
    nothing,   // the printer goes on
    in_a_job,  // it may be a second tray's; while a job waits it is this one's
    always
};

struct Meaning {
    std::string_view word;
    PrinterState state;
    Mild mild = Mild::nothing;
};

// In the order in which a person deals with them: what stands first is what has to be done first. RFC 8011
// 5.4.12, PWG 5100.9, and CUPS's own (offline-report, cups-…).
constexpr std::array kMeanings{
    Meaning{"offline", PrinterState::offline, Mild::always},
    Meaning{"shutdown", PrinterState::offline, Mild::always}, Meaning{"timed-out", PrinterState::offline},
    Meaning{"cover-open", PrinterState::cover_open, Mild::in_a_job},
    Meaning{"door-open", PrinterState::cover_open, Mild::in_a_job},
    Meaning{"interlock-open", PrinterState::cover_open, Mild::in_a_job},
    Meaning{"media-jam", PrinterState::fault, Mild::in_a_job},
    Meaning{"media-empty", PrinterState::out_of_paper, Mild::in_a_job},
    Meaning{"media-needed", PrinterState::out_of_paper, Mild::in_a_job},
    Meaning{"input-tray-missing", PrinterState::out_of_paper, Mild::in_a_job},
    Meaning{"output-area-full", PrinterState::fault}, Meaning{"output-tray-missing", PrinterState::fault},
    Meaning{"toner-empty", PrinterState::fault}, Meaning{"marker-supply-empty", PrinterState::fault},
    Meaning{"marker-waste-full", PrinterState::fault}, Meaning{"developer-empty", PrinterState::fault},
    Meaning{"fuser-over-temp", PrinterState::fault}, Meaning{"fuser-under-temp", PrinterState::fault},
    Meaning{"opc-life-over", PrinterState::fault}, Meaning{"spool-area-full", PrinterState::fault},
    Meaning{"stopped-partly", PrinterState::fault}, Meaning{"paused", PrinterState::fault},
    Meaning{"moving-to-paused", PrinterState::fault},
    // A filter that is missing or that CUPS refuses to run: every job would fail.
    Meaning{"cups-missing-filter", PrinterState::fault, Mild::always},
    Meaning{"cups-insecure-filter", PrinterState::fault, Mild::always}};

constexpr std::string_view kConnecting = "connecting-to-device";

struct Reason {
    std::string_view word;
    bool mild = false;    // the printer goes on
    bool severe = false;  // said in so many words
};

Reason parse(std::string_view text) {
    for (const std::string_view suffix : {"-warning", "-report"})
        if (text.ends_with(suffix)) return {text.substr(0, text.size() - suffix.size()), true, false};
    constexpr std::string_view kError = "-error";
    if (text.ends_with(kError)) return {text.substr(0, text.size() - kError.size()), false, true};
    return {text, false, false};
}

bool says(const Told& told, std::string_view word) {
    return std::any_of(told.reasons.begin(), told.reasons.end(),
                       [&](const auto& reason) { return parse(reason).word == word; });
}

}  // namespace

PrinterState state_of(const Told& told) {
    const bool stopped = told.activity == Activity::stopped;
    const auto counts = [&](const Reason& reason, const Meaning& meaning) {
        return !reason.mild || stopped || meaning.mild == Mild::always ||
               (meaning.mild == Mild::in_a_job && told.activity == Activity::working);
    };
    for (const auto& meaning : kMeanings)
        for (const auto& text : told.reasons) {
            const Reason reason = parse(text);
            if (reason.word == meaning.word && counts(reason, meaning)) return meaning.state;
        }
    const bool severe = std::any_of(told.reasons.begin(), told.reasons.end(),
                                    [](const auto& text) { return parse(text).severe; });
    return severe || stopped || !told.accepts ? PrinterState::fault : PrinterState::ready;
}

PrinterState state_of_queue(const Told& queue, std::optional<PrinterState> itself) {
    if (queue.activity == Activity::stopped || !queue.accepts || says(queue, "cups-missing-filter") ||
        says(queue, "cups-insecure-filter"))
        return PrinterState::fault;
    if (queue.activity == Activity::working) return state_of(queue);
    return itself.value_or(PrinterState::ready);
}

bool is_connecting(const Told& queue) {
    return queue.activity == Activity::working && says(queue, kConnecting);
}

std::string list_reasons(const Told& told) {
    std::string list;
    for (const auto& reason : told.reasons) list.append(list.empty() ? "" : ", ").append(reason);
    return list.empty() ? "none" : list;
}

}  // namespace ardager::hw::cups

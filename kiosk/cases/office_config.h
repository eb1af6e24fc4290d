// ardager.toml, the configuration of one record: the branch, the device, the duty employee, the gateway.
// Written by `ardagerctl init`, edited by administrators, read at start. Holds no applicant's data.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/ids.h"
#include "kiosk/base/local_text.h"
#include "kiosk/base/result.h"

namespace ardager {

struct GatewayConfig {
    std::string url;  // https://host:port; empty: this record never sends
    std::filesystem::path certificate;
    std::filesystem::path key;
    std::filesystem::path ca;
};

struct OfficeConfig {
    DeviceId device;
    std::string profile = "kiosk";  // kiosk, counter, tablet
    std::string department_number;  // «№___ бөлімі» on the refusal receipt
    LocalText branch_name;
    LocalText branch_address;
    std::string branch_phone;
    std::string hours = "branch";  // branch, duty_branch: which hours of the service standard
    std::string employee_name;
    std::string employee_phone;
    std::string place_kato = "351010000";  // KATO code of the branch's own place
    double panel_width_mm = 337.5;         // 1080 px at 3.2 px/mm
    std::string ticket_letter;             // of kTicketLetters; empty: from the device code
    std::string audio = "loudspeaker";     // none, loudspeaker, headphones: who else hears the voice
    std::string camera;                    // GStreamer elements that give raw video; empty: there is none
    std::string printer;                   // the queue in CUPS that papers come out of; empty: none is fitted
    std::string printer_server;            // of that CUPS: hw/printer_place.h; empty: this machine's own
    GatewayConfig gateway;
};

/// Errors: not_found; invalid_input naming file, line and key (unknown keys are errors).
[[nodiscard]] Result<OfficeConfig> load_config(const std::filesystem::path& file);
[[nodiscard]] Result<void> save_config(const std::filesystem::path& file, const OfficeConfig& config);
/// A branch's defaults from its code: KRG03 is department 3.
[[nodiscard]] OfficeConfig default_config(const DeviceId& device);
/// The letter of this device's tickets: the configured one, or K1 → A, K2 → B ….
[[nodiscard]] char ticket_letter(const OfficeConfig& config);
/// What a receipt must say and the configuration does not: the branch's address and phone, the employee's
/// name and phone. A name that nobody bears counts as missing.
[[nodiscard]] std::vector<std::string> missing_on_papers(const OfficeConfig& config);
/// What a configured gateway cannot be reached without.
[[nodiscard]] std::vector<std::string> missing_for_line(const GatewayConfig& gateway);
/// Source: appendix 3 of the rules (Order 172, appendix 5). Error: not_now, fields name each missing key.
[[nodiscard]] Result<void> check_ready_to_accept(const OfficeConfig& config);
/// What still has to be filled in before real citizens are served; for `doctor`. Empty when nothing.
[[nodiscard]] std::vector<std::string> unfinished(const OfficeConfig& config);

}  // namespace ardager

// The commands of ardagerctl: each takes what its line said, does one thing and answers. Grouped as in
// DESIGN.md section 11.
#pragma once

#include "kiosk/ctl/context.h"
#include "kiosk/receipts/draw.h"

namespace ardager::ctl {

// record_commands.cpp
struct InitOptions {
    std::string branch, device, profile = "kiosk";
    std::string gateway, certificate, key, ca;
    std::string config;  // a TOML file that holds branch, duty employee and the rest
};
ExitCode init(const Context& context, const InitOptions& options);
ExitCode apply(const Context& context, const std::string& file);

// receipt_commands.cpp
ExitCode receipt_show(const Context& context, const std::string& number);
struct ReceiptPdfOptions {
    std::string number, language = "kk", paper = "a4", output;
};
ExitCode receipt_pdf(const Context& context, const ReceiptPdfOptions& options);
struct ReceiptVerifyOptions {
    std::string text, image;
    std::vector<std::string> certificates;
};
ExitCode receipt_verify(const Context& context, const ReceiptVerifyOptions& options);

// journal_commands.cpp
ExitCode journal_verify(const Context& context);
ExitCode journal_show(const Context& context, std::uint64_t seq, bool with_payload);
ExitCode journal_export(const Context& context, bool with_payloads);
ExitCode record_rebuild(const Context& context);
ExitCode record_backup(const Context& context, const std::string& file);

// law_commands.cpp
ExitCode iin_check(const Context& context, const std::string& number);
ExitCode mrz_parse(const Context& context, const std::string& file);
struct DueOptions {
    std::string service = "veteran-certificate", accepted, hours = "branch";
    int extended = 0;
};
ExitCode due(const Context& context, const DueOptions& options);
ExitCode standard_list(const Context& context);
ExitCode standard_show(const Context& context, const std::string& service, const std::string& version,
                       const std::string& language);
ExitCode standard_check(const Context& context, const std::string& folder);

// sync_commands.cpp
ExitCode sync_run(const Context& context, bool once);
ExitCode sync_status(const Context& context);

// provider_commands.cpp
struct OfficerOptions {
    std::string gateway, certificate, key, ca;
};
ExitCode provider_list(const Context& context, const OfficerOptions& officer, const std::string& state);
struct DecisionOptions {
    std::string kind, number, registration_number, ground, reason;
    int days = 0;
};
ExitCode provider_decide(const Context& context, const OfficerOptions& officer,
                         const DecisionOptions& decision);

// queue_commands.cpp
struct TicketOptions {
    std::string step;    // call, recall, no-show, serve, leave
    std::string number;  // empty with call: whoever has waited longest
    std::string window = "1", service = "question", language = "kk";
    bool end = false;    // serve: the service is over
    std::string output;  // issue: the slip as PDF
};
ExitCode ticket_issue(const Context& context, const TicketOptions& options);
ExitCode ticket_move(const Context& context, const TicketOptions& options);
ExitCode queue(const Context& context);

// visit_commands.cpp
ExitCode visit_request(const Context& context, const std::string& file, const std::string& output);
ExitCode visits(const Context& context);

// paper_commands.cpp
struct PaperOptions {
    std::string service, variant, language = "kk", paper = "a4", output;
};
/// The checklist of a portal-only service.
ExitCode paper_checklist(const Context& context, const PaperOptions& options);
/// The blank of appendix 40.
ExitCode paper_medical_card(const Context& context, const PaperOptions& options);
/// Looked at before anything is kept. Error: invalid_input when no file can stand there.
[[nodiscard]] Result<void> check_output(const std::filesystem::path& output);
/// Draws a paper into a file that only its owner reads.
[[nodiscard]] Result<void> write_paper(const Office& office, const receipts::Receipt& paper,
                                       const std::string& language, receipts::Paper format,
                                       const std::string& output);

// doctor.cpp
ExitCode doctor(const Context& context);

}  // namespace ardager::ctl

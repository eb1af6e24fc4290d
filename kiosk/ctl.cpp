// ardagerctl: the command line. A composition root: it sees every folder and chooses the real clock and
// randomness.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "kiosk/base/source_folder.h"
#include "kiosk/ctl/commands.h"
#include "kiosk/vault/process_hardening.h"

namespace {

using namespace ardager;
using ctl::ExitCode;
using Command = std::function<ExitCode(const ctl::Context&)>;

/// Everything that a line may say; one command reads its own part.
struct Line {
    std::string data = "data";
    std::string assets;
    bool json = false;
    ctl::InitOptions init;
    std::string file, number, service, version, language = "kk", folder, state;
    ctl::ReceiptPdfOptions pdf;
    ctl::ReceiptVerifyOptions verify;
    ctl::DueOptions due;
    ctl::OfficerOptions officer;
    ctl::DecisionOptions decision;
    ctl::TicketOptions ticket;
    ctl::PaperOptions paper;
    std::uint64_t seq = 0;
    bool once = false, payloads = false;
    Command command;
};

CLI::App* add(CLI::App& parent, Line& line, const char* name, const char* help, const Command& command) {
    auto* app = parent.add_subcommand(name, help);
    app->callback([&line, command] { line.command = command; });
    return app;
}

CLI::App& group(CLI::App& root, const char* name, const char* help) {
    auto* app = root.add_subcommand(name, help);
    app->require_subcommand(1);
    return *app;
}

void add_record(CLI::App& root, Line& line) {
    auto* init = add(root, line, "init", "make a record for this device",
                     [&](const auto& c) { return ctl::init(c, line.init); });
    init->add_option("--branch", line.init.branch, "branch code, such as KRG03")->required();
    init->add_option("--device", line.init.device, "device code, such as K1")->required();
    init->add_option("--profile", line.init.profile, "kiosk, counter or tablet")
        ->check(CLI::IsMember({"kiosk", "counter", "tablet"}));
    init->add_option("--gateway", line.init.gateway, "https://host:port of the ministry's gateway");
    init->add_option("--cert", line.init.certificate, "this device's certificate (PEM)");
    init->add_option("--key", line.init.key, "its key (PEM)");
    init->add_option("--ca", line.init.ca, "certificate of the authority that signed the gateway's (PEM)");
    init->add_option("--config", line.init.config, "TOML file with branch and duty employee");
    auto* apply = add(root, line, "apply", "accept or refuse one application",
                      [&](const auto& c) { return ctl::apply(c, line.file); });
    apply->add_option("FILE", line.file, "application.json")->required();
    auto& record = group(root, "record", "look after the record");
    add(record, line, "rebuild", "derive the projections again",
        [](const auto& c) { return ctl::record_rebuild(c); });
    auto* backup = add(record, line, "backup", "a sealed copy",
                       [&](const auto& c) { return ctl::record_backup(c, line.file); });
    backup->add_option("FILE", line.file)->required();
}

void add_receipt(CLI::App& root, Line& line) {
    auto& receipt = group(root, "receipt", "show, print and verify receipts");
    auto* show = add(receipt, line, "show", "state of a number",
                     [&](const auto& c) { return ctl::receipt_show(c, line.number); });
    show->add_option("NUMBER", line.number)->required();
    auto* pdf = add(receipt, line, "pdf", "the paper; each time after the first it is a duplicate",
                    [&](const auto& c) { return ctl::receipt_pdf(c, line.pdf); });
    pdf->add_option("NUMBER", line.pdf.number)->required();
    pdf->add_option("--lang", line.pdf.language, "kk, ru or both");
    pdf->add_option("--paper", line.pdf.paper)->check(CLI::IsMember({"a4", "roll"}));
    pdf->add_option("-o,--output", line.pdf.output)->required();
    auto* verify = add(receipt, line, "verify", "check a QR's text or image offline",
                       [&](const auto& c) { return ctl::receipt_verify(c, line.verify); });
    auto* text = verify->add_option("TEXT", line.verify.text, "what the QR code says");
    auto* image = verify->add_option("--image", line.verify.image, "a PNG with the QR code");
    text->excludes(image);
    verify->add_option("--cert", line.verify.certificates, "public certificate of a branch (PEM)");
}

void add_journal(CLI::App& root, Line& line) {
    auto& journal = group(root, "journal", "the record's entries");
    add(journal, line, "verify", "check every link and seal",
        [](const auto& c) { return ctl::journal_verify(c); });
    auto* show = add(journal, line, "show", "one entry",
                     [&](const auto& c) { return ctl::journal_show(c, line.seq, line.payloads); });
    show->add_option("SEQ", line.seq)->required();
    show->add_flag("--payload", line.payloads, "with its content: personal data in clear");
    auto* out = add(journal, line, "export", "all entries as NDJSON",
                    [&](const auto& c) { return ctl::journal_export(c, line.payloads); });
    out->add_flag("--payloads", line.payloads, "with their content: personal data in clear");
}

void add_law(CLI::App& root, Line& line) {
    auto& iin = group(root, "iin", "the personal number");
    auto* check = add(iin, line, "check", "is it a possible number?",
                      [&](const auto& c) { return ctl::iin_check(c, line.number); });
    check->add_option("NUMBER", line.number)->required();
    auto& mrz = group(root, "mrz", "the identity card's machine-readable zone");
    auto* parse = add(mrz, line, "parse", "read three lines from a file",
                      [&](const auto& c) { return ctl::mrz_parse(c, line.file); });
    parse->add_option("FILE", line.file, "use /dev/stdin for a pipe")->required();
    auto* due =
        add(root, line, "due", "when a result is due", [&](const auto& c) { return ctl::due(c, line.due); });
    due->add_option("--service", line.due.service);
    due->add_option("--accepted", line.due.accepted,
                    "2026-11-23T10:15, Kazakhstan's time unless it says Z or +05:00")
        ->required();
    due->add_option("--extended", line.due.extended, "30 or 90 working days");
    due->add_option("--hours", line.due.hours, "branch or duty_branch");
    auto& standard = group(root, "standard", "service standards");
    add(standard, line, "list", "all versions", [](const auto& c) { return ctl::standard_list(c); });
    auto* show = add(standard, line, "show", "its ten sections", [&](const auto& c) {
        return ctl::standard_show(c, line.service, line.version, line.language);
    });
    show->add_option("SERVICE", line.service)->required();
    show->add_option("--version", line.version, "otherwise the one in force today");
    show->add_option("--lang", line.language);
    auto* list = add(standard, line, "checklist", "what to gather for a service of the portal, as PDF",
                     [&](const auto& c) { return ctl::paper_checklist(c, line.paper); });
    list->add_option("SERVICE", line.paper.service)->required();
    list->add_option("--variant", line.paper.variant, "id of a sub-type of applicant");
    list->add_option("--paper", line.paper.paper)->check(CLI::IsMember({"a4", "roll"}));
    auto* card = add(standard, line, "medical-card", "the blank of appendix 40, as PDF",
                     [&](const auto& c) { return ctl::paper_medical_card(c, line.paper); });
    for (auto* paper : {list, card}) {
        paper->add_option("--lang", line.paper.language, "kk, ru or both");
        paper->add_option("-o,--output", line.paper.output)->required();
    }
    auto* form = add(standard, line, "check", "are the files well formed?",
                     [&](const auto& c) { return ctl::standard_check(c, line.folder); });
    form->add_option("FOLDER", line.folder);
}

void add_queue(CLI::App& root, Line& line) {
    auto& ticket = group(root, "ticket", "the queue's tickets");
    auto* issue = add(ticket, line, "issue", "give the next number",
                      [&](const auto& c) { return ctl::ticket_issue(c, line.ticket); });
    issue->add_option("--service", line.ticket.service, "a service's id, or question");
    issue->add_option("--lang", line.ticket.language, "kk, ru or en");
    issue->add_option("-o,--output", line.ticket.output, "the slip as PDF, 80 mm");
    const std::array<std::pair<const char*, const char*>, 5> steps{{
        {"call", "call a number to a window; without one, whoever has waited longest"},
        {"recall", "call a number again"},
        {"no-show", "nobody came"},
        {"serve", "the person is at the window; with --end, the service is over"},
        {"leave", "the person gives the ticket up"},
    }};
    for (const auto& [step, help] : steps) {
        const std::string name = step;
        auto* move = add(ticket, line, step, help, [&line, name](const auto& c) {
            line.ticket.step = name;
            return ctl::ticket_move(c, line.ticket);
        });
        auto* number = move->add_option("NUMBER", line.ticket.number, "such as A-014");
        if (name != "call") number->required();
        if (name == "call" || name == "recall")
            move->add_option("--window", line.ticket.window, "1 to 99")->capture_default_str();
        if (name == "serve") move->add_flag("--end", line.ticket.end, "the service is over");
    }
    add(root, line, "queue", "who waits, and about how long", [](const auto& c) { return ctl::queue(c); });
}

void add_visits(CLI::App& root, Line& line) {
    auto& visit = group(root, "visit", "home visits");
    auto* request = add(visit, line, "request", "take one request",
                        [&](const auto& c) { return ctl::visit_request(c, line.file, line.paper.output); });
    request->add_option("FILE", line.file, "visit.json")->required();
    request->add_option("-o,--output", line.paper.output, "the slip as PDF");
    add(root, line, "visits", "numbers and states", [](const auto& c) { return ctl::visits(c); });
}

void add_sync(CLI::App& root, Line& line) {
    auto& sync = group(root, "sync", "sending to the ministry");
    auto* run = add(sync, line, "run", "send what waits, take in what came",
                    [&](const auto& c) { return ctl::sync_run(c, line.once); });
    run->add_flag("--once", line.once, "one pass, then stop");
    add(sync, line, "status", "what waits and why", [](const auto& c) { return ctl::sync_status(c); });
}

void add_officer(CLI::App& app, Line& line) {
    app.add_option("--gateway", line.officer.gateway)->required();
    app.add_option("--cert", line.officer.certificate, "the officer's certificate (PEM)")->required();
    app.add_option("--key", line.officer.key)->required();
    app.add_option("--ca", line.officer.ca)->required();
}

void add_provider(CLI::App& root, Line& line) {
    auto& provider = group(root, "provider", "act as the ministry's officer against its gateway");
    auto* list = add(provider, line, "list", "applications",
                     [&](const auto& c) { return ctl::provider_list(c, line.officer, line.state); });
    list->add_option("--state", line.state, "received, registered, extended, granted, refused");
    add_officer(*list, line);
    for (const char* kind : {"register", "extend", "grant", "refuse"}) {
        auto* decide = add(provider, line, kind, "decide on a number", [&line, kind](const auto& c) {
            line.decision.kind = kind;
            return ctl::provider_decide(c, line.officer, line.decision);
        });
        decide->add_option("NUMBER", line.decision.number)->required();
        add_officer(*decide, line);
        if (std::string_view(kind) == "register")
            decide->add_option("--registration-number", line.decision.registration_number);
        if (std::string_view(kind) == "extend")
            decide->add_option("--days", line.decision.days, "30 or 90")->required();
        if (std::string_view(kind) == "refuse")
            decide->add_option("--ground", line.decision.ground,
                               "id of a ground in section 9 of the standard");
        if (std::string_view(kind) == "extend" || std::string_view(kind) == "refuse")
            decide->add_option("--reason", line.decision.reason, "in the provider's words")->required();
    }
}

std::filesystem::path assets_folder(const std::string& given) {
    if (!given.empty()) return given;
    if (const char* set = std::getenv("ARDAGER_ASSETS")) return set;
    return source_folder("assets");
}

int run(int count, char** words) {
    Line line;
    CLI::App root("Ardager: applications for the veteran's certificate, from the shell", "ardagerctl");
    root.set_version_flag("--version", ARDAGER_VERSION);
    root.require_subcommand(1);
    root.fallthrough();
    root.add_option("--data", line.data, "folder of the record")->capture_default_str();
    root.add_option("--assets", line.assets, "folder of the standards, calendars and forms");
    root.add_flag("--json", line.json, "answer in JSON");
    add_record(root, line);
    add_receipt(root, line);
    add_journal(root, line);
    add_queue(root, line);
    add_visits(root, line);
    add_law(root, line);
    add_sync(root, line);
    add_provider(root, line);
    add(root, line, "doctor", "what works on this machine today",
        [](const auto& c) { return ctl::doctor(c); });
    for (auto* app : root.get_subcommands({})) {
        app->fallthrough();
        for (auto* inner : app->get_subcommands({})) inner->fallthrough();
    }
    try {
        root.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return root.exit(error) == 0 ? ctl::done : ctl::bad_input;
    }
    SystemClock clock;
    SystemRandom random;
    const ctl::Context context{{line.data, assets_folder(line.assets)}, line.json, clock, random};
    return line.command(context);
}

}  // namespace

int main(int count, char** words) {
    if (const auto hardened = ardager::harden_process(); !hardened) {
        std::fprintf(stderr, "ardagerctl: %s\n", hardened.error().detail.c_str());
        return ardager::ctl::not_now;
    }
    return run(count, words);
}

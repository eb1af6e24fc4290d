#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

#include "kiosk/ctl/commands.h"
#include "kiosk/sync_line.h"

namespace ardager::ctl {
namespace {

Result<std::unique_ptr<SyncLine>> open_line(Office& office) {
    return SyncLine::open({office.config,
                           office.record,
                           *office.vault,
                           office.clock,
                           office.random,
                           [&office](const auto& change) {
                               auto done = change(office);
                               // The next pass finds the record open again, or says why it cannot be.
                               if (const auto open = office.reopen_if_closed(); !open)
                                   done = fail(open.error());
                               return done;
                           },
                           {}});
}

Json describe(const sync::Standing& standing) {
    Json quarantine = Json::array();
    for (const auto& file : standing.quarantined)
        quarantine.push_back({{"file", file.digest.hex()}, {"why", file.why}});
    Json value{{"waiting", standing.waiting},
               {"files_wait", standing.files_wait},
               {"quarantined", standing.quarantined.size()},
               {"quarantine", std::move(quarantine)},
               {"last_acknowledged", nullptr},
               {"stopped", nullptr}};
    if (const auto& stopped = standing.stopped)
        value["stopped"] = {{"code", stopped->fault.code},
                            {"detail", stopped->fault.detail},
                            {"at", iso_instant(stopped->at)}};
    if (const auto& ack = standing.last_acknowledged)
        value["last_acknowledged"] = {{"next_seq", ack->next_seq},
                                      {"head", ack->head.hex()},
                                      {"at", iso_instant(ack->at)},
                                      {"epoch", ack->epoch}};
    return value;
}

std::string describe_text(const sync::Standing& standing) {
    std::string text = std::to_string(standing.waiting) + " entries wait" +
                       (standing.files_wait ? ", and files" : "") + "; " +
                       std::to_string(standing.quarantined.size()) + " files are set aside";
    if (standing.last_acknowledged)
        text += "; last acknowledged " + iso_instant(standing.last_acknowledged->at);
    if (standing.stopped)
        text += "\nstopped " + iso_instant(standing.stopped->at) + ": " + standing.stopped->fault.code +
                ": " + standing.stopped->fault.detail + "; nothing new is accepted, see Recover";
    return text;
}

ExitCode report_pass(const Context& context, const sync::SyncStatus& status) {
    Json value = describe(status.standing);
    value["entries_sent"] = status.counters.entries_sent;
    value["files_sent"] = status.counters.files_sent;
    value["bytes_sent"] = status.counters.bytes_sent;
    std::string text = describe_text(status.standing);
    if (status.fault) {
        value["fault"] = {{"code", status.fault->code},
                          {"detail", status.fault->detail},
                          {"of_record", status.fault->of_record}};
        text += "\nnot finished: " + status.fault->code + ": " + status.fault->detail;
    }
    const bool closed =
        status.standing.stopped || (status.fault && status.fault->code == code_name(Code::record_damaged));
    return answer(context, value, text, closed ? damaged : status.fault ? not_now : done);
}

/// SIGINT and SIGTERM as a file that can be waited for.
class StopSignal {
public:
    StopSignal() {
        sigset_t wanted;
        sigemptyset(&wanted);
        sigaddset(&wanted, SIGINT);
        sigaddset(&wanted, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
        file_ = signalfd(-1, &wanted, SFD_CLOEXEC);
    }
    ~StopSignal() { close(file_); }
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    [[nodiscard]] bool came_within(Milliseconds time) const {
        pollfd watched{file_, POLLIN, 0};
        return poll(&watched, 1, static_cast<int>(time.count())) > 0;
    }

private:
    int file_ = -1;
};

}  // namespace

ExitCode sync_run(const Context& context, bool once) {
    const auto office = CTL_TRY(context, context.office());
    const auto line = CTL_TRY(context, open_line(*office));
    if (once) {
        line->runner().pass(0);
        return report_pass(context, line->runner().status());
    }
    const StopSignal stop;
    do line->runner().pass(0);
    while (!stop.came_within(line->runner().retry_delay()));
    return report_pass(context, line->runner().status());
}

ExitCode sync_status(const Context& context) {
    // Read-only, so that it answers while the kiosk has the record open.
    const auto config = CTL_TRY(context, load_config(context.paths.config()));
    const auto vault = CTL_TRY(context, open_record_vault(context.paths, context.random));
    JournalOptions record;
    record.paths.folder = context.paths.folder;
    record.device = config.device;
    auto opened = JournalReader::open(record, *vault);
    // `init` begins the record, so where there is a configuration it was there.
    if (!opened && opened.error().code == Code::not_found)
        opened = fail(Code::record_damaged, record.paths.database().string() + ": gone or empty (" +
                                                opened.error().detail + "); keep the folder as it is");
    const auto reader = CTL_TRY(context, std::move(opened));
    const auto standing = CTL_TRY(context, sync::read_standing(*reader));
    return answer(context, describe(standing), describe_text(standing));
}

}  // namespace ardager::ctl

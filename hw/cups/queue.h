// One queue of the CUPS on this machine, and the printer behind it where that speaks IPP. Each call is one
// question with a limit (hw/cups/ipp.h). Owned and called by one thread. Internal to hw/cups.
#pragma once

#include "hw/cups/cups_options.h"
#include "hw/cups/ipp.h"
#include "hw/cups/reasons.h"

namespace ardager::hw::cups {

struct QueueLook {
    Told told;
    std::string device_uri;
    std::string error_policy;  // what CUPS does with a job that failed: abort-job, retry-job …
};

struct JobLook {
    PrintOutcome outcome = PrintOutcome::waiting;
    bool is_resting = false;    // nothing prints it: it waits for its turn, is held, or its filter failed
    bool has_document = false;  // false: it was created, and cannot print
    std::string reasons;        // job-state-reasons, for the log
};

/// A line of a list of jobs.
struct ListedJob {
    int number = 0;
    std::string title;
    PrintOutcome outcome = PrintOutcome::waiting;
    int age_s = 0;  // since it was made, by the lister's clock
};

class Queue {
public:
    Queue(const CupsOptions& options, CupsPatience patience);

    /// Errors of all: line when CUPS does not answer; not_found; device.
    [[nodiscard]] Result<QueueLook> look() const;
    /// A job without its document, which never prints: after an error there is nothing to be afraid of.
    /// `title` is seen by everybody who looks at the queue.
    [[nodiscard]] Result<int> create(const std::string& title, unsigned copies) const;
    /// Gives the job its document. After `line` nobody knows whether CUPS has it.
    [[nodiscard]] Result<void> send(int job, ByteView pdf) const;
    [[nodiscard]] Result<JobLook> follow(int job) const;
    /// Takes a job out of the queue and its document out of the spool, whatever state it is in.
    [[nodiscard]] Result<void> purge(int job) const;
    /// This user's jobs that CUPS has, ended ones too.
    [[nodiscard]] Result<std::vector<ListedJob>> own_jobs() const;
    /// What the printer says of itself. Error: invalid_input when it is none that speaks IPP.
    [[nodiscard]] Result<Told> ask_printer(const std::string& device_uri) const;
    /// How the printer ended its newest job of this title, if it is not older than `age`; nothing when it
    /// does not remember. CUPS takes a job for completed as soon as the printer is through with it, spoilt or
    /// not.
    [[nodiscard]] Result<std::optional<PrintOutcome>> ask_fate(const std::string& device_uri,
                                                               const std::string& title,
                                                               std::chrono::seconds age) const;

private:
    [[nodiscard]] Address at(const std::string& resource) const;
    [[nodiscard]] Message about_job(ipp_op_t operation, int job) const;
    [[nodiscard]] Result<std::vector<ListedJob>> list(const Address& lister, const std::string& uri,
                                                      const char* which) const;

    const CupsPatience patience_;
    const std::string name_;
    const std::string uri_;
    Address server_;
};

}  // namespace ardager::hw::cups

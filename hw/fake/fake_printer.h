// A printer of paper that is not there: writes each printed document into a folder and has a switch for
// everything that goes wrong. For tests and the dev dock; chosen only in a composition root. Any thread.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "hw/printer.h"

namespace ardager::hw {

struct PrintedPaper {
    std::string title;
    unsigned copies = 0;
    std::filesystem::path file;
    bool operator==(const PrintedPaper&) const = default;
};

class FakePrinter final : public Printer {
public:
    /// The folder is made when the first document is printed.
    explicit FakePrinter(std::filesystem::path folder, unsigned sheets = 100);

    [[nodiscard]] PrinterState state() const override;
    /// Waits inside for paper or a closed cover as a real queue does. Errors: device while offline or in
    /// fault; invalid_input for an empty document or no copies.
    Result<PrintJob> print(const Document& document, unsigned copies) override;
    [[nodiscard]] PrintOutcome outcome(PrintJob job) const override;

    // Switches of the dev dock and of tests.
    void set_sheets(unsigned sheets);  // one sheet per copy; 0 is out of paper
    [[nodiscard]] unsigned sheets() const;
    void set_cover_open(bool open);
    void set_offline(bool offline);
    /// Paper is stuck: the job that prints next fails and the printer stays in fault until cleared.
    void jam();
    void clear_jam();
    /// The next job is taken and comes back as failed; nothing is on paper.
    void fail_next_job();
    [[nodiscard]] std::vector<PrintedPaper> printed() const;

private:
    struct Waiting {
        PrintJob job;
        Document document;
        unsigned copies = 0;
    };
    [[nodiscard]] PrinterState state_now() const;
    void work();
    [[nodiscard]] bool put_on_paper(const Waiting& waiting);

    std::filesystem::path folder_;
    mutable std::mutex mutex_;
    unsigned sheets_;
    bool cover_open_ = false;
    bool offline_ = false;
    bool jammed_ = false;
    bool jam_on_next_ = false;
    bool fail_next_ = false;
    std::uint64_t last_job_ = 0;
    std::vector<Waiting> waiting_;
    std::map<std::uint64_t, PrintOutcome> outcomes_;
    std::vector<PrintedPaper> printed_;
};

}  // namespace ardager::hw

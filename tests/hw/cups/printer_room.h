// A real CUPS (cupsd, its ipp backend) in a folder of its own, with CUPS's own IPP printer behind it
// (ippeveprinter), both for this user on loopback only. The printer's paper lands in a folder; a script plays
// the paper tray and the jam.
#pragma once

#include "hw/printer.h"
#include "tests/hw/cups/process.h"
#include "tests/hw/temporary_folder.h"

namespace ardager::hw {

class PrinterRoom {
public:
    /// What CUPS does with a failed job, and what it passes to its backend.
    explicit PrinterRoom(std::string error_policy = "abort-job", std::string backend_options = {});
    ~PrinterRoom();
    PrinterRoom(const PrinterRoom&) = delete;
    PrinterRoom& operator=(const PrinterRoom&) = delete;

    // CUPS.
    void start_cups();
    /// The queue gets a driver whose filter fails. Before start_cups().
    void breaks_the_driver();
    /// As `systemctl stop cups` does.
    void stop_cups();
    /// It takes connections and says nothing, until it goes on.
    void freeze_cups();
    void thaw_cups();
    [[nodiscard]] std::string socket() const { return (folder_.path() / "cups.sock").string(); }
    [[nodiscard]] std::filesystem::path spool() const { return folder_.path() / "spool"; }
    /// Everything that CUPS wrote to its logs.
    [[nodiscard]] std::string log() const;

    // The printer.
    void switch_printer_on();
    void switch_printer_off();
    [[nodiscard]] std::string printer_uri() const;
    void runs_out_of_paper();
    void paper_comes();
    /// The next jobs are spoilt.
    void jams();
    void jam_is_cleared();
    /// What the printer was told of copies, a line for each job.
    [[nodiscard]] std::string copies() const;
    /// What came out, oldest first.
    [[nodiscard]] std::vector<Bytes> papers() const;

private:
    void write_configuration() const;

    const std::string error_policy_;
    const std::string backend_options_;
    TemporaryFolder folder_;
    int port_ = 0;
    int tray_ = -1;  // holds the pipe of the paper open
    Process bus_;
    Process printer_;
    Process cups_;
};

}  // namespace ardager::hw

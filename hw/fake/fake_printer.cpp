#include "hw/fake/fake_printer.h"

#include "kiosk/base/files.h"

namespace ardager::hw {
namespace {

/// The title as a file name: letters, digits and hyphens stay.
std::string file_stem(const std::string& title) {
    std::string stem;
    for (const char letter : title) {
        const bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-';
        stem.push_back(plain ? letter : '_');
    }
    return stem.empty() ? "document" : stem;
}

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& stem) {
    auto path = folder / (stem + ".pdf");
    for (unsigned next = 2; std::filesystem::exists(path); ++next)
        path = folder / (stem + "-" + std::to_string(next) + ".pdf");
    return path;
}

}  // namespace

FakePrinter::FakePrinter(std::filesystem::path folder, unsigned sheets)
    : folder_(std::move(folder)), sheets_(sheets) {}

PrinterState FakePrinter::state_now() const {
    if (offline_) return PrinterState::offline;
    if (cover_open_) return PrinterState::cover_open;
    if (jammed_) return PrinterState::fault;
    return sheets_ == 0 ? PrinterState::out_of_paper : PrinterState::ready;
}

PrinterState FakePrinter::state() const {
    const std::lock_guard lock(mutex_);
    return state_now();
}

Result<PrintJob> FakePrinter::print(const Document& document, unsigned copies) {
    if (document.pdf.empty() || copies == 0) return fail(Code::invalid_input, "nothing to print");
    const std::lock_guard lock(mutex_);
    if (state_now() == PrinterState::offline)
        return fail(Code::device, "the printer does not answer: switch it on and check its cable");
    if (state_now() == PrinterState::fault)
        return fail(Code::device, "paper is stuck in the printer: open it and take the paper out");
    const PrintJob job{++last_job_};
    outcomes_[job.id] = PrintOutcome::waiting;
    waiting_.push_back({job, document, copies});
    work();
    return job;
}

PrintOutcome FakePrinter::outcome(PrintJob job) const {
    const std::lock_guard lock(mutex_);
    const auto found = outcomes_.find(job.id);
    return found == outcomes_.end() ? PrintOutcome::failed : found->second;
}

/// Prints what waits, in order, as long as nothing is in the way. A job takes all of its sheets or none.
void FakePrinter::work() {
    while (!waiting_.empty() && state_now() == PrinterState::ready && waiting_.front().copies <= sheets_) {
        const auto next = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        const bool spoilt = std::exchange(fail_next_, false);
        if (std::exchange(jam_on_next_, false)) jammed_ = true;
        const bool printed = !spoilt && !jammed_ && put_on_paper(next);
        outcomes_[next.job.id] = printed ? PrintOutcome::printed : PrintOutcome::failed;
    }
}

bool FakePrinter::put_on_paper(const Waiting& waiting) {
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    const auto file = free_name(folder_, file_stem(waiting.document.title));
    if (failure || !write_file(file, waiting.document.pdf)) return false;
    sheets_ -= waiting.copies;
    printed_.push_back({waiting.document.title, waiting.copies, file});
    return true;
}

void FakePrinter::set_sheets(unsigned sheets) {
    const std::lock_guard lock(mutex_);
    sheets_ = sheets;
    work();
}

unsigned FakePrinter::sheets() const {
    const std::lock_guard lock(mutex_);
    return sheets_;
}

void FakePrinter::set_cover_open(bool open) {
    const std::lock_guard lock(mutex_);
    cover_open_ = open;
    work();
}

void FakePrinter::set_offline(bool offline) {
    const std::lock_guard lock(mutex_);
    offline_ = offline;
    work();
}

void FakePrinter::jam() {
    const std::lock_guard lock(mutex_);
    jam_on_next_ = true;
}

void FakePrinter::clear_jam() {
    const std::lock_guard lock(mutex_);
    jammed_ = jam_on_next_ = false;
    work();
}

void FakePrinter::fail_next_job() {
    const std::lock_guard lock(mutex_);
    fail_next_ = true;
}

std::vector<PrintedPaper> FakePrinter::printed() const {
    const std::lock_guard lock(mutex_);
    return printed_;
}

}  // namespace ardager::hw

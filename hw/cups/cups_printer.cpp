#include "hw/cups/cups_printer.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

#include "hw/cups/printer_watch.h"
#include "hw/driver_threads.h"
#include "hw/printer_place.h"
#include "kiosk/base/log.h"

namespace ardager::hw {
namespace {

using cups::Steady;

struct Job {
    PrintJob id;
    Document document;
    unsigned copies = 1;
    int number = 0;         // CUPS's
    bool doubtful = false;  // nobody knows whether CUPS has the document
    bool gone = false;      // CUPS has it no more; only the printer's word is missing
    unsigned unanswered = 0;
    Steady::time_point created;
    std::optional<Steady::time_point> stalled;  // since when its idle queue leaves it lying
};

// Of a job that an earlier run handed over.
constexpr PrintJob kNobodyAsks{0};

/// Everybody who looks at the queue reads the title.
std::string plain_title(const std::string& title) {
    std::string plain;
    for (const char letter : title)
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-') plain.push_back(letter);
    return plain.empty() ? "paper" : plain;
}

}  // namespace

struct CupsPrinter::State {
    State(const CupsOptions& options, CupsPatience limits)
        : patience(limits), queue(options, limits), watch(queue, limits, options.queue) {}

    // On the printer's thread.
    void run();
    void submit();
    [[nodiscard]] bool hand_over(Job& job);
    void follow();
    /// True when the job has ended.
    [[nodiscard]] Result<bool> follow(Job& job);
    [[nodiscard]] Result<void> settle_doubt(Job& job, bool has_document);
    [[nodiscard]] Result<void> watch_stalled(Job& job, bool is_resting);
    [[nodiscard]] Result<void> take_back(Job& job);
    [[nodiscard]] bool ask_printer(Job& job, PrintOutcome fallback, const std::string& why);
    void look();
    void sweep();
    void end(const Job& job, PrintOutcome outcome, const std::string& why);

    [[nodiscard]] PrinterState state_now() const {
        return Steady::now() - heard_at > patience.fresh ? PrinterState::offline : state;
    }

    const CupsPatience patience;
    const cups::Queue queue;
    cups::PrinterWatch watch;  // the printer's thread only, as the two below
    std::vector<Job> jobs;     // CUPS knows them
    bool sweep_due = true;     // at the start: what an earlier run left

    std::mutex mutex;  // guards all below
    std::condition_variable stirred;
    bool stopping = false;
    bool ended = false;
    PrinterState state = PrinterState::offline;
    Steady::time_point heard_at;  // when the question was asked whose answer `state` is
    std::deque<Job> asked;
    std::map<std::uint64_t, PrintOutcome> outcomes;
    std::size_t unfinished = 0;
    std::uint64_t last_job = 0;
};

void CupsPrinter::State::run() {
    std::unique_lock lock(mutex);
    while (!stopping) {
        lock.unlock();
        submit();
        follow();
        look();
        sweep();
        lock.lock();
        stirred.wait_for(lock, patience.watch, [&] { return stopping || !asked.empty(); });
    }
    lock.unlock();
    submit();  // what was asked for before the end still comes out
    lock.lock();
    ended = true;
    stirred.notify_all();
}

void CupsPrinter::State::submit() {
    for (;;) {
        std::unique_lock lock(mutex);
        if (asked.empty()) return;
        Job job = std::move(asked.front());
        asked.pop_front();
        lock.unlock();
        const bool taken = hand_over(job);
        wipe(job.document.pdf);
        job.document.pdf.clear();
        if (taken) jobs.push_back(std::move(job));
    }
}

/// False when CUPS surely did not take it.
bool CupsPrinter::State::hand_over(Job& job) {
    job.created = Steady::now();
    const auto number = queue.create(job.document.title, job.copies);
    if (!number) {
        end(job, PrintOutcome::failed, number.error().detail);
        return false;
    }
    job.number = *number;
    const auto sent = queue.send(job.number, job.document.pdf);
    if (sent) return true;
    job.doubtful = sent.error().code == Code::line;
    if (job.doubtful) return true;
    if (const auto purged = queue.purge(job.number); !purged)
        log(LogLevel::warning, "printer", "an empty job stays in CUPS: " + purged.error().detail);
    end(job, PrintOutcome::failed, sent.error().detail);
    return false;
}

void CupsPrinter::State::follow() {
    for (auto next = jobs.begin(); next != jobs.end();) {
        const auto over = follow(*next);
        if (!over && over.error().code == Code::line) return;  // the others would get no answer either
        next = over && *over ? jobs.erase(next) : next + 1;
    }
}

Result<bool> CupsPrinter::State::follow(Job& job) {
    if (!job.gone) {
        const auto look = queue.follow(job.number);
        job.gone = !look && look.error().code == Code::not_found;
        if (!look && !job.gone) return fail(look.error());
        if (look && look->outcome != PrintOutcome::waiting)
            return ask_printer(job, look->outcome, "CUPS gave it up: " + look->reasons);
        if (look && job.doubtful) TRY(settle_doubt(job, look->has_document));
        if (look && !job.doubtful) TRY(watch_stalled(job, look->is_resting));
    }
    if (!job.gone) return false;
    return ask_printer(job, PrintOutcome::failed,
                       job.doubtful
                           ? "its document never came to CUPS"
                           : "CUPS let it lie or forgot it: look whether the paper came out, and leave "
                             "PreserveJobHistory on");
}

/// Without its document the job is taken back before a late one can come; with it, it is a job like any
/// other.
Result<void> CupsPrinter::State::settle_doubt(Job& job, bool has_document) {
    if (!has_document) return take_back(job);
    job.doubtful = false;
    return {};
}

/// CUPS lets it lie although nothing is in its way. It is taken back, so that it cannot come out later, or a
/// second time.
Result<void> CupsPrinter::State::watch_stalled(Job& job, bool is_resting) {
    const auto now = Steady::now();
    if (!is_resting || !watch.is_open_and_idle())
        job.stalled.reset();
    else if (!job.stalled)
        job.stalled = now;
    else if (now - *job.stalled >= patience.stalled)
        return take_back(job);
    return {};
}

Result<void> CupsPrinter::State::take_back(Job& job) {
    TRY(queue.purge(job.number));
    job.gone = true;
    return {};
}

/// The printer has the last word where it speaks IPP and remembers the job; `fallback` where it does not.
/// True when it is spoken.
bool CupsPrinter::State::ask_printer(Job& job, PrintOutcome fallback, const std::string& why) {
    const auto age = std::chrono::ceil<std::chrono::seconds>(Steady::now() - job.created) + kPrinterSecond;
    const auto fate = queue.ask_fate(watch.device_uri(), job.document.title, age);
    if (!fate && fate.error().code == Code::line && ++job.unanswered < kPrinterAsked) return false;
    const bool known = fate && *fate && **fate != PrintOutcome::waiting;
    end(job, known ? **fate : fallback, known ? "the printer gave it up" : why);
    return true;
}

void CupsPrinter::State::look() {
    const auto now = Steady::now();
    const auto seen = watch.look(now);
    const std::lock_guard lock(mutex);
    state = seen;
    heard_at = now;
}

/// A document must not lie in the spool longer than it has to. What an earlier run of the kiosk handed over
/// and has not ended is adopted: it comes out, or is taken back like any other.
void CupsPrinter::State::sweep() {
    if (!sweep_due) return;
    const auto listed = queue.own_jobs();
    if (!listed) return;
    sweep_due = false;
    for (const auto& old : *listed) {
        const auto is_it = [&](const Job& job) { return job.number == old.number; };
        if (std::any_of(jobs.begin(), jobs.end(), is_it)) continue;  // its end is not told yet
        if (old.outcome == PrintOutcome::waiting) {
            jobs.push_back({.id = kNobodyAsks,
                            .document = {old.title, {}},
                            .number = old.number,
                            .created = Steady::now() - std::chrono::seconds(std::max(old.age_s, 0))});
            continue;
        }
        if (const auto purged = queue.purge(old.number); !purged && purged.error().code != Code::not_found) {
            log(LogLevel::warning, "printer", "a printed document stays in CUPS: " + purged.error().detail);
            sweep_due = purged.error().code == Code::line;
            return;
        }
    }
}

void CupsPrinter::State::end(const Job& job, PrintOutcome outcome, const std::string& why) {
    sweep_due = true;
    log(outcome == PrintOutcome::printed ? LogLevel::info : LogLevel::warning, "printer",
        "job " + std::to_string(job.number) +
            (outcome == PrintOutcome::printed ? " is printed" : " failed: " + why));
    if (job.id == kNobodyAsks) return;
    const std::lock_guard lock(mutex);
    outcomes[job.id.id] = outcome;
    --unfinished;
    // The oldest first; those that wait are fewer and younger.
    for (auto old = outcomes.begin(); outcomes.size() > kMostEndedJobs && old != outcomes.end();)
        old = old->second == PrintOutcome::waiting ? std::next(old) : outcomes.erase(old);
}

CupsPrinter::CupsPrinter(std::shared_ptr<State> state) : state_(std::move(state)) {
    start_driver_thread([state = state_] { state->run(); });
}

Result<std::unique_ptr<CupsPrinter>> CupsPrinter::open(const CupsOptions& options, CupsPatience patience) {
    if (!is_queue_name(options.queue)) return fail(Code::invalid_input, "not the name of a CUPS queue");
    if (!is_local_server(options.server))
        return fail(Code::invalid_input, "CUPS must run on this machine: a socket's path or localhost:port");
    return std::unique_ptr<CupsPrinter>(new CupsPrinter(std::make_shared<State>(options, patience)));
}

CupsPrinter::~CupsPrinter() {
    std::unique_lock lock(state_->mutex);
    state_->stopping = true;
    state_->stirred.notify_all();
    state_->stirred.wait_for(lock, kPrinterStopPatience, [&] { return state_->ended; });
}

PrinterState CupsPrinter::state() const {
    const std::lock_guard lock(state_->mutex);
    return state_->state_now();
}

Result<PrintJob> CupsPrinter::print(const Document& document, unsigned copies) {
    if (document.pdf.empty() || copies == 0) return fail(Code::invalid_input, "nothing to print");
    const std::lock_guard lock(state_->mutex);
    const auto state = state_->state_now();
    if (state == PrinterState::offline)
        return fail(Code::device, "the printer does not answer: switch it on and check its cable");
    if (state == PrinterState::fault)
        return fail(Code::device, "the printer needs a person: look at its panel, then at its queue in CUPS");
    if (state_->unfinished >= kMostPrintJobs) return fail(Code::not_now, "too many documents wait in CUPS");
    const PrintJob id{++state_->last_job};
    state_->outcomes[id.id] = PrintOutcome::waiting;
    ++state_->unfinished;
    state_->asked.push_back({id, {plain_title(document.title), document.pdf}, copies});
    state_->stirred.notify_all();
    return id;
}

PrintOutcome CupsPrinter::outcome(PrintJob job) const {
    const std::lock_guard lock(state_->mutex);
    const auto found = state_->outcomes.find(job.id);
    return found == state_->outcomes.end() ? PrintOutcome::failed : found->second;
}

}  // namespace ardager::hw

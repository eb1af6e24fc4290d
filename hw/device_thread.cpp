#include "hw/device_thread.h"

#include <condition_variable>
#include <mutex>
#include <vector>

#include "hw/driver_threads.h"
#include "kiosk/base/bounded_queue.h"

namespace ardager::hw {
namespace {

using Steady = std::chrono::steady_clock;

enum class ScanStage { idle, asked, running, answered };

struct PrintAsk {
    PrintRequest request;
    Document document;
    unsigned copies = 1;
};
struct RunningJob {
    PrintRequest request;
    PrintJob job;
};

}  // namespace

struct DeviceThread::State {
    State(DeviceSet set, std::function<void()> on_change, DevicePatience limits)
        : devices(std::move(set)),
          has_camera(devices.camera != nullptr),
          patience(limits),
          changed(std::move(on_change)) {}

    // Each runs in a thread of its own until stopping.
    void run_scanner();
    void run_printer_and_board();

    void start_jobs();
    void follow_jobs();
    void watch_scan();
    void read_card();
    void refresh_board();
    void answer_print(PrintRequest request, PrintOutcome outcome, std::string detail);
    void tell_changed() {
        const std::lock_guard lock(changed_mutex);
        if (changed) changed();
    }
    [[nodiscard]] bool is_stopping() {
        const std::lock_guard lock(mutex);
        return stopping;
    }

    DeviceSet devices;
    const bool has_camera;
    const DevicePatience patience;
    std::mutex changed_mutex;
    std::function<void()> changed;

    BoundedQueue<PrintAsk> print_asks{kMaxPrintRequests};
    BoundedQueue<PrintResult> print_results{kMaxPrintRequests};
    BoundedQueue<std::string> cards{kMaxCards};
    std::vector<RunningJob> jobs;  // the printer's thread only

    std::mutex mutex;  // guards all below
    std::condition_variable stirred;
    bool stopping = false;
    unsigned threads = 0;
    DeviceBoard board;
    ScanStage stage = ScanStage::idle;
    bool inside_scan = false;  // the driver has not come back, even where the answer is already given
    bool cancel_asked = false;
    Steady::time_point scan_started;
    std::optional<ScanResult> page;
    std::uint64_t last_request = 0;
    std::size_t open_requests = 0;  // asked for and not yet taken: bounds both print queues
    unsigned unprinted = 0;
};

void DeviceThread::State::run_scanner() {
    std::unique_lock lock(mutex);
    while (true) {
        stirred.wait(lock, [&] { return stopping || stage == ScanStage::asked; });
        if (stopping) break;
        stage = ScanStage::running;
        inside_scan = true;
        scan_started = Steady::now();
        lock.unlock();
        auto scanned = devices.scanner->scan();
        lock.lock();
        inside_scan = false;
        if (stage == ScanStage::running) {  // else the patience was over and the answer is given
            page = ScanResult{std::move(scanned)};
            stage = ScanStage::answered;
        }
        lock.unlock();
        refresh_board();
        tell_changed();
        lock.lock();
    }
    --threads;
    stirred.notify_all();
}

void DeviceThread::State::run_printer_and_board() {
    while (!is_stopping()) {
        start_jobs();
        follow_jobs();
        watch_scan();
        read_card();
        refresh_board();
        std::unique_lock lock(mutex);
        stirred.wait_for(lock, patience.refresh, [&] { return stopping || !print_asks.empty(); });
    }
    const std::lock_guard lock(mutex);
    --threads;
    stirred.notify_all();
}

void DeviceThread::State::start_jobs() {
    while (auto ask = print_asks.try_pop()) {
        const auto job = devices.printer->print(ask->document, ask->copies);
        if (job) {
            jobs.push_back({ask->request, *job});
        } else {
            answer_print(ask->request, PrintOutcome::failed, job.error().detail);
        }
    }
}

void DeviceThread::State::follow_jobs() {
    std::erase_if(jobs, [&](const RunningJob& running) {
        const auto outcome = devices.printer->outcome(running.job);
        if (outcome == PrintOutcome::waiting) return false;
        answer_print(
            running.request, outcome,
            outcome == PrintOutcome::failed ? "the printer gave the job up: look for paper inside" : "");
        return true;
    });
}

void DeviceThread::State::answer_print(PrintRequest request, PrintOutcome outcome, std::string detail) {
    ARDAGER_CHECK(print_results.try_push({request, outcome, std::move(detail)}));
    {
        const std::lock_guard lock(mutex);
        --unprinted;
    }
    tell_changed();
}

void DeviceThread::State::watch_scan() {
    bool cancel = false;
    bool answered = false;
    {
        const std::lock_guard lock(mutex);
        cancel = inside_scan && cancel_asked;
        if (stage == ScanStage::running && Steady::now() - scan_started > patience.scan) {
            page = ScanResult{
                fail(Code::device, "the scanner does not answer: switch it off and on, check its cable")};
            stage = ScanStage::answered;
            cancel_asked = cancel = answered = true;
        }
    }
    // Again at each turn: a cancel that comes just before the driver starts would be lost otherwise.
    if (cancel) devices.scanner->cancel();
    if (answered) tell_changed();
}

void DeviceThread::State::read_card() {
    if (!devices.reader) return;
    auto mrz = devices.reader->take_mrz();
    if (!mrz) return;
    while (cards.try_pop()) {
    }
    ARDAGER_CHECK(cards.try_push(std::move(*mrz)));
    tell_changed();
}

void DeviceThread::State::refresh_board() {
    DeviceBoard fresh;
    if (devices.printer) fresh.printer = devices.printer->state();
    if (devices.scanner) fresh.scanner = devices.scanner->state();
    fresh.has_reader = devices.reader != nullptr;
    fresh.has_camera = has_camera;
    {
        const std::lock_guard lock(mutex);
        fresh.scanning = stage == ScanStage::asked || stage == ScanStage::running;
        if (inside_scan && !fresh.scanning) fresh.scanner = ScannerState::fault;
        fresh.jobs_waiting = unprinted;
        if (fresh == board) return;
        board = fresh;
    }
    tell_changed();
}

DeviceThread::DeviceThread(DeviceSet devices, std::function<void()> changed, DevicePatience patience)
    : state_(std::make_shared<State>(std::move(devices), std::move(changed), patience)),
      camera_(
          std::move(state_->devices.camera), [state = state_] { state->tell_changed(); }, patience.stop) {
    state_->refresh_board();
    state_->threads = 1;
    if (state_->devices.scanner) {
        ++state_->threads;
        start_driver_thread([state = state_] { state->run_scanner(); });
    }
    start_driver_thread([state = state_] { state->run_printer_and_board(); });
}

DeviceThread::~DeviceThread() {
    {
        const std::lock_guard lock(state_->changed_mutex);
        state_->changed = {};
    }
    std::unique_lock lock(state_->mutex);
    state_->stopping = true;
    const auto until = Steady::now() + state_->patience.stop;
    while (state_->threads > 0 && Steady::now() < until) {
        state_->stirred.notify_all();
        if (state_->inside_scan) {
            lock.unlock();
            state_->devices.scanner->cancel();
            lock.lock();
        }
        const auto turn = std::min(until, Steady::now() + state_->patience.refresh);
        state_->stirred.wait_until(lock, turn, [&] { return state_->threads == 0; });
    }
}

DeviceBoard DeviceThread::board() const {
    const std::lock_guard lock(state_->mutex);
    return state_->board;
}

Result<void> DeviceThread::scan() {
    if (!state_->devices.scanner) return fail(Code::device, "no scanner is fitted");
    {
        const std::lock_guard lock(state_->mutex);
        if (state_->stage != ScanStage::idle) return fail(Code::not_now, "a page is being scanned");
        if (state_->inside_scan)
            return fail(Code::device, "the scanner does not answer: switch it off and on, check its cable");
        state_->stage = ScanStage::asked;
        state_->cancel_asked = false;
        state_->board.scanning = true;
        state_->stirred.notify_all();
    }
    return {};
}

std::optional<ScanResult> DeviceThread::take_scan() {
    const std::lock_guard lock(state_->mutex);
    if (state_->stage != ScanStage::answered) return std::nullopt;
    state_->stage = ScanStage::idle;
    return std::exchange(state_->page, std::nullopt);
}

void DeviceThread::cancel_scan() {
    bool running = false;
    {
        const std::lock_guard lock(state_->mutex);
        running = state_->stage == ScanStage::asked || state_->stage == ScanStage::running;
        if (running) state_->cancel_asked = true;
    }
    if (running) state_->devices.scanner->cancel();
}

Result<PrintRequest> DeviceThread::print(Document document, unsigned copies) {
    if (!state_->devices.printer) return fail(Code::device, "no printer is fitted");
    const std::lock_guard lock(state_->mutex);
    if (state_->open_requests >= kMaxPrintRequests)
        return fail(Code::not_now, "too many documents wait for the printer");
    const PrintRequest request{++state_->last_request};
    ARDAGER_CHECK(state_->print_asks.try_push({request, std::move(document), copies}));
    ++state_->open_requests;
    ++state_->unprinted;
    state_->board.jobs_waiting = state_->unprinted;
    state_->stirred.notify_all();
    return request;
}

std::optional<PrintResult> DeviceThread::take_print() {
    auto result = state_->print_results.try_pop();
    if (result) {
        const std::lock_guard lock(state_->mutex);
        --state_->open_requests;
    }
    return result;
}

std::optional<std::string> DeviceThread::take_mrz() {
    return state_->cards.try_pop();
}

}  // namespace ardager::hw

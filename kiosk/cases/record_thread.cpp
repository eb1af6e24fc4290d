#include "kiosk/cases/record_thread.h"

#include "kiosk/base/log.h"
#include "kiosk/cases/keep_draft.h"
#include "kiosk/cases/tuning.h"

namespace ardager {
namespace {

// One word, so that the frame loop reads figures and day that belong together without a lock:
// 24 bits of days since 1970, 20 of people, 20 of minutes; each count is kept plus one, 0 is "none".
constexpr unsigned kCountBits = 20;
constexpr std::uint64_t kMostCount = (1U << kCountBits) - 2;

std::uint64_t day_number(Date day) {
    return static_cast<std::uint64_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

std::uint64_t pack(const QueueFigures& figures, Date day) {
    const auto count = [](std::uint64_t value) { return std::min(value, kMostCount) + 1; };
    const std::uint64_t minutes = figures.estimate_minutes ? count(*figures.estimate_minutes) : 0;
    return day_number(day) << (2 * kCountBits) | count(figures.waiting) << kCountBits | minutes;
}

QueueFigures unpack(std::uint64_t word) {
    constexpr std::uint64_t mask = (1U << kCountBits) - 1;
    QueueFigures figures;
    figures.waiting = static_cast<unsigned>(((word >> kCountBits) & mask) - 1);
    if ((word & mask) != 0) figures.estimate_minutes = static_cast<unsigned>((word & mask) - 1);
    return figures;
}

}  // namespace

RecordThread::RecordThread(std::unique_ptr<Office> office, std::function<void()> answered)
    : office_(std::move(office)),
      answered_(std::move(answered)),
      jobs_(kMostRecordJobs),
      answers_(kMostRecordJobs * 2) {
    // Before the thread is there: the first frame already says how many people wait.
    if (office_ != nullptr) {
        (void)look_at_queue();
        look_at_last_entry();
    } else {
        standing_ = RecordStanding::damaged;
    }
    thread_ = std::thread([this] { work(); });
}

RecordThread::~RecordThread() {
    jobs_.close();
    thread_.join();
}

bool RecordThread::post(Job job, Answer if_damaged) {
    return jobs_.try_push(std::packaged_task<void(Office*)>(
        [this, job = std::move(job), damaged = std::move(if_damaged)](Office* office) {
            Answer answer = office != nullptr ? job(*office) : damaged;
            if (answer && !answers_.try_push(std::move(answer)))
                log(LogLevel::error, "record", "an answer was dropped: the frame loop does not take them");
            answered_();
        }));
}

void RecordThread::deliver() {
    while (auto answer = answers_.try_pop()) (*answer)();
}

Result<void> RecordThread::run(const std::function<Result<void>(Office&)>& change) {
    auto result = std::make_shared<Result<void>>(fail(Code::not_now, "the record thread is ending"));
    std::packaged_task<void(Office*)> task([result, &change](Office* office) {
        if (office != nullptr)
            *result = change(*office);
        else
            *result = fail(Code::record_damaged, "the record cannot be opened");
    });
    auto finished = task.get_future();
    if (!jobs_.try_push(std::move(task))) return fail(Code::not_now, "too many jobs wait for the record");
    finished.wait();
    return *result;
}

/// A commit of unknown outcome leaves the record closed; the next job must find it open.
bool RecordThread::look_at_record() {
    if (office_ == nullptr) return false;
    const auto open = office_->reopen_if_closed();
    if (!open) log(LogLevel::error, "record", open.error().detail);
    const bool low = open && office_->journal().disk_low();
    const bool stopped = open && office_->stopped().value_or(false);
    const auto standing = !open || stopped ? RecordStanding::damaged
                          : low            ? RecordStanding::disk_low
                                           : RecordStanding::ready;
    if (standing_.exchange(standing) != standing) answered_();
    if (open) look_at_last_entry();
    if (!open) {
        queue_ = 0;
        queue_of_.reset();
    } else if (look_at_queue()) {
        answered_();  // the last job's answer woke the loop before this was known
    }
    return open.has_value();
}

bool RecordThread::look_at_queue() {
    const std::pair<Digest, Date> now{office_->journal().head().hash, office_->clock.today()};
    if (queue_of_ == now) return false;
    const auto queue = queue_now(office_->journal().reader().database(), now.second);
    if (!queue) {
        log(LogLevel::error, "record", queue.error().detail);
        queue_of_.reset();
        return queue_.exchange(0) != 0;
    }
    queue_of_ = now;
    const auto word = pack(queue->figures, now.second);
    return queue_.exchange(word) != word;
}

void RecordThread::look_at_last_entry() {
    const Head head = office_->journal().head();
    if (head.seq == 0 || last_entry_of_ == head.hash) return;
    const auto stored = office_->journal().reader().read(head.seq);
    if (!stored) return log(LogLevel::error, "record", stored.error().detail);
    last_entry_of_ = head.hash;
    last_entry_ms_ = stored->entry.at.time_since_epoch().count();
}

std::optional<Instant> RecordThread::last_entry_at() const {
    const std::int64_t at = last_entry_ms_;
    return at == 0 ? std::nullopt : std::optional(Instant(Milliseconds(at)));
}

std::optional<QueueFigures> RecordThread::queue(Date today) const {
    const std::uint64_t word = queue_;
    if (word == 0) return std::nullopt;
    if (word >> (2 * kCountBits) != day_number(today)) return QueueFigures{};  // nobody came yet today
    return unpack(word);
}

void RecordThread::wipe_old_drafts() {
    const Date today = office_->clock.today();
    if (wiped_on_ == today) return;
    const auto wiped = wipe_expired_drafts(*office_);
    if (wiped)
        wiped_on_ = today;
    else
        log(LogLevel::warning, "record", "old drafts were not wiped: " + wiped.error().detail);
}

void RecordThread::work() {
    bool open = look_at_record();
    while (auto job = jobs_.pop()) {
        if (!open) open = look_at_record();
        (*job)(open ? office_.get() : nullptr);
        open = look_at_record();
        if (!open || !jobs_.empty()) continue;
        wipe_old_drafts();
        if (const auto settled = office_->journal().settle(); !settled)
            log(LogLevel::warning, "record", settled.error().detail);
    }
}

}  // namespace ardager

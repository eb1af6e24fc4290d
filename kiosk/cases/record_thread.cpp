#include "kiosk/cases/record_thread.h"

#include "kiosk/base/log.h"
#include "kiosk/cases/keep_draft.h"
#include "kiosk/cases/tuning.h"

namespace ardager {

RecordThread::RecordThread(std::unique_ptr<Office> office, std::function<void()> answered)
    : office_(std::move(office)),
      answered_(std::move(answered)),
      jobs_(kMostRecordJobs),
      answers_(kMostRecordJobs * 2),
      thread_([this] { work(); }) {}

RecordThread::~RecordThread() {
    jobs_.close();
    thread_.join();
}

bool RecordThread::post(Job job) {
    return jobs_.try_push(std::packaged_task<void(Office&)>([this, job = std::move(job)](Office& office) {
        Answer answer = job(office);
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
    std::packaged_task<void(Office&)> task([result, &change](Office& office) { *result = change(office); });
    auto finished = task.get_future();
    if (!jobs_.try_push(std::move(task))) return fail(Code::not_now, "too many jobs wait for the record");
    finished.wait();
    return *result;
}

/// A commit of unknown outcome leaves the record closed; the next job must find it open.
bool RecordThread::look_at_record() {
    const auto open = office_->reopen_if_closed();
    if (!open) log(LogLevel::error, "record", open.error().detail);
    accepting_ = open && !office_->journal().disk_low();
    return open.has_value();
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
        (*job)(*office_);
        open = look_at_record();
        if (!open || !jobs_.empty()) continue;
        wipe_old_drafts();
        if (const auto settled = office_->journal().settle(); !settled)
            log(LogLevel::warning, "record", settled.error().detail);
    }
}

}  // namespace ardager

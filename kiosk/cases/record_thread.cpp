#include "kiosk/cases/record_thread.h"

#include "kiosk/base/log.h"
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

void RecordThread::look_at_disk() {
    accepting_ = !office_->journal().disk_low();
}

void RecordThread::work() {
    look_at_disk();
    while (auto job = jobs_.pop()) {
        (*job)(*office_);
        look_at_disk();
        if (!jobs_.empty()) continue;
        if (const auto settled = office_->journal().settle(); !settled)
            log(LogLevel::warning, "record", settled.error().detail);
    }
}

}  // namespace ardager

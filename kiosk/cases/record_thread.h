// The record thread: the one thread that touches the office. Others post jobs and get their answers on their
// own thread when they ask for them. A disk that stalls keeps jobs waiting here and freezes no frame.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <thread>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/cases/office.h"

namespace ardager {

/// What the record can do, as of the last job. Damaged: nothing is written, either because it cannot be
/// opened or because the gateway holds another history of it (Office::stopped); then jobs still run, to read.
enum class RecordStanding { ready, disk_low, damaged };

class RecordThread {
public:
    /// What a job leaves behind: runs on the thread that calls deliver().
    using Answer = std::function<void()>;
    using Job = std::function<Answer(Office&)>;

    /// Takes the office over; without one the record is damaged and stays so until the next start. `answered`
    /// is called from the record thread after each job and when the queue has changed; it may only wake a
    /// loop.
    RecordThread(std::unique_ptr<Office> office, std::function<void()> answered);
    /// Finishes the jobs that are already in, then closes the record.
    ~RecordThread();
    RecordThread(const RecordThread&) = delete;
    RecordThread& operator=(const RecordThread&) = delete;

    /// False when too many jobs wait: nothing was queued, say so to the person.
    /// `if_damaged` is the answer when the record is closed and cannot be opened again: no job runs then.
    [[nodiscard]] bool post(Job job, Answer if_damaged = {});
    /// Runs the answers that are there; the frame loop's, each turn.
    void deliver();
    /// Runs on the record thread and waits for it: for the sync thread, never for the frame loop.
    /// Errors: not_now when the thread is ending or too many jobs wait; record_damaged when it cannot be
    /// opened.
    [[nodiscard]] Result<void> run(const std::function<Result<void>(Office&)>& change);

    /// False below the disk reserve: begin nothing new. As of the last job; any thread.
    [[nodiscard]] bool accepting() const { return standing_ == RecordStanding::ready; }
    /// Any thread.
    [[nodiscard]] RecordStanding standing() const { return standing_; }
    /// The moment of the last entry as of the last job; any thread. Nothing before the first entry.
    [[nodiscard]] std::optional<Instant> last_entry_at() const;
    /// The queue of the day as of the last job, without waiting for anything; any thread. Nothing before the
    /// record was first looked at, or while it cannot be read.
    [[nodiscard]] std::optional<QueueFigures> queue(Date today) const;

private:
    void work();
    /// False when the record is closed and cannot be opened again.
    bool look_at_record();
    void wipe_old_drafts();
    /// Reads the queue when an entry or a new day may have changed it. True when it did.
    bool look_at_queue();
    void look_at_last_entry();
    std::unique_ptr<Office> office_;
    std::function<void()> answered_;
    BoundedQueue<std::packaged_task<void(Office*)>> jobs_;  // given nothing when the record is damaged
    BoundedQueue<Answer> answers_;
    std::atomic<RecordStanding> standing_{RecordStanding::ready};
    std::atomic<std::int64_t> last_entry_ms_{0};       // since 1970; 0: not known
    std::optional<Digest> last_entry_of_;              // the head that it is of
    std::atomic<std::uint64_t> queue_{0};              // QueueFigures and their day in one word; 0: not known
    std::optional<std::pair<Digest, Date>> queue_of_;  // the head and the day that queue_ is of
    std::optional<Date> wiped_on_;                     // the day on which old drafts were last wiped
    std::thread thread_;
};

}  // namespace ardager

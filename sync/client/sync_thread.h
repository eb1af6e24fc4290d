// The thread that runs passes: at start, on a new entry, on a network change and by the runner's own delay.
// Never a final give-up. Its public functions are for any thread and never wait for the line, except stop().
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "sync/client/runner.h"

namespace ardager::sync {

class SyncThread {
public:
    /// Starts at once. The runner is not owned and outlives the thread. `feed_wait_s`: the long poll's
    /// length.
    explicit SyncThread(SyncRunner& runner, int feed_wait_s = kFeedWaitSeconds);
    ~SyncThread();
    SyncThread(const SyncThread&) = delete;
    SyncThread& operator=(const SyncThread&) = delete;

    /// A new entry stands in the record: ends a long poll or a delay.
    void wake();
    /// The machine has another address or a line again: as wake(), and the backoff begins anew.
    void network_changed();
    /// Ends after the call that is under way, or at once when that is a long poll.
    void stop();

private:
    void work();
    SyncRunner& runner_;
    int feed_wait_s_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace ardager::sync

#include "sync/client/sync_thread.h"

namespace ardager::sync {

SyncThread::SyncThread(SyncRunner& runner, int feed_wait_s)
    : runner_(runner), feed_wait_s_(feed_wait_s), thread_([this] { work(); }) {}

SyncThread::~SyncThread() {
    stop();
}

void SyncThread::work() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_ = false;
        lock.unlock();
        runner_.pass(feed_wait_s_);
        lock.lock();
        changed_.wait_for(lock, runner_.retry_delay(), [this] { return woken_ || stopping_; });
    }
}

void SyncThread::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
    runner_.interrupt();
}

void SyncThread::network_changed() {
    runner_.forget_failures();
    wake();
}

void SyncThread::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    runner_.stop_waiting();
    if (thread_.joinable()) thread_.join();
}

}  // namespace ardager::sync

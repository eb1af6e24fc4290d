// A bounded queue between threads: the only way in to another thread's work. Never grows, never spins.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace ardager {

template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// False when full or closed: the caller says so to a person, it never waits.
    [[nodiscard]] bool try_push(T item) {
        const std::lock_guard lock(mutex_);
        if (closed_ || items_.size() >= capacity_) return false;
        items_.push_back(std::move(item));
        changed_.notify_one();
        return true;
    }
    /// Waits for an item; nothing once closed and empty.
    [[nodiscard]] std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
        return take();
    }
    [[nodiscard]] std::optional<T> try_pop() {
        const std::lock_guard lock(mutex_);
        return take();
    }
    [[nodiscard]] bool empty() const {
        const std::lock_guard lock(mutex_);
        return items_.empty();
    }
    /// Items already in are still handed out; new ones are refused.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

private:
    std::optional<T> take() {
        if (items_.empty()) return std::nullopt;
        std::optional<T> item(std::move(items_.front()));
        items_.pop_front();
        return item;
    }
    std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> items_;
    bool closed_ = false;
};

}  // namespace ardager

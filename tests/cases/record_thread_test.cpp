#include "kiosk/cases/record_thread.h"

#include <condition_variable>
#include <mutex>

#include "kiosk/cases/issue_ticket.h"
#include "kiosk/cases/keep_draft.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

/// Counts what the record thread says it has done; the frame loop's wake-up.
class Bell {
public:
    void ring() {
        const std::lock_guard lock(mutex_);
        ++rung_;
        changed_.notify_all();
    }
    void wait_for(unsigned times) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return rung_ >= times; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    unsigned rung_ = 0;
};

/// Holds the record thread inside a job until it is let go: a disk that stalls.
class Stall {
public:
    void hold() {
        std::unique_lock lock(mutex_);
        inside_ = true;
        changed_.notify_all();
        changed_.wait(lock, [&] { return released_; });
    }
    void wait_until_inside() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return inside_; });
    }
    void release() {
        const std::lock_guard lock(mutex_);
        released_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool inside_ = false;
    bool released_ = false;
};

RecordThread::Job accepting(std::vector<std::string>& numbers, std::thread::id& told_on) {
    return [&](Office& office) -> RecordThread::Answer {
        auto accepted = accept_application(office, complete_draft());
        return [&numbers, &told_on, accepted = std::move(accepted)] {
            told_on = std::this_thread::get_id();
            if (accepted) numbers.push_back(accepted->number.text);
        };
    };
}

}  // namespace

TEST_CASE("answers wait for the caller and run on its thread, in order", "[cases]") {
    Branch branch;
    Bell bell;
    std::vector<std::string> numbers;
    std::thread::id told_on;
    RecordThread record(std::move(branch.office), [&] { bell.ring(); });
    for (int i = 0; i < 3; ++i) REQUIRE(record.post(accepting(numbers, told_on)));
    bell.wait_for(3);
    CHECK(numbers.empty());
    record.deliver();
    REQUIRE(numbers.size() == 3);
    CHECK(std::is_sorted(numbers.begin(), numbers.end()));
    CHECK(told_on == std::this_thread::get_id());
    CHECK(record.accepting());
}

TEST_CASE("another thread's change is made on the record thread and waited for", "[cases]") {
    Branch branch;
    std::thread::id changed_on;
    Result<void> done = fail(Code::internal, "not run");
    RecordThread record(std::move(branch.office), [] {});
    std::thread other([&] {
        done = record.run([&](Office& office) -> Result<void> {
            changed_on = std::this_thread::get_id();
            return accept_application(office, complete_draft()).map([](auto&&) {});
        });
    });
    const auto other_id = other.get_id();
    other.join();
    CHECK(done.has_value());
    CHECK(changed_on != other_id);
    CHECK(changed_on != std::this_thread::get_id());
    const auto failed = record.run([](Office&) -> Result<void> { return fail(Code::conflict, "no"); });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Code::conflict);
}

TEST_CASE("jobs that still wait when the thread ends are done before the record closes", "[cases]") {
    Branch branch;
    std::vector<std::string> numbers;
    std::thread::id told_on;
    Stall stall;
    {
        RecordThread record(std::move(branch.office), [] {});
        REQUIRE(record.post([&](Office&) -> RecordThread::Answer {
            stall.hold();
            return {};
        }));
        stall.wait_until_inside();
        for (int i = 0; i < 5; ++i) REQUIRE(record.post(accepting(numbers, told_on)));
        stall.release();
    }
    CHECK(numbers.empty());  // nobody asked for the answers any more
    branch.opens();
    CHECK(branch.head().seq == 5);
}

TEST_CASE("a stalled disk fills the queue, says so, and blocks nobody who posts", "[cases]") {
    Branch branch;
    Stall stall;
    RecordThread record(std::move(branch.office), [] {});
    REQUIRE(record.post([&](Office&) -> RecordThread::Answer {
        stall.hold();
        return {};
    }));
    stall.wait_until_inside();
    unsigned taken = 0;
    while (taken < 10'000 && record.post([](Office&) -> RecordThread::Answer { return {}; })) ++taken;
    CHECK(taken > 0);
    CHECK(taken < 10'000);
    const auto refused = record.run([](Office&) -> Result<void> { return {}; });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::not_now);
    stall.release();
}

TEST_CASE("the record thread wipes drafts whose days are over by itself", "[cases]") {
    Branch branch;
    (void)good(keep_draft(*branch.office, Json::object(), {{"scan", page()}}));
    branch.clock.advance(std::chrono::hours(24) * 31);
    Bell bell;
    {
        RecordThread record(std::move(branch.office), [&] { bell.ring(); });
        REQUIRE(record.post([](Office&) -> RecordThread::Answer { return {}; }));
    }
    branch.opens();
    CHECK(good(branch.office->journal().draft_sessions("kept/")).empty());
}

TEST_CASE("the queue can be looked at while a job stalls, and a change of it wakes the loop", "[cases]") {
    Branch branch;
    good(issue_ticket(*branch.office, {}));
    const Date today = branch.clock.today();
    Bell bell;
    Stall stall;
    RecordThread record(std::move(branch.office), [&] { bell.ring(); });
    CHECK(record.queue(today) == QueueFigures{1, std::nullopt});
    REQUIRE(record.post([](Office& office) -> RecordThread::Answer {
        good(issue_ticket(office, {}));
        return {};
    }));
    bell.wait_for(2);  // the answer, and the queue
    CHECK(record.queue(today) == QueueFigures{2, std::nullopt});
    REQUIRE(record.post([&](Office&) -> RecordThread::Answer {
        stall.hold();
        return {};
    }));
    stall.wait_until_inside();
    CHECK(record.queue(today) == QueueFigures{2, std::nullopt});
    const Date tomorrow(std::chrono::sys_days(today) + std::chrono::days(1));
    CHECK(record.queue(tomorrow) == QueueFigures{});
    stall.release();
}

TEST_CASE("without a record that can be opened no job runs and each gets its other answer", "[cases]") {
    Bell bell;
    bool ran = false;
    bool told = false;
    RecordThread record(nullptr, [&] { bell.ring(); });
    CHECK(record.standing() == RecordStanding::damaged);
    REQUIRE(record.post(
        [&](Office&) -> RecordThread::Answer {
            ran = true;
            return {};
        },
        [&] { told = true; }));
    bell.wait_for(1);
    record.deliver();
    CHECK_FALSE(ran);
    CHECK(told);
    const auto changed = record.run([](Office&) -> Result<void> { return {}; });
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == Code::record_damaged);
}

TEST_CASE("the moment of the last entry is known without asking the record", "[cases]") {
    Branch branch;
    Bell bell;
    std::vector<std::string> numbers;
    std::thread::id told_on;
    const Instant now = branch.clock.now();
    RecordThread record(std::move(branch.office), [&] { bell.ring(); });
    CHECK_FALSE(record.last_entry_at());
    REQUIRE(record.post(accepting(numbers, told_on)));
    REQUIRE(record.run([](Office&) -> Result<void> { return {}; }));
    CHECK(record.last_entry_at() == now);
    CHECK(record.standing() == RecordStanding::ready);
}

#include "kiosk.h"
#include "sync/client/sync_thread.h"

using namespace ardager;

namespace {

/// Holds each long poll until it is interrupted, as a gateway with nothing to say does.
class PatientLine final : public wire::Transport {
public:
    explicit PatientLine(FakeGateway& gateway) : gateway_(gateway) {}

    tl::expected<wire::HttpResponse, wire::LineError> call(const wire::HttpRequest& request,
                                                           int limit_ms) override {
        std::unique_lock lock(mutex_);
        if (request.target.find("wait=0") == std::string::npos && request.target.starts_with("/v1/feed")) {
            ++polls_;
            changed_.notify_all();
            changed_.wait(lock, [this] { return interrupted_; });
            interrupted_ = false;
            return tl::unexpected(wire::LineError{wire::LineFault::broken, "interrupted"});
        }
        return gateway_.call(request, limit_ms);
    }
    void interrupt() override {
        const std::lock_guard lock(mutex_);
        interrupted_ = true;
        changed_.notify_all();
    }
    /// Waits until the sync thread waits in its n-th long poll.
    void wait_for_poll(int number) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return polls_ >= number; });
    }

private:
    FakeGateway& gateway_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int polls_ = 0;
    bool interrupted_ = false;
};

}  // namespace

TEST_CASE("a new entry ends the long poll and leaves at once; stop ends it too", "[sync]") {
    Kiosk kiosk;
    PatientLine line(*kiosk.gateway);
    std::mutex record;
    sync::Outbox outbox(good(JournalReader::open(kiosk.options, *kiosk.vault)), kiosk.options.device,
                        [&](const auto& change) {
                            const std::lock_guard lock(record);
                            return change(*kiosk.journal);
                        });
    ManualClock clock(kiosk.clock.now());
    SeededRandom random(2);
    sync::SyncRunner runner(
        outbox, line, [](const std::string& pem) { return load_verifier(pem); },
        [](Journal&, const auto&, std::uint64_t) { return Result<void>(); }, clock, random);
    sync::SyncThread thread(runner);
    line.wait_for_poll(1);
    for (int poll = 2; poll <= 4; ++poll) {
        {
            const std::lock_guard lock(record);
            kiosk.accepts(1);
        }
        thread.wake();
        line.wait_for_poll(poll);
    }
    thread.stop();
    CHECK(kiosk.gateway->entries.size() == 3);
    CHECK(runner.status().state == sync::LineState::online);
    CHECK(runner.status().standing.waiting == 0);
}

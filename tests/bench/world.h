// The simulated world: one branch's kiosk and one ministry, the real code of both, on disks that lose and
// tear, over a line that breaks and lies. A seed replays any run. Its oracle is the project's promise
// (DESIGN, section 10).
#pragma once

#include <memory>
#include <set>

#include "kiosk/cases/office.h"
#include "sync/client/runner.h"
#include "sync/gateway/sqlite_store.h"
#include "tests/bench/counter_hand.h"
#include "tests/bench/disk_vfs.h"
#include "tests/bench/link.h"

namespace ardager::bench {

/// A receipt that a citizen carries home: from now on it may never be lost.
struct Promise {
    std::string number;
    bool accepted = true;  // false: a refusal of acceptance
    std::vector<Bytes> files;
};

class World {
public:
    explicit World(std::uint64_t seed);
    ~World();

    /// One random thing happens: to the citizen, the line, a disk, a program.
    void step();
    /// Faults stop; passes run until nothing waits.
    void settle();
    /// Every broken promise in words; empty when the world is as it must be. After settle().
    [[nodiscard]] std::vector<std::string> broken_promises();
    [[nodiscard]] std::size_t promises() const { return promises_.size(); }
    [[nodiscard]] const std::map<std::string, unsigned>& events() const { return events_; }

private:
    struct Kiosk;
    struct Ministry;
    void accept();
    void refuse();
    void print();
    void serve_counter();
    void pass();
    void decide();
    void hurt_kiosk();
    void hurt_ministry();
    void open_kiosk();
    void open_ministry();
    /// Counts it; with ARDAGER_TRACE set it is also told, so that a replayed seed can be read like a story.
    void note(const std::string& event);
    [[nodiscard]] Bytes any_picture();
    [[nodiscard]] Json ask_officer(const std::string& target);
    void check_number(const Promise& promise, const std::map<std::string, unsigned>& listed,
                      std::vector<std::string>& broken);
    void check_secrets(std::vector<std::string>& broken) const;

    std::uint64_t seed_;
    SeededRandom random_;
    ManualClock clock_;
    SimulatedDisk kiosk_disk_;
    SimulatedDisk ministry_disk_;
    std::unique_ptr<Ministry> ministry_;
    std::unique_ptr<Kiosk> kiosk_;
    std::unique_ptr<Link> link_;
    std::vector<Promise> promises_;
    CounterHand counter_;
    std::map<std::string, unsigned> events_;
    std::vector<std::string> faults_;  // what may never happen, seen on the way
};

}  // namespace ardager::bench

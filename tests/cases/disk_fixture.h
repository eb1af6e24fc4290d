// An office on a simulated disk that fails, fills up or loses power when told: the vocabulary of the tests
// of what a case promises.
#pragma once

#include "kiosk/vault/self_signed.h"
#include "kiosk/vault/signing_key.h"
#include "tests/bench/disk_vfs.h"
#include "tests/cases/office_fixture.h"

namespace ardager::cases_test {

using bench::DiskFault;
using bench::DiskOperation;

class TestKey final : public KeySource {
public:
    Result<Bytes> load() override { return Bytes(32, 7); }
};

/// An office on a disk that fails when told.
struct DiskBranch {
    explicit DiskBranch(std::uint64_t seed)
        : random(seed),
          clock(at("2026-11-23T10:15")),
          disk("cases-disk"),
          anchor(disk.anchor_file("/r/anchor")) {
        good(create_signing_key(folder.path() / "key.pem", folder.path() / "cert.pem", "test", clock.now()));
        good(opens());
    }
    [[nodiscard]] JournalOptions record() {
        JournalOptions options;
        options.paths.folder = "/r";
        options.device = {"KRG03", "K1"};
        options.vfs = "cases-disk";
        options.reserve_bytes = 0;
        options.anchor = anchor;
        options.free_bytes = [this]() -> Result<std::uint64_t> { return free; };
        return options;
    }
    Result<void> opens() {
        office.reset();
        TestKey key;
        static const LawBook law = good(LawBook::load(source_folder("assets")));
        auto signer = TRY(load_signer(folder.path() / "key.pem", folder.path() / "cert.pem"));
        office = TRY(Office::open({"/r", {}}, record(), key, bench::sample_config(), std::move(signer), law,
                                  clock, random));
        return {};
    }
    [[nodiscard]] std::size_t applications() const {
        return good(list_applications(office->journal().reader().database(), 100)).size();
    }

    Folder folder;
    SeededRandom random;
    ManualClock clock;
    bench::SimulatedDisk disk;
    std::shared_ptr<AnchorFile> anchor;
    std::uint64_t free = 1U << 30;
    std::unique_ptr<Office> office;
};

}  // namespace ardager::cases_test

// A real record in a folder of its own, a sync runner over it and a gateway in memory.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>

#include "fake_gateway.h"
#include "kiosk/base/files.h"
#include "kiosk/vault/self_signed.h"
#include "sync/client/runner.h"

namespace ardager {

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(code_name(result.error().code) << ": " << result.error().detail);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class FixedKey final : public KeySource {
public:
    Result<Bytes> load() override { return Bytes(32, 7); }
};

class Kiosk {
public:
    explicit Kiosk(std::uint64_t seed = 1)
        : random(seed), clock(good(parse_instant("2026-11-23T05:00:00Z"))) {
        static int count = 0;
        folder = std::filesystem::temp_directory_path() /
                 ("ardager-sync-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        good(create_signing_key(folder / "key.pem", folder / "cert.pem", "gateway", clock.now()));
        signer = good(load_signer(folder / "key.pem", folder / "cert.pem"));
        const Bytes pem = good(read_file(folder / "cert.pem", 1U << 16));
        certificate = as_text(pem);
        FixedKey key;
        vault = good(open_vault(key, random));
        options.paths.folder = folder / "record";
        options.device = good(DeviceId::parse("KRG03-K1"));
        options.reserve_bytes = 0;
        gateway = std::make_unique<FakeGateway>(*signer, certificate, clock);
        starts();
    }
    ~Kiosk() {
        stops();
        std::filesystem::remove_all(folder);
    }
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    void starts() {
        journal = good(Journal::open(options, *vault, clock, random, {}));
        outbox = std::make_unique<sync::Outbox>(good(JournalReader::open(options, *vault)), options.device,
                                                [this](const auto& change) { return change(*journal); });
        const auto verifiers = [this](const std::string& pem) -> Result<std::unique_ptr<Verifier>> {
            if (pem != certificate) return fail(Code::not_allowed, "not under our CA");
            return load_verifier(pem);
        };
        const auto applier = [this](Journal& record, const auto& items, std::uint64_t next) {
            return apply(record, items, next);
        };
        runner = std::make_unique<sync::SyncRunner>(*outbox, *gateway, verifiers, applier, clock, random);
    }
    void stops() {
        runner.reset();
        outbox.reset();
        journal.reset();
    }
    void restarts() {
        stops();
        starts();
    }

    void accepts(int applications) {
        for (int i = 0; i < applications; ++i) accept_with({});
    }
    /// One application with one scan of this size; its digest.
    Digest accepts_with_scan(std::size_t size) {
        Bytes scan(size);
        random.fill(scan);
        accept_with(scan);
        scans[sha256(scan)] = std::string(as_text(scan));
        return sha256(scan);
    }

    sync::PassResult syncs() { return runner->pass(0); }
    /// Passes until one goes well; the number of passes.
    int syncs_until_done(int most) {
        for (int passes = 1; passes <= most; ++passes)
            if (syncs().completed()) return passes;
        return most + 1;
    }
    [[nodiscard]] std::uint64_t waiting() const { return good(outbox->standing()).waiting; }
    [[nodiscard]] std::string fault() const {
        const auto status = runner->status();
        return status.fault ? status.fault->code : "none";
    }

    /// The oracle: what was accepted here is there, once, in order, with identical files.
    void check_all_arrived() {
        const Head head = journal->head();
        CHECK(waiting() == 0);
        REQUIRE(gateway->entries.size() == head.seq);
        for (std::uint64_t seq = 1; seq <= head.seq; ++seq)
            CHECK(gateway->entries[seq - 1].entry == good(journal->reader().read(seq)).entry);
        for (const auto& [digest, bytes] : scans) {
            REQUIRE(gateway->has(digest));
            CHECK(gateway->files.at(digest) == bytes);
        }
        CHECK(good(journal->reader().unconfirmed(head.seq + 1, 10)).empty());
    }

    SeededRandom random;
    ManualClock clock;
    std::filesystem::path folder;
    std::string certificate;
    std::unique_ptr<Signer> signer;
    std::unique_ptr<Vault> vault;
    JournalOptions options;
    std::unique_ptr<FakeGateway> gateway;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<sync::Outbox> outbox;
    std::unique_ptr<sync::SyncRunner> runner;
    std::map<Digest, std::string> scans;
    bool applier_fails = false;

private:
    void accept_with(const Bytes& scan) {
        const auto work = good(journal->begin());
        Json payload{{"number", "x"}};
        if (!scan.empty()) payload["files"] = {good(work->attach(scan, "image/png")).digest.hex()};
        good(work->append("application.accepted", payload));
        good(work->commit());
    }
    Result<void> apply(Journal& record, const std::vector<wire::FeedItem>& items, std::uint64_t next) {
        if (applier_fails) return fail(Code::disk, "told by the test");
        const auto work = TRY(record.begin());
        for (const auto& item : items) TRY(work->append(item.kind, item.body));
        TRY(work->put_state(sync::kFeedCursorKey, std::to_string(next)));
        return work->commit();
    }
};

}  // namespace ardager

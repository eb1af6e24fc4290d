// The two ends of a line, both real: a branch's record with its sync, and a ministry's gateway with its own
// two threads on loopback, mutual TLS between them, a flush on both sides.
#pragma once

#include "kiosk/cases/application_draft.h"
#include "kiosk/sync_line.h"
#include "sync/gateway/server.h"
#include "sync/gateway/sqlite_store.h"

namespace ardager::bench {

/// Development certificates, made once into `folder`.
void make_certificates(const std::filesystem::path& folder);

class MinistryEnd {
public:
    /// An empty gateway in `folder`, listening.
    MinistryEnd(const std::filesystem::path& folder, std::filesystem::path pki);
    ~MinistryEnd();
    MinistryEnd(const MinistryEnd&) = delete;
    MinistryEnd& operator=(const MinistryEnd&) = delete;
    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    /// The file as an officer is given it; empty when the ministry does not have it whole.
    [[nodiscard]] std::string file(const Digest& digest);

private:
    SystemClock clock_;
    SystemRandom random_;
    gateway::Peer officer_;
    std::unique_ptr<gateway::SqliteStore> store_;
    std::unique_ptr<Vault> vault_;
    std::unique_ptr<Signer> signer_;
    std::unique_ptr<gateway::Service> service_;
    std::unique_ptr<gateway::Server> server_;
};

class BranchEnd {
public:
    /// Makes a record in `folder` when there is none yet.
    explicit BranchEnd(const std::filesystem::path& folder);
    [[nodiscard]] Office& office() { return *office_; }
    /// Its sync, towards that port on loopback. The branch's own thread is the record thread.
    [[nodiscard]] sync::SyncRunner& connect(const std::filesystem::path& pki, std::uint16_t port);
    [[nodiscard]] sync::SyncRunner& runner() { return line_->runner(); }
    /// Nothing waits any more, neither entries nor files.
    [[nodiscard]] bool drained();

private:
    SystemClock clock_;
    SystemRandom random_;
    std::unique_ptr<Office> office_;
    std::unique_ptr<SyncLine> line_;
};

/// An application as the kiosk hands it in; each page about `page_bytes`.
[[nodiscard]] ApplicationDraft sample_draft(Random& random, unsigned pages, std::size_t page_bytes);
/// `count` accepted applications without files, payloads of about 1.5 KB each, committed by the hundred.
/// Gives the payloads as they stand in the record.
[[nodiscard]] std::vector<std::string> fill_record(Office& office, unsigned count);

}  // namespace ardager::bench

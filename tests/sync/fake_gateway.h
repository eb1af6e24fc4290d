// A gateway in memory behind the Transport seam, with a table of faults: the vocabulary of the sync tests. It
// speaks the real bytes and signs with a real key.
#pragma once

#include <map>
#include <set>

#include "kiosk/vault/signing_key.h"
#include "sync/wire/messages.h"

namespace ardager {

enum class Fault {
    no_line,            // nothing arrives
    dropped_reply,      // done there, but the answer is lost
    cut_in_the_middle,  // half of a piece arrives
    portal_page,        // 200 with somebody's page
    proxy_error,        // 502 without our header
    wrong_signature,
    ack_of_another_device,
    ack_of_the_past,      // genuine, but of before this batch
    foreign_certificate,  // whoami shows a certificate that is not under our CA
    other_protocol,
    gap,
    busy,
    bad_entry,
    piece_damaged,
    upload_lost
};

class FakeGateway final : public wire::Transport {
public:
    FakeGateway(const Signer& signer, std::string certificate, const Clock& clock)
        : signer_(signer), certificate_(std::move(certificate)), clock_(clock) {}

    tl::expected<wire::HttpResponse, wire::LineError> call(const wire::HttpRequest& request,
                                                           int limit_ms) override;
    /// As the real line does it: in the middle of the next call, whatever becomes of that call.
    void while_waiting(std::function<void()> work) override { spare_work_ = std::move(work); }

    // What it holds.
    std::vector<wire::WireEntry> entries;
    std::map<Digest, std::string> files;  // whole or in part
    std::map<Digest, std::uint64_t> lengths;
    std::vector<wire::FeedItem> feed;
    std::uint64_t epoch = 1;
    [[nodiscard]] bool has(const Digest& digest) const {
        return files.count(digest) != 0 && files.at(digest).size() == lengths.at(digest);
    }

    // How it misbehaves.
    std::map<int, Fault> faults;  // by number of the call, from 1
    std::optional<Fault> every_call;
    std::optional<std::string> refuses_device;  // a refusal code for everything
    std::set<Digest> refuses_files;
    bool takes_piece_with_creation = true;
    std::string device = "KRG03-K1";
    Milliseconds clock_ahead{0};
    std::function<void(const wire::HttpRequest&)> meanwhile;  // runs after each call

    std::vector<std::string> log;   // `POST entries 1-3`, `POST file 0+300`, `PATCH 0+65536`, …
    std::uint64_t piece_bytes = 0;  // of files, received and kept

private:
    wire::HttpResponse serve(const wire::HttpRequest& request, std::optional<Fault> fault);
    wire::HttpResponse take_entries(const wire::HttpRequest& request, std::optional<Fault> fault);
    wire::HttpResponse take_file(const wire::HttpRequest& request, std::optional<Fault> fault);
    wire::HttpResponse take_piece(const Digest& digest, const wire::HttpRequest& request,
                                  std::optional<Fault> fault, int status);
    wire::HttpResponse acknowledge(std::uint64_t next_seq, std::optional<Fault> fault) const;
    [[nodiscard]] Digest head_before(std::uint64_t next_seq) const {
        return next_seq > 1 ? entries[next_seq - 2].entry.hash : Digest{};
    }
    const Signer& signer_;
    std::string certificate_;
    const Clock& clock_;
    std::function<void()> spare_work_;
    int calls_ = 0;
};

}  // namespace ardager

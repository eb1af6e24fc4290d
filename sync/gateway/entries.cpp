#include "sync/gateway/answers.h"
#include "sync/gateway/projection.h"
#include "sync/gateway/resources.h"
#include "sync/wire/tuning.h"

namespace ardager::gateway {
namespace {

/// Where a batch stops: nothing after this entry is looked at, everything before it is kept.
struct Stop {
    bool fork = false;  // otherwise the entry itself is wrong
    std::uint64_t seq = 0;
    std::string detail;
};

/// Appends one batch to one journal inside one transaction.
class Intake {
public:
    Intake(Office& office, const DeviceId& device, JournalRow& journal)
        : office_(office), device_(device), journal_(journal), name_(device.text()) {}

    [[nodiscard]] Result<std::optional<Stop>> take(const wire::WireEntry& incoming) {
        return incoming.entry.seq < journal_.next_seq ? compare(incoming.entry) : append(incoming);
    }
    [[nodiscard]] bool appended() const { return appended_; }

private:
    /// An entry that is here already: the same one is fine, another one is a second history.
    Result<std::optional<Stop>> compare(const Entry& entry) {
        const auto known = TRY(office_.store.entry_hash(name_, entry.seq));
        if (!known)
            return fail(Code::record_damaged,
                        "entry " + std::to_string(entry.seq) + " of " + name_ + " is gone");
        if (*known == entry.hash) return std::optional<Stop>{};
        return stop_for(entry, entry_hash(device_, entry) == entry.hash);
    }

    Result<std::optional<Stop>> append(const wire::WireEntry& incoming) {
        const Entry& entry = incoming.entry;
        const Head head{journal_.next_seq - 1, journal_.head};
        const auto linked = check_link(device_, head, entry, as_bytes(incoming.payload));
        if (!linked) return stop_for(entry, !appended_ && follows_another_head(incoming));
        auto projected = TRY(read_projection(office_.store, device_, entry, incoming.payload));
        const std::string id = entry.id.text();
        const Bytes sealed = TRY(office_.vault.seal({id, "payload"}, as_bytes(incoming.payload)));
        const auto added = office_.store.add_entry(name_, entry, sealed, projected.kind);
        if (!added && added.error().code == Code::conflict) return stop_for(entry, false);
        if (!added) return fail(added.error());
        TRY(store_projection(office_, device_, entry, std::move(projected)));
        journal_.next_seq = entry.seq + 1;
        journal_.head = entry.hash;
        appended_ = true;
        return std::optional<Stop>{};
    }

    /// True when the entry is sound in itself and only its past differs from what is durable here.
    bool follows_another_head(const wire::WireEntry& incoming) const {
        const Entry& entry = incoming.entry;
        return entry.prev != journal_.head && entry_hash(device_, entry) == entry.hash &&
               sha256(as_bytes(incoming.payload)) == entry.payload_sha256;
    }

    static std::optional<Stop> stop_for(const Entry& entry, bool fork) {
        const std::string place = "entry " + std::to_string(entry.seq);
        if (fork)
            return Stop{true, entry.seq, place + ": another history is durable here; the device is fenced"};
        return Stop{false, entry.seq,
                    place + ": its hash, payload or link differs from the computed one, or its id was used"};
    }

    Office& office_;
    const DeviceId& device_;
    JournalRow& journal_;
    std::string name_;
    bool appended_ = false;
};

Result<std::vector<wire::WireEntry>> read_batch(const wire::HttpRequest& request) {
    const std::string encoding = wire::header(request.headers, "Content-Encoding");
    if (!encoding.empty() && encoding != "zstd" && encoding != "identity")
        return fail(Code::invalid_input, "Content-Encoding: only zstd is read");
    auto entries = encoding == "zstd"
                       ? TRY(wire::decode_entries(TRY(wire::decompress(request.body, wire::kMostBatchBytes))))
                       : TRY(wire::decode_entries(request.body));
    if (entries.empty()) return fail(Code::invalid_input, "an empty batch; ask whoami for the state");
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i].entry.seq != entries[i - 1].entry.seq + 1)
            return fail(Code::invalid_input,
                        "line " + std::to_string(i + 1) + ": the batch is not contiguous");
    return entries;
}

Answer acknowledge(Office& office, const std::string& device, const JournalRow& journal) {
    wire::Acknowledgement ack;
    ack.device = device;
    ack.epoch = TRY(office.store.epoch());
    ack.next_seq = journal.next_seq;
    ack.head = journal.head;
    ack.at = office.clock.now();
    ack.key = office.signer.key_id();
    ack.signature = TRY(office.signer.sign(as_bytes(ack.signed_text())));
    return json_answer(200, ack.to_json());
}

Answer stopped(const Stop& stop) {
    if (stop.fork) return refuse(409, wire::refusal::fork, stop.detail, stop.seq);
    return refuse(422, wire::refusal::bad_entry, stop.detail, stop.seq);
}

}  // namespace

Answer post_entries(const Call& call) {
    Office& office = call.office;
    const DeviceId& device = *call.caller.device;
    const std::string& name = call.caller.name;
    const auto batch = TRY(read_batch(call.request));
    auto transaction = TRY(office.store.begin());
    JournalRow journal = TRY(office.store.journal(name));
    if (journal.fenced)
        return refuse(409, wire::refusal::fenced, "two histories of this device were seen; staff must act",
                      journal.next_seq);
    if (batch.front().entry.seq > journal.next_seq)
        return refuse(409, wire::refusal::gap, "entries before this batch are missing here",
                      journal.next_seq);

    Intake intake(office, device, journal);
    std::optional<Stop> stop;
    for (const auto& incoming : batch) {
        stop = TRY(intake.take(incoming));
        if (stop) break;
    }
    journal.fenced = stop && stop->fork;
    if (intake.appended() || journal.fenced) {
        TRY(office.store.put_journal(name, journal));
        TRY(transaction->commit());
    }
    if (stop) return stopped(*stop);
    return acknowledge(office, name, journal);
}

}  // namespace ardager::gateway

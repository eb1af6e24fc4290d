#include "sync/client/outbox.h"

#include <charconv>
#include <set>

namespace ardager::sync {
namespace {

using StateText = std::pair<const char*, std::string>;

std::string dump_marks(std::uint64_t epoch, std::uint64_t next_seq) {
    return dump_json({{"epoch", epoch}, {"next_seq", next_seq}});
}

Result<std::map<Digest, std::string>> read_quarantine(JournalReader& reader) {
    std::map<Digest, std::string> files;
    const auto text = TRY(reader.state(kQuarantineKey));
    if (!text) return files;
    const Json object = TRY(parse_json(*text));
    for (const auto& [digest, why] : object.items())
        files[TRY(Digest::from_hex(digest))] = why.get<std::string>();
    return files;
}

Result<std::uint64_t> read_cursor(JournalReader& reader) {
    const auto text = TRY(reader.state(kFeedCursorKey));
    std::uint64_t cursor = 0;
    if (!text) return cursor;
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), cursor);
    if (fault != std::errc() || end != text->data() + text->size())
        return fail(Code::record_damaged, std::string(kFeedCursorKey) + ": not a number");
    return cursor;
}

Result<std::optional<StoppedSince>> read_stopped(JournalReader& reader) {
    const auto text = TRY(reader.state(kStoppedKey));
    if (!text || text->empty()) return std::optional<StoppedSince>();
    const Json object = TRY(parse_json(*text));
    StoppedSince stopped;
    stopped.fault.of_record = true;
    stopped.fault.code = TRY(json_text(object, "code"));
    stopped.fault.detail = TRY(json_text(object, "detail"));
    stopped.at = TRY(parse_instant(TRY(json_text(object, "at"))));
    return std::optional(std::move(stopped));
}

Result<Marks> read_marks(JournalReader& reader) {
    Marks marks;
    if (const auto text = TRY(reader.state(kMarksKey))) {
        const Json object = TRY(parse_json(*text));
        marks.epoch = TRY(json_u64(object, "epoch"));
        marks.next_seq = TRY(json_u64(object, "next_seq"));
    }
    marks.feed_cursor = TRY(read_cursor(reader));
    marks.quarantine = TRY(read_quarantine(reader));
    if (const auto stopped = TRY(read_stopped(reader))) marks.stopped = stopped->fault;
    return marks;
}

Result<void> put_states(Work& work, const std::vector<StateText>& states) {
    for (const auto& [key, text] : states) TRY(work.put_state(key, text));
    return {};
}

Result<void> put_states(Journal& journal, const std::vector<StateText>& states) {
    const auto work = TRY(journal.begin());
    TRY(put_states(*work, states));
    return work->commit();
}

/// Every string of a payload that is the digest of a file of this record.
Result<void> collect_files(JournalReader& reader, const Json& value, std::set<Digest>& out) {
    if (value.is_structured()) {
        for (const auto& member : value) TRY(collect_files(reader, member, out));
        return {};
    }
    if (!value.is_string()) return {};
    const auto digest = Digest::from_hex(value.get_ref<const std::string&>());
    if (digest && reader.attachment(*digest)) out.insert(*digest);
    return {};
}

Result<std::set<Digest>> files_of_entries(JournalReader& reader, std::uint64_t from) {
    std::set<Digest> files;
    for (std::uint64_t seq = std::max<std::uint64_t>(from, 1);;) {
        const auto entries = TRY(reader.read_from(seq, kMostBatchEntries, kMostBatchPlainBytes));
        if (entries.empty()) return files;
        for (const auto& stored : entries) {
            const Json payload = TRY(parse_json(stored.payload));
            TRY(collect_files(reader, payload, files));
        }
        seq = entries.back().entry.seq + 1;
    }
}

}  // namespace

Result<Standing> read_standing(JournalReader& reader) {
    Standing out;
    const Marks marks = TRY(read_marks(reader));
    const Head head = TRY(reader.head());
    out.waiting = head.seq + 1 - std::min(marks.next_seq, head.seq + 1);
    const auto files = TRY(reader.unconfirmed(head.seq + 1, marks.quarantine.size() + 1));
    for (const auto& file : files) out.files_wait = out.files_wait || !marks.quarantine.contains(file.digest);
    if (const auto text = TRY(reader.state(kAcknowledgementKey)))
        out.last_acknowledged = TRY(wire::Acknowledgement::from_json(*text));
    for (const auto& [digest, why] : marks.quarantine) out.quarantined.push_back({digest, why});
    out.stopped = TRY(read_stopped(reader));
    return out;
}

Outbox::Outbox(std::unique_ptr<JournalReader> reader, DeviceId device, Writer writer)
    : reader_(std::move(reader)), device_(std::move(device)), writer_(std::move(writer)) {}

Result<Marks> Outbox::marks() {
    return read_marks(*reader_);
}

Result<Surveyed> Outbox::survey(const LookAtRecord& look) {
    Surveyed out;
    const Head head = TRY(reader_->head());
    out.head_seq = head.seq;
    const auto quarantine = TRY(read_quarantine(*reader_));
    const std::set<Digest> confirmed(look.confirmed.begin(), look.confirmed.end());
    const auto most = quarantine.size() + confirmed.size() + 1;
    for (const auto& file : TRY(reader_->unconfirmed(look.before_seq, most)))
        if (!out.file && !quarantine.contains(file.digest) && !confirmed.contains(file.digest))
            out.file = file;
    return out;
}

Result<std::vector<wire::WireEntry>> Outbox::batch(const SendEntries& limits) {
    auto stored = TRY(reader_->read_from(limits.first, limits.most_entries, limits.most_bytes));
    std::vector<wire::WireEntry> entries;
    entries.reserve(stored.size());
    for (auto& item : stored) entries.push_back({std::move(item.entry), std::move(item.payload)});
    if (entries.empty() || entries.front().entry.seq != limits.first)
        return fail(Code::record_damaged, "entry " + std::to_string(limits.first) + " is missing");
    return entries;
}

Result<std::optional<Digest>> Outbox::hash_at(std::uint64_t seq) {
    if (seq == 0) return std::optional<Digest>(Digest{});
    const Head head = TRY(reader_->head());
    if (seq > head.seq) return std::optional<Digest>();
    if (seq == head.seq) return std::optional<Digest>(head.hash);
    return std::optional<Digest>(TRY(reader_->read(seq)).entry.hash);
}

Result<void> Outbox::check_entry(std::uint64_t seq) {
    const auto before = seq > 0 ? TRY(hash_at(seq - 1)) : std::nullopt;
    if (!before) return fail(Code::record_damaged, "entry " + std::to_string(seq) + " is not in this record");
    const StoredEntry stored = TRY(reader_->read(seq));
    return check_link(device_, Head{seq - 1, *before}, stored.entry, as_bytes(stored.payload));
}

Result<Bytes> Outbox::piece(const SendPiece& piece) {
    Bytes bytes = TRY(reader_->read_piece(piece.file.digest, piece.offset, piece.length));
    if (bytes.size() != piece.length)
        return fail(Code::record_damaged, "a file is shorter than its record says");
    return bytes;
}

Result<void> Outbox::keep(const KeepAcknowledged& change) {
    const std::string ack = change.ack.to_json();
    const std::string marks = dump_marks(change.ack.epoch, change.ack.next_seq);
    return writer_([&](Journal& journal) -> Result<void> {
        TRY(put_states(journal, {{kAcknowledgementKey, ack}, {kMarksKey, marks}}));
        return journal.anchor_acknowledged(ack);
    });
}

Result<void> Outbox::keep(const KeepRestored& change) {
    const auto files = TRY(files_of_entries(*reader_, change.unconfirm_from));
    return writer_([&](Journal& journal) -> Result<void> {
        const auto work = TRY(journal.begin());
        TRY(put_states(*work, {{kMarksKey, dump_marks(change.epoch, change.next_seq)}}));
        for (const auto& digest : files) TRY(work->mark_confirmed(digest, false));
        return work->commit();
    });
}

Result<void> Outbox::keep(const ConfirmFiles& change) {
    return writer_([&](Journal& journal) -> Result<void> {
        const auto work = TRY(journal.begin());
        for (const auto& digest : change.digests) TRY(work->mark_confirmed(digest, true));
        return work->commit();
    });
}

Result<void> Outbox::keep(const KeepQuarantine& change) {
    Json object = Json::object();
    for (const auto& [digest, why] : change.files) object[digest.hex()] = why;
    return writer_([&](Journal& journal) {
        return put_states(journal, {{kQuarantineKey, dump_json(object)}});
    });
}

Result<void> Outbox::keep(const KeepStopped& change, Instant now) {
    std::string text;
    if (change.fault)
        text = dump_json(
            {{"code", change.fault->code}, {"detail", change.fault->detail}, {"at", iso_instant(now)}});
    return writer_([&](Journal& journal) { return put_states(journal, {{kStoppedKey, text}}); });
}

Result<void> Outbox::apply_feed(const FeedApplier& applier, const wire::FeedPage& page) {
    TRY(writer_([&](Journal& journal) { return applier(journal, page.items, page.next); }));
    if (TRY(read_cursor(*reader_)) != page.next)
        return fail(Code::internal, "the feed applier did not keep the cursor with its entries");
    return {};
}

}  // namespace ardager::sync

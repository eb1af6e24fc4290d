#include "kiosk/journal/attachments.h"
#include "kiosk/journal/schema.h"
#include "kiosk/journal/sqlite_journal.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

constexpr std::size_t kSaltBytes = 16;

bool is_type(std::string_view type) {
    return !type.empty() && type.size() <= tuning::kTypeLimitBytes && std::ranges::all_of(type, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    });
}

std::int64_t day_number(Date date) {
    return std::int64_t{static_cast<int>(date.year())} * 10000 +
           std::int64_t{static_cast<unsigned>(date.month())} * 100 + static_cast<unsigned>(date.day());
}

}  // namespace

class SqliteWork final : public Work {
public:
    SqliteWork(SqliteJournal& journal, store::Transaction transaction)
        : journal_(journal),
          transaction_(std::move(transaction)),
          head_(journal.head_),
          last_at_(journal.last_at_) {}

    Result<Attachment> attach(ByteView bytes, const std::string& media_type) override {
        TRY(check_open());
        return watch(store_attachment(database(), journal_.vault_, bytes, media_type, head_.seq + 1));
    }

    Result<ReceiptNumber> next_number(Date date) override {
        TRY(check_open());
        if (!date.ok()) return fail(Code::invalid_input, "number: no such day");
        return watch(count(date));
    }

    Result<Entry> append(const std::string& type, Json payload) override {
        TRY(check_open());
        if (!is_type(type))
            return fail(Code::invalid_input, "entry: a type is words of a-z, 0-9 and _ joined by dots");
        if (!payload.is_object() || payload.contains("salt"))
            return fail(Code::invalid_input, "entry: a payload is an object without a salt");
        std::array<std::uint8_t, kSaltBytes> salt{};
        journal_.random_.fill(salt);
        payload["salt"] = to_hex(salt);
        std::string text = dump_json(payload);
        if (text.size() > tuning::kPayloadLimitBytes)
            return fail(Code::invalid_input, "entry: its payload is too large");
        auto entry = watch(write(next_entry(type, text), text, payload));
        wipe(text);
        return entry;
    }

    Result<void> put_state(std::string_view key, std::string_view text) override {
        TRY(check_open());
        const Digest mark = RowMark("state").add(key).add(text).digest(journal_.vault_);
        auto row = TRY(
            database().query("INSERT INTO state VALUES (?, ?, ?)"
                             " ON CONFLICT (key) DO UPDATE SET text = excluded.text, mark = excluded.mark"));
        return watch(row.bind(1, key).bind(2, text).bind(3, mark.view()).run());
    }

    Result<void> mark_confirmed(const Digest& attachment, bool confirmed) override {
        TRY(check_open());
        return watch(confirm_attachment(database(), journal_.vault_, attachment, confirmed));
    }

    store::Database& database() override { return *journal_.database_; }

    Result<void> commit() override {
        TRY(check_open());
        state_ = State::over;
        if (auto done = transaction_.commit(); !done) return fail(journal_.failed(std::move(done).error()));
        journal_.committed(head_, last_at_);
        return {};
    }

private:
    enum class State { open, spoilt, over };

    Result<void> check_open() const {
        if (state_ == State::over) return fail(Code::conflict, "work: it is over; begin another");
        if (state_ == State::spoilt)
            return fail(Code::conflict, "work: a part of it failed; let it go and begin another");
        return {};
    }

    /// A part that failed half-way may have left rows behind: such work can only be let go. What was refused
    /// before anything was written leaves it open.
    template <class T>
    Result<T> watch(Result<T> result) {
        if (result) return result;
        const Code code = result.error().code;
        if (code == Code::not_found || code == Code::invalid_input) return result;
        state_ = State::spoilt;
        return fail(journal_.failed(std::move(result).error()));
    }

    Result<ReceiptNumber> count(Date date) {
        const auto day = static_cast<std::uint64_t>(day_number(date));
        std::uint64_t last = 0;
        {
            auto row = TRY(database().query("SELECT last, mark FROM counters WHERE day = ?"));
            if (TRY(row.bind(1, day).step())) {
                last = static_cast<std::uint64_t>(row.integer(0));
                const auto mark = Digest::from_bytes(row.blob_view(1));
                if (!mark || counter_mark(day, last) != *mark)
                    return fail(Code::record_damaged,
                                "counter of " + iso_date(date) + ": changed from outside");
            }
        }
        ++last;
        const Digest mark = counter_mark(day, last);
        auto write = TRY(
            database().query("INSERT INTO counters VALUES (?, ?, ?)"
                             " ON CONFLICT (day) DO UPDATE SET last = excluded.last, mark = excluded.mark"));
        TRY(write.bind(1, day).bind(2, last).bind(3, mark.view()).run());
        return ReceiptNumber::make(journal_.device_, date, static_cast<unsigned>(last));
    }

    Digest counter_mark(std::uint64_t day, std::uint64_t last) const {
        return RowMark("counters").add(day).add(last).digest(journal_.vault_);
    }

    Entry next_entry(const std::string& type, std::string_view text) const {
        const ClockReading reading = journal_.clock_.read();
        Entry entry;
        entry.seq = head_.seq + 1;
        entry.id = EntryId::make(reading.now, journal_.random_);
        entry.type = type;
        entry.at = reading.now;
        entry.clock = reading.mark;
        // Order is by sequence; that the wall clock went back is for staff to see and for dates to be
        // checked.
        if (head_.seq > 0 && reading.now < last_at_) entry.clock.quality = ClockQuality::suspect;
        entry.prev = head_.hash;
        entry.payload_sha256 = sha256(as_bytes(text));
        entry.hash = entry_hash(journal_.device_, entry);
        return entry;
    }

    Result<Entry> write(Entry entry, std::string_view text, const Json& payload) {
        const Bytes sealed = TRY(journal_.vault_.seal({entry.id.text(), "payload"}, as_bytes(text)));
        TRY(insert_entry(database(), entry));
        {
            auto row = TRY(database().query("INSERT INTO payloads VALUES (?, ?)"));
            TRY(row.bind(1, entry.seq).bind(2, ByteView(sealed)).run());
        }
        TRY(note_projections());
        for (Projector* projector : journal_.projectors_) TRY(projector->apply(database(), entry, payload));
        head_ = {entry.seq, entry.hash};
        last_at_ = entry.at;
        return entry;
    }

    /// A program without projections leaves those of others behind; the next one that has them starts them
    /// over.
    Result<void> note_projections() {
        if (journal_.row_.projections == journal_.projections_) return {};
        RecordRow row = journal_.row_;
        row.projections = journal_.projections_;
        return write_record_row(database(), journal_.vault_, journal_.device_, row);
    }

    SqliteJournal& journal_;
    store::Transaction transaction_;
    Head head_;
    Instant last_at_;
    State state_ = State::open;
};

Result<std::unique_ptr<Work>> SqliteJournal::begin() {
    auto transaction = store::Transaction::begin(*database_);
    if (!transaction) return fail(failed(std::move(transaction).error()));
    return std::make_unique<SqliteWork>(*this, std::move(*transaction));
}

}  // namespace ardager

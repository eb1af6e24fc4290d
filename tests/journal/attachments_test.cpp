#include "kiosk/journal/tuning.h"
#include "tests/journal/record_fixture.h"

using namespace ardager;

namespace {

Bytes page(std::size_t size, std::uint64_t seed) {
    Bytes bytes(size);
    SeededRandom random(seed);
    random.fill(bytes);
    return bytes;
}

Attachment keep(Record& record, const Bytes& bytes) {
    auto work = good(record.journal->begin());
    Attachment kept = good(work->attach(bytes, "image/jpeg"));
    good(work->append("application.accepted", {{"file", kept.digest.hex()}}));
    good(work->commit());
    return kept;
}

}  // namespace

TEST_CASE("a file is read back whole and in parts across its pieces", "[attachments]") {
    Record record;
    record.open();
    const Bytes bytes = page(2 * tuning::kPieceBytes + 77, 5);
    const Attachment kept = keep(record, bytes);
    CHECK(kept.digest == sha256(bytes));
    auto& reader = record.journal->reader();
    CHECK(good(reader.read_piece(kept.digest, 0, bytes.size() + 10)) == bytes);
    for (const auto& [offset, length] :
         std::vector<std::pair<std::size_t, std::size_t>>{{0, 1},
                                                          {tuning::kPieceBytes - 1, 2},
                                                          {100, tuning::kPieceBytes * 2},
                                                          {bytes.size() - 1, 9},
                                                          {bytes.size(), 9}}) {
        CAPTURE(offset, length);
        const auto end = std::min(bytes.size(), offset + length);
        CHECK(good(reader.read_piece(kept.digest, offset, length)) ==
              Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(offset),
                    bytes.begin() + static_cast<std::ptrdiff_t>(end)));
    }
    CHECK(reader.read_piece(sha256(as_bytes("?")), 0, 1).error().code == Code::not_found);
    CHECK(good(record.journal->verify()).attachments == 1);
}

TEST_CASE("the same contents are kept once, and a confirmed file stays confirmed", "[attachments]") {
    Record record;
    record.open();
    const Bytes bytes = page(5000, 1);
    const Attachment first = keep(record, bytes);
    {
        auto work = good(record.journal->begin());
        good(work->mark_confirmed(first.digest, true));
        good(work->commit());
    }
    keep(record, bytes);
    CHECK(good(record.journal->verify()).attachments == 1);
    CHECK(good(record.journal->reader().unconfirmed(UINT64_MAX, 10)).empty());
}

TEST_CASE("unconfirmed files come oldest first and only of entries before the mark", "[attachments]") {
    Record record;
    record.open();
    const Attachment a = keep(record, page(10, 1));
    const Attachment b = keep(record, page(20, 2));
    const Attachment c = keep(record, page(30, 3));
    auto& reader = record.journal->reader();
    CHECK(good(reader.unconfirmed(3, 10)).size() == 2);
    CHECK(good(reader.unconfirmed(100, 2)).back().digest == b.digest);
    auto work = good(record.journal->begin());
    good(work->mark_confirmed(a.digest, true));
    good(work->mark_confirmed(b.digest, true));
    good(work->mark_confirmed(b.digest, false));
    CHECK(work->mark_confirmed(sha256(as_bytes("?")), true).error().code == Code::not_found);
    good(work->commit());
    const auto left = good(reader.unconfirmed(100, 10));
    REQUIRE(left.size() == 2);
    CHECK(left[0].digest == b.digest);
    CHECK(left[1].digest == c.digest);
}

TEST_CASE("pieces that changed places do not open", "[attachments]") {
    Record record;
    record.open();
    const Attachment kept = keep(record, page(2 * tuning::kPieceBytes, 9));
    record.close();
    record.tamper(
        "DROP TRIGGER pieces_stay; UPDATE pieces SET place = 1 WHERE place = 65536;"
        "UPDATE pieces SET place = 65536 WHERE place = 65537;"
        "UPDATE pieces SET place = 65537 WHERE place = 1;"
        "CREATE TRIGGER pieces_stay BEFORE UPDATE ON pieces\n"
        "    BEGIN SELECT RAISE(ABORT, 'a piece never changes'); END");
    record.open();
    CHECK(why(record.journal->verify()) ==
          "record_damaged: attachment 1, piece 0: seal: broken, or moved from another place");
    CHECK(record.journal->reader().read_piece(kept.digest, 0, 10).error().code == Code::record_damaged);
}

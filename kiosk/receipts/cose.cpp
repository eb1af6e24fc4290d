#include "kiosk/receipts/cose.h"

#include <cbor.h>

#include <map>
#include <memory>

namespace ardager::receipts {
namespace {

/// Tag 18 (RFC 9052 §2) as its one byte. libcbor 0.8 refuses this tag when it reads, so it is taken off by
/// hand.
constexpr std::uint8_t kSign1Tag = 0xC0 | 18;
constexpr std::int64_t kAlgorithmLabel = 1;
constexpr std::int64_t kKeyIdLabel = 4;

/// Writes the shortest form of each item, definite lengths only.
class Writer {
public:
    void integer(std::int64_t value) {
        if (value >= 0)
            head(cbor_encode_uint, static_cast<std::uint64_t>(value));
        else
            head(cbor_encode_negint, static_cast<std::uint64_t>(-1 - value));
    }
    void natural(std::uint64_t value) { head(cbor_encode_uint, value); }
    void bytes(ByteView value) {
        head(cbor_encode_bytestring_start, value.size());
        out_.insert(out_.end(), value.begin(), value.end());
    }
    void text(std::string_view value) {
        head(cbor_encode_string_start, value.size());
        out_.insert(out_.end(), value.begin(), value.end());
    }
    void array(std::size_t size) { head(cbor_encode_array_start, size); }
    void map(std::size_t size) { head(cbor_encode_map_start, size); }
    [[nodiscard]] Bytes take() { return std::move(out_); }

private:
    template <class Encode, class Value>
    void head(Encode encode, Value value) {
        std::array<unsigned char, 16> room{};
        const std::size_t size = encode(value, room.data(), room.size());
        ARDAGER_CHECK(size > 0);
        out_.insert(out_.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(size));
    }
    Bytes out_;
};

struct Release {
    void operator()(cbor_item_t* item) const { cbor_decref(&item); }
};
using Item = std::unique_ptr<cbor_item_t, Release>;

Result<Item> load(ByteView bytes, const char* what) {
    cbor_load_result outcome{};
    Item item(cbor_load(bytes.data(), bytes.size(), &outcome));
    if (!item || outcome.error.code != CBOR_ERR_NONE || outcome.read != bytes.size())
        return fail(Code::invalid_input, std::string(what) + ": not one whole CBOR item");
    return item;
}

bool is_bytes(const cbor_item_t* item) {
    return cbor_isa_bytestring(item) && cbor_bytestring_is_definite(item);
}
Bytes bytes_of(const cbor_item_t* item) {
    const auto* data = cbor_bytestring_handle(item);
    return data == nullptr ? Bytes{} : Bytes(data, data + cbor_bytestring_length(item));
}

using Members = std::map<std::int64_t, const cbor_item_t*>;

/// The members of a map with small integer keys, each key once.
Result<Members> members_of(const cbor_item_t* item, const char* what) {
    if (!cbor_isa_map(item)) return fail(Code::invalid_input, std::string(what) + ": not a map");
    Members members;
    const cbor_pair* pairs = cbor_map_handle(item);
    for (std::size_t i = 0; i < cbor_map_size(item); ++i) {
        if (!cbor_isa_uint(pairs[i].key) || cbor_get_int(pairs[i].key) > 100)
            return fail(Code::invalid_input, std::string(what) + ": a key is no small number");
        const auto key = static_cast<std::int64_t>(cbor_get_int(pairs[i].key));
        if (!members.emplace(key, pairs[i].value).second)
            return fail(Code::invalid_input,
                        std::string(what) + ": key " + std::to_string(key) + " stands twice");
    }
    return members;
}

tl::unexpected<Error> bad_key(int key) {
    return fail(Code::invalid_input,
                "statement: key " + std::to_string(key) + " is missing or of another type");
}

Result<std::string> text_at(const Members& members, int key) {
    const auto at = members.find(key);
    if (at == members.end() || !cbor_isa_string(at->second) || !cbor_string_is_definite(at->second))
        return bad_key(key);
    const auto* data = reinterpret_cast<const char*>(cbor_string_handle(at->second));
    return data == nullptr ? std::string() : std::string(data, cbor_string_length(at->second));
}

Result<std::uint64_t> natural_at(const Members& members, int key) {
    const auto at = members.find(key);
    if (at == members.end() || !cbor_isa_uint(at->second)) return bad_key(key);
    return cbor_get_int(at->second);
}

Result<Bytes> bytes_at(const Members& members, int key, std::size_t size) {
    const auto at = members.find(key);
    if (at == members.end() || !is_bytes(at->second) || cbor_bytestring_length(at->second) != size)
        return bad_key(key);
    return bytes_of(at->second);
}

Result<StatementKind> parse_kind(std::string_view name) {
    if (name == statement_kind_name(StatementKind::acceptance)) return StatementKind::acceptance;
    if (name == statement_kind_name(StatementKind::refusal)) return StatementKind::refusal;
    return fail(Code::invalid_input, "statement: key 2 names an unknown kind of receipt");
}

}  // namespace

Bytes encode_signed(const SignedMessage& message) {
    Writer writer;
    writer.array(4);
    writer.bytes(message.protected_header);
    writer.map(0);
    writer.bytes(message.payload);
    writer.bytes(message.signature);
    Bytes out = writer.take();
    out.insert(out.begin(), kSign1Tag);
    return out;
}

Result<SignedMessage> decode_signed(ByteView bytes) {
    if (bytes.empty() || bytes.front() != kSign1Tag)
        return fail(Code::invalid_input, "COSE_Sign1: tag 18 is missing");
    const Item body = TRY(load(bytes.subspan(1), "COSE_Sign1"));
    if (!cbor_isa_array(body.get()) || cbor_array_size(body.get()) != 4)
        return fail(Code::invalid_input, "COSE_Sign1: not an array of four");
    cbor_item_t** parts = cbor_array_handle(body.get());
    if (!is_bytes(parts[0]) || !is_bytes(parts[2]) || !is_bytes(parts[3]))
        return fail(Code::invalid_input, "COSE_Sign1: a part is no byte string");
    SignedMessage message{bytes_of(parts[0]), bytes_of(parts[2]), bytes_of(parts[3])};
    const Bytes again = encode_signed(message);
    if (!std::ranges::equal(again, bytes))
        return fail(Code::invalid_input,
                    "COSE_Sign1: not in deterministic encoding, or with an unprotected header");
    return message;
}

Bytes signature_input(const SignedMessage& message) {
    Writer writer;
    writer.array(4);
    writer.text("Signature1");
    writer.bytes(message.protected_header);
    writer.bytes({});
    writer.bytes(message.payload);
    return writer.take();
}

Bytes encode_header(const KeyId& key) {
    Writer writer;
    writer.map(2);
    writer.integer(kAlgorithmLabel);
    writer.integer(kEs256);
    writer.integer(kKeyIdLabel);
    writer.bytes(key);
    return writer.take();
}

Result<ProtectedHeader> decode_header(ByteView bytes) {
    const Item item = TRY(load(bytes, "protected header"));
    const Members members = TRY(members_of(item.get(), "protected header"));
    const auto algorithm = members.find(kAlgorithmLabel);
    const auto key = members.find(kKeyIdLabel);
    if (members.size() != 2 || algorithm == members.end() || key == members.end() || !is_bytes(key->second))
        return fail(Code::invalid_input, "protected header: algorithm or key id is missing");
    if (!cbor_is_int(algorithm->second) || cbor_get_int(algorithm->second) > INT32_MAX)
        return fail(Code::invalid_input, "protected header: the algorithm is no small number");
    const auto value = static_cast<std::int64_t>(cbor_get_int(algorithm->second));
    return ProtectedHeader{cbor_isa_negint(algorithm->second) ? -1 - value : value, bytes_of(key->second)};
}

Bytes encode_statement(const Statement& statement) {
    Writer writer;
    writer.map(statement.due ? 8 : 7);
    writer.integer(1);
    writer.text(statement.number.text);
    writer.integer(2);
    writer.text(statement_kind_name(statement.kind));
    writer.integer(3);
    writer.integer(std::chrono::floor<std::chrono::seconds>(statement.at).time_since_epoch().count());
    if (statement.due) {
        writer.integer(4);
        writer.text(iso_date(*statement.due));
    }
    writer.integer(5);
    writer.text(statement.branch);
    writer.integer(6);
    writer.bytes(statement.application.view());
    writer.integer(7);
    writer.bytes(statement.journal_head);
    writer.integer(8);
    writer.natural(statement.seq);
    return writer.take();
}

Result<Statement> decode_statement(ByteView bytes) {
    const Item item = TRY(load(bytes, "statement"));
    const Members members = TRY(members_of(item.get(), "statement"));
    for (const auto& [key, value] : members)
        if (key < 1 || key > 8)
            return fail(Code::invalid_input, "statement: key " + std::to_string(key) +
                                                 " is unknown; a newer version may have written it");
    Statement statement;
    const std::string number = TRY(text_at(members, 1));
    statement.number = TRY(ReceiptNumber::parse(number));
    const std::string kind = TRY(text_at(members, 2));
    statement.kind = TRY(parse_kind(kind));
    const std::uint64_t seconds = TRY(natural_at(members, 3));
    if (seconds > UINT32_MAX)
        return fail(Code::invalid_input, "statement: key 3 is a time after the year 2106");
    statement.at = Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
    if (members.contains(4)) {
        const std::string due = TRY(text_at(members, 4));
        statement.due = TRY(parse_date(due));
    }
    statement.branch = TRY(text_at(members, 5));
    const Bytes application = TRY(bytes_at(members, 6, 32));
    statement.application = TRY(Digest::from_bytes(application));
    const Bytes head = TRY(bytes_at(members, 7, statement.journal_head.size()));
    std::ranges::copy(head, statement.journal_head.begin());
    statement.seq = TRY(natural_at(members, 8));
    return statement;
}

}  // namespace ardager::receipts

#include "kiosk/receipts/statement.h"

#include <zlib.h>

#include "kiosk/base/text.h"
#include "kiosk/receipts/base45.h"
#include "kiosk/receipts/cose.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

constexpr std::string_view kPrefix = "ARD1:";
/// RFC 1950 §2.2: 32 KiB window, slowest algorithm. Others are refused, so that no bit is without meaning.
constexpr std::array<std::uint8_t, 2> kZlibHeader{0x78, 0xDA};

tl::unexpected<Error> refuse(Code code, const char* reason, std::string message) {
    return fail(Error{code, "receipt statement: " + message, {{"statement", reason, std::move(message)}}});
}

Bytes deflate_whole(ByteView bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    Bytes out(size);
    const int outcome =
        compress2(out.data(), &size, bytes.data(), static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
    ARDAGER_CHECK(outcome == Z_OK);
    out.resize(size);
    return out;
}

/// Bits between the last block and the checksum, which inflate() passes over. Shape: at the end of the block.
bool padding_is_zero(const z_stream& stream) {
    const int unused_bits = stream.data_type & 7;
    return unused_bits == 0 || (stream.next_in[-1] >> (8 - unused_bits)) == 0;
}

/// Inflates one zlib stream of one block that fills the input, and refuses bits that mean nothing.
Result<Bytes> inflate_whole(const Bytes& packed) {
    const auto bad = [](const char* why) { return fail(Code::invalid_input, why); };
    if (packed.size() < 8 || packed[0] != kZlibHeader[0] || packed[1] != kZlibHeader[1])
        return bad("the zlib header is missing");
    const unsigned first = packed[2];
    const bool stored = (first & 0b110u) == 0;
    if ((first & 1u) == 0 || (stored && first != 1))
        return bad("more than one block, or padding that is not zero");

    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return fail(Code::internal, "zlib could not start");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> ending(&stream, inflateEnd);
    Bytes out(kMaximumInflatedBytes);
    stream.next_in = const_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    constexpr int kEndOfLastBlock = 128 + 64;  // zlib.h, inflate(): data_type
    int outcome = Z_OK;
    while (outcome == Z_OK) {
        const uInt before_in = stream.avail_in;
        const uInt before_out = stream.avail_out;
        outcome = inflate(&stream, Z_BLOCK);
        if (outcome == Z_OK && (stream.data_type & kEndOfLastBlock) == kEndOfLastBlock &&
            !padding_is_zero(stream))
            return bad("padding that is not zero");
        if (outcome == Z_OK && stream.avail_in == before_in && stream.avail_out == before_out) break;
    }
    if (outcome != Z_STREAM_END) {
        if (stream.avail_out == 0) return bad("inflates to more than a statement may hold");
        return bad("the stream is damaged or its checksum is wrong");
    }
    if (stream.avail_in != 0) return bad("bytes follow the stream");
    out.resize(stream.total_out);
    return out;
}

/// Base45 never ends in a blank: the last character of a group stays below W.
std::string_view without_surrounding_space(std::string_view text) {
    constexpr std::string_view kSpace = "\r\n\t ";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

Result<SignedMessage> unpack(std::string_view text) {
    text = without_surrounding_space(text);
    if (!text.starts_with(kPrefix))
        return refuse(Code::invalid_input, "prefix",
                      "not a receipt of this system: ARD1: is missing at the start");
    if (text.size() > kMaximumStatementCharacters)
        return refuse(Code::invalid_input, "base45", "longer than a QR code can be");
    auto packed = from_base45(text.substr(kPrefix.size()));
    if (!packed) return refuse(Code::invalid_input, "base45", packed.error().detail);
    auto bytes = inflate_whole(*packed);
    if (!bytes) return refuse(Code::invalid_input, "zlib", "zlib: " + bytes.error().detail);
    auto message = decode_signed(*bytes);
    if (!message) return refuse(Code::invalid_input, "cose", message.error().detail);
    return message;
}

const Verifier* find_key(const std::vector<const Verifier*>& trusted, ByteView key_id) {
    const auto at = std::ranges::find_if(trusted, [&](const Verifier* verifier) {
        return verifier != nullptr && std::ranges::equal(verifier->key_id(), key_id);
    });
    return at == trusted.end() ? nullptr : *at;
}

}  // namespace

const char* statement_kind_name(StatementKind kind) {
    return kind == StatementKind::acceptance ? "acceptance" : "refusal";
}

std::array<std::uint8_t, 16> truncated_head(const Digest& head) {
    std::array<std::uint8_t, 16> out{};
    std::copy_n(head.bytes.begin(), out.size(), out.begin());
    return out;
}

Result<std::string> sign_statement(const Statement& statement, const Signer& signer) {
    SignedMessage message{encode_header(signer.key_id()), encode_statement(statement), {}};
    const Signature signature = TRY(signer.sign(signature_input(message)));
    message.signature.assign(signature.begin(), signature.end());
    return std::string(kPrefix) + to_base45(deflate_whole(encode_signed(message)));
}

Result<Statement> verify_statement(std::string_view text, const std::vector<const Verifier*>& trusted) {
    const SignedMessage message = TRY(unpack(text));
    const auto header = decode_header(message.protected_header);
    if (!header) return refuse(Code::invalid_input, "cose", header.error().detail);
    if (header->algorithm != kEs256)
        return refuse(Code::invalid_input, "algorithm",
                      "signed with algorithm " + std::to_string(header->algorithm) + ", not ES256 (-7)");
    const Verifier* key = find_key(trusted, header->key_id);
    if (key == nullptr)
        return refuse(Code::not_allowed, "unknown_key",
                      "signed by key " + to_hex(header->key_id) + ", which is not among the trusted ones");
    Signature signature{};
    if (message.signature.size() != signature.size())
        return refuse(Code::invalid_input, "cose", "the signature is not 64 bytes long");
    std::ranges::copy(message.signature, signature.begin());
    if (!key->verify(signature_input(message), signature))
        return refuse(Code::forged, "signature",
                      "signature does not match: the content was changed or signed by another key");
    auto statement = decode_statement(message.payload);
    if (!statement) return refuse(Code::invalid_input, "content", statement.error().detail);
    return statement;
}

}  // namespace ardager::receipts

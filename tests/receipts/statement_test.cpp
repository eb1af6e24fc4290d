#include "kiosk/receipts/statement.h"

#include <zlib.h>

#include "kiosk/base/random.h"
#include "kiosk/receipts/base45.h"
#include "kiosk/receipts/cose.h"
#include "tests/receipts/samples.h"

using namespace ardager;
using namespace ardager::receipts;
using samples::statement;
using samples::TestKey;

namespace {

const KeyId kBranchKey{0xA1, 2, 3, 4, 5, 6, 7, 8};
const KeyId kOtherKey{0xB1, 2, 3, 4, 5, 6, 7, 8};

std::string reason_of(const Result<Statement>& outcome) {
    return outcome || outcome.error().fields.empty() ? "" : outcome.error().fields.front().code;
}

Bytes deflated(ByteView bytes) {
    uLongf size = compressBound(bytes.size());
    Bytes out(size);
    REQUIRE(compress2(out.data(), &size, bytes.data(), bytes.size(), 9) == Z_OK);
    out.resize(size);
    return out;
}
Bytes inflated(const std::string& text) {
    const Bytes packed = from_base45(text.substr(5)).value();
    Bytes out(4096);
    uLongf size = out.size();
    REQUIRE(uncompress(out.data(), &size, packed.data(), packed.size()) == Z_OK);
    out.resize(size);
    return out;
}
std::string wrapped(ByteView bytes) {
    return "ARD1:" + to_base45(deflated(bytes));
}

}  // namespace

TEST_CASE("base45 gives and reads the vectors of RFC 9285", "[receipts]") {
    const auto [plain, coded] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                          {"AB", "BB8"},
                                                                          {"Hello!!", "%69 VD92EX0"},
                                                                          {"base-45", "UJCLQE7W581"},
                                                                          {"ietf!", "QED8WEX0"}}));
    CHECK(to_base45(as_bytes(plain)) == coded);
    CHECK(from_base45(coded) == to_bytes(plain));
}

TEST_CASE("base45 refuses what no encoder writes", "[receipts]") {
    const std::string text = GENERATE("GGW", ":::", "A", "AAAA", "::", "ab0", "A\xC3\xA9");
    CAPTURE(text);
    CHECK_FALSE(from_base45(text).has_value());
}

TEST_CASE("base45 reads back any bytes", "[receipts]") {
    SeededRandom random(GENERATE(range(1, 20)));
    Bytes bytes(random.below(300));
    random.fill(bytes);
    CHECK(from_base45(to_base45(bytes)) == bytes);
}

TEST_CASE("a signed statement is verified offline and comes back whole", "[receipts]") {
    const TestKey key(kBranchKey);
    const TestKey other(kOtherKey);
    Statement wanted = statement();
    SECTION("of an acceptance") {}
    SECTION("of a refusal, which has no due date") {
        wanted.kind = StatementKind::refusal;
        wanted.due.reset();
    }
    const std::string text = sign_statement(wanted, key).value();
    CHECK(text.substr(0, 5) == "ARD1:");
    CHECK(text.size() < 370);  // QR version 11 with correction M holds 366
    const auto read = verify_statement("\n " + text + "\r\n", {&other, &key});
    INFO((read ? std::string() : read.error().detail));
    REQUIRE(read.has_value());
    CHECK(*read == wanted);
}

TEST_CASE("the signed payload holds what FORMAT.md lists and nothing of a person", "[receipts]") {
    const TestKey key(kBranchKey);
    const SignedMessage message = decode_signed(inflated(sign_statement(statement(), key).value())).value();
    const auto hex = [](std::string_view text) { return to_hex(as_bytes(text)); };
    CHECK(to_hex(message.payload) ==
          "a8"
          "0176" +
              hex("KRG03-K1-261123-0014-U") + "026a" + hex("acceptance") +
              "031a6b03cbd4"
              "046a" +
              hex("2026-11-24") + "0565" + hex("KRG03") + "065820" +
              sha256(as_bytes("an application")).hex() + "0750" +
              sha256(as_bytes("a head")).hex().substr(0, 32) + "081876");
    CHECK(to_hex(message.protected_header) ==
          "a20126"
          "0448"
          "a102030405060708");
}

TEST_CASE("a refused statement says which check failed", "[receipts]") {
    const TestKey key(kBranchKey);
    const TestKey other(kOtherKey);
    const TestKey impostor(kBranchKey);  // another key under the branch's id
    const std::string text = sign_statement(statement(), key).value();
    const auto check = [&](std::string_view given) { return verify_statement(given, {&key}); };

    CHECK(reason_of(check("HC1:6BFOXN")) == "prefix");
    CHECK(reason_of(check("")) == "prefix");
    CHECK(reason_of(check("ARD1:abc")) == "base45");
    CHECK(reason_of(check("ARD1:" + std::string(5000, 'A'))) == "base45");
    CHECK(reason_of(check("ARD1:" + to_base45(as_bytes("not compressed at all")))) == "zlib");
    CHECK(reason_of(check(text.substr(0, 203))) == "zlib");
    CHECK(reason_of(check(wrapped(as_bytes("no CBOR")))) == "cose");
    CHECK(reason_of(verify_statement(text, {})) == "unknown_key");
    const auto unknown = verify_statement(text, {&other});
    REQUIRE(reason_of(unknown) == "unknown_key");
    CHECK(unknown.error().code == Code::not_allowed);
    CHECK(unknown.error().detail.find("a102030405060708") != std::string::npos);
    const auto forged = verify_statement(sign_statement(statement(), impostor).value(), {&key});
    REQUIRE(reason_of(forged) == "signature");
    CHECK(forged.error().code == Code::forged);
}

TEST_CASE("a statement whose text inflates without end is refused at the limit", "[receipts]") {
    const auto outcome = verify_statement(wrapped(Bytes(1'000'000, 0)), {});
    REQUIRE(reason_of(outcome) == "zlib");
    CHECK(outcome.error().detail.find("more than a statement may hold") != std::string::npos);
}

TEST_CASE("another algorithm than ES256 is refused before any key is asked", "[receipts]") {
    const TestKey key(kBranchKey);
    SignedMessage message = decode_signed(inflated(sign_statement(statement(), key).value())).value();
    for (const std::uint8_t coded :
         {std::uint8_t{0x27}, std::uint8_t{0x22}, std::uint8_t{0x00}}) {  // EdDSA (-8), -3, 0
        message.protected_header[2] = coded;
        CHECK(reason_of(verify_statement(wrapped(encode_signed(message)), {&key})) == "algorithm");
    }
}

TEST_CASE("a signed payload that is no statement is refused for its content", "[receipts]") {
    const TestKey key(kBranchKey);
    SignedMessage message{encode_header(kBranchKey), {0xA1, 0x09, 0x01}, {}};
    const Signature signature = key.sign(signature_input(message)).value();
    message.signature.assign(signature.begin(), signature.end());
    CHECK(reason_of(verify_statement(wrapped(encode_signed(message)), {&key})) == "content");
}

TEST_CASE("every flipped byte of a statement is refused with a reason", "[receipts]") {
    const TestKey key(kBranchKey);
    const std::string text = sign_statement(statement(), key).value();
    SeededRandom random(9285);
    const auto flipped = [&](std::uint8_t byte) {
        return static_cast<std::uint8_t>(byte ^ (1 + random.below(255)));
    };
    SECTION("in the text") {
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string changed = text;
            changed[at] = static_cast<char>(flipped(static_cast<std::uint8_t>(text[at])));
            CAPTURE(at, changed[at]);
            REQUIRE_FALSE(reason_of(verify_statement(changed, {&key})).empty());
        }
    }
    SECTION("in the compressed bytes, each single bit") {
        const Bytes packed = from_base45(text.substr(5)).value();
        for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
            Bytes changed = packed;
            changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
            CAPTURE(bit);
            REQUIRE_FALSE(reason_of(verify_statement("ARD1:" + to_base45(changed), {&key})).empty());
        }
    }
    SECTION("in the COSE message, compressed again") {
        const Bytes message = inflated(text);
        for (std::size_t at = 0; at < message.size(); ++at) {
            Bytes changed = message;
            changed[at] = flipped(message[at]);
            CAPTURE(at);
            REQUIRE_FALSE(reason_of(verify_statement(wrapped(changed), {&key})).empty());
        }
    }
}

TEST_CASE("a statement cut at any place is refused", "[receipts]") {
    const TestKey key(kBranchKey);
    const std::string text = sign_statement(statement(), key).value();
    for (std::size_t size = 0; size < text.size(); ++size) {
        CAPTURE(size);
        REQUIRE_FALSE(reason_of(verify_statement(text.substr(0, size), {&key})).empty());
    }
}

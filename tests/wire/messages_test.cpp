#include <catch2/catch.hpp>

#include "sync/wire/messages.h"

using namespace ardager;

namespace {

/// Signs by digest: enough to see which bytes a signature covers.
class DigestVerifier final : public Verifier {
public:
    explicit DigestVerifier(KeyId key) : key_(key) {}
    [[nodiscard]] KeyId key_id() const override { return key_; }
    [[nodiscard]] bool verify(ByteView message, const Signature& signature) const override {
        return signature == sign(message);
    }
    static Signature sign(ByteView message) {
        Signature out{};
        const Digest digest = sha256(message);
        std::copy(digest.bytes.begin(), digest.bytes.end(), out.begin());
        return out;
    }

private:
    KeyId key_;
};

constexpr KeyId kKey{1, 2, 3, 4, 5, 6, 7, 8};

wire::Acknowledgement example() {
    wire::Acknowledgement ack;
    ack.device = "KRG03-K1";
    ack.epoch = 2;
    ack.next_seq = 119;
    ack.head.bytes.fill(0xab);
    ack.at = *parse_instant("2026-11-23T05:15:00.250Z");
    ack.key = kKey;
    ack.signature = DigestVerifier::sign(as_bytes(ack.signed_text()));
    return ack;
}

std::string with(std::string text, std::string_view what, std::string_view put) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), put);
}

}  // namespace

TEST_CASE("an acknowledgement signs the text that FORMAT.md shows", "[wire]") {
    std::string head;
    for (int i = 0; i < 32; ++i) head += "ab";
    CHECK(example().signed_text() ==
          "ardager-ack-v1\nKRG03-K1\n2\n119\n" + head + "\n2026-11-23T05:15:00.250Z\n0102030405060708\n");
}

TEST_CASE("every message comes back as it was", "[wire]") {
    const auto ack = example();
    CHECK(*wire::Acknowledgement::from_json(ack.to_json()) == ack);

    const wire::WhoAmI who{"KRG03-K1", "device", ack.at, 2, 119, ack.head, "-----BEGIN CERTIFICATE-----\n"};
    CHECK(wire::WhoAmI::from_json(who.to_json())->to_json() == who.to_json());

    const wire::Refusal gap{wire::refusal::gap, "expected \"7\"", 7};
    CHECK(wire::Refusal::from_json(gap.to_json())->expected_seq == 7);
    const wire::Refusal busy{wire::refusal::busy, "", std::nullopt};
    CHECK(wire::Refusal::from_json(busy.to_json())->expected_seq == std::nullopt);

    wire::FeedPage page;
    page.items.push_back(
        {5, "019abcde-0000-7000-8000-000000000001", "decision.granted", ack.at, {{"number", "x"}}});
    page.next = 5;
    const auto read = wire::FeedPage::from_json(page.to_json());
    REQUIRE(read);
    CHECK(read->items == page.items);
    CHECK(read->next == 5);
}

TEST_CASE("a message with wrong members is refused", "[wire]") {
    const std::string ack = example().to_json();
    CHECK_FALSE(wire::Acknowledgement::from_json(with(ack, "\"epoch\":2", "\"epoch\":-2")));
    CHECK_FALSE(wire::Acknowledgement::from_json(with(ack, "\"epoch\":2", "\"epoch\":2,\"epoch\":3")));
    CHECK_FALSE(wire::Acknowledgement::from_json(with(ack, "\"epoch\":2", "\"epoch\":2,\"extra\":3")));
    CHECK_FALSE(wire::Acknowledgement::from_json(with(ack, "\"epoch\":2,", "")));
    CHECK_FALSE(wire::Acknowledgement::from_json(with(ack, "0102030405060708", "01020304050607")));
    CHECK_FALSE(wire::Acknowledgement::from_json(with(ack, "05:15:00.250Z", "10:15:00.250+05:00")));
    CHECK_FALSE(wire::Acknowledgement::from_json("[]"));
    CHECK_FALSE(wire::Refusal::from_json(R"({"code":"no such code","detail":""})"));
    CHECK_FALSE(wire::FeedPage::from_json(R"({"items":[],"next":"1"})"));
    CHECK_FALSE(wire::FeedPage::from_json("<html>Please log in</html>"));
    for (std::size_t size = 0; size < ack.size(); ++size)
        CHECK_FALSE(wire::Acknowledgement::from_json(ack.substr(0, size)));
}

TEST_CASE("a feed whose cursors do not grow is refused", "[wire]") {
    wire::FeedPage page;
    page.items.push_back({5, "019abcde-0000-7000-8000-000000000001", "decision.granted", {}, Json::object()});
    page.items.push_back({5, "019abcde-0000-7000-8000-000000000002", "decision.granted", {}, Json::object()});
    page.next = 5;
    CHECK_FALSE(wire::FeedPage::from_json(page.to_json()));
    page.items[1].cursor = 6;
    CHECK_FALSE(wire::FeedPage::from_json(page.to_json()));
    page.next = 6;
    CHECK(wire::FeedPage::from_json(page.to_json()));
}

TEST_CASE("an acknowledgement is checked for device, key and signature", "[wire]") {
    const DigestVerifier gateway(kKey);
    CHECK(wire::check_acknowledgement(example(), "KRG03-K1", gateway));
    const auto complaint = [](const wire::Acknowledgement& ack, const char* device,
                              const Verifier& verifier) {
        const auto checked = wire::check_acknowledgement(ack, device, verifier);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == Code::forged);
        return checked.error().detail;
    };
    CHECK(complaint(example(), "KRG03-K2", gateway).find("device") != std::string::npos);
    CHECK(complaint(example(), "KRG03-K1", DigestVerifier(KeyId{9})).find("key") != std::string::npos);
    for (int member = 0; member < 5; ++member) {
        CAPTURE(member);
        auto ack = example();
        if (member == 0) ack.epoch += 1;
        if (member == 1) ack.next_seq += 1;
        if (member == 2) ack.head.bytes[31] ^= 1U;
        if (member == 3) ack.at += Milliseconds(1);
        if (member == 4) ack.signature[0] ^= 1U;
        CHECK(complaint(ack, "KRG03-K1", gateway).find("signature") != std::string::npos);
    }
}

TEST_CASE("a refused certificate is told apart from other refusals", "[wire]") {
    const auto answer = [](const char* code, int status) {
        return wire::HttpResponse{
            status, {{"ardager-protocol", "1"}}, wire::Refusal{code, "d", {}}.to_json()};
    };
    using wire::LineFault;
    CHECK(wire::certificate_refusal(answer("certificate_expired", 403))->fault ==
          LineFault::rejected_expired);
    CHECK(wire::certificate_refusal(answer("certificate_revoked", 403))->fault ==
          LineFault::rejected_revoked);
    CHECK(wire::certificate_refusal(answer("certificate_unknown", 403))->fault ==
          LineFault::rejected_unknown);
    CHECK_FALSE(wire::certificate_refusal(answer("wrong_device", 403)));
    CHECK_FALSE(wire::certificate_refusal(answer("certificate_revoked", 200)));
    auto portal = answer("certificate_revoked", 403);
    portal.headers.clear();
    CHECK_FALSE(wire::certificate_refusal(portal));
}

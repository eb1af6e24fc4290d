#include "kiosk/journal/anchor.h"

#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

constexpr std::string_view kMagic = "ARDANCH1";
constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kFixedBytes = kMagic.size() + 8 + 8 + kDigestBytes + 4;
constexpr std::size_t kSealedBytes = tuning::kAnchorSlotBytes - kDigestBytes;
constexpr std::size_t kAcknowledgementLimitBytes = kSealedBytes - kFixedBytes;

std::uint64_t read_number(ByteView bytes) {
    std::uint64_t value = 0;
    for (const auto byte : bytes) value = (value << 8) | byte;
    return value;
}

}  // namespace

Digest Anchor::seal_of(ByteView slot) const {
    Bytes text;
    put_sized(text, as_bytes(device_));
    text.insert(text.end(), slot.begin(), slot.begin() + kSealedBytes);
    return vault_->blind("record-anchor", as_text(text));
}

Bytes Anchor::encode(const AnchorMark& mark) const {
    Bytes slot = to_bytes(kMagic);
    slot.reserve(tuning::kAnchorSlotBytes);
    put_u64(slot, generation_);
    put_u64(slot, mark.head.seq);
    slot.insert(slot.end(), mark.head.hash.bytes.begin(), mark.head.hash.bytes.end());
    put_sized(slot, as_bytes(mark.acknowledgement));
    slot.resize(kSealedBytes);
    const Digest seal = seal_of(slot);
    slot.insert(slot.end(), seal.bytes.begin(), seal.bytes.end());
    return slot;
}

std::optional<AnchorMark> Anchor::decode(ByteView slot, std::uint64_t& generation) const {
    if (slot.size() != tuning::kAnchorSlotBytes || as_text(slot.first(kMagic.size())) != kMagic)
        return std::nullopt;
    const Digest seal = seal_of(slot);
    if (!std::equal(seal.bytes.begin(), seal.bytes.end(), slot.begin() + kSealedBytes)) return std::nullopt;
    ByteView rest = slot.subspan(kMagic.size());
    const auto take = [&rest](std::size_t size) {
        const ByteView part = rest.first(size);
        rest = rest.subspan(size);
        return part;
    };
    AnchorMark mark;
    generation = read_number(take(8));
    mark.head.seq = read_number(take(8));
    const ByteView hash = take(kDigestBytes);
    std::copy(hash.begin(), hash.end(), mark.head.hash.bytes.begin());
    const auto size = static_cast<std::size_t>(read_number(take(4)));
    if (size > kAcknowledgementLimitBytes) return std::nullopt;
    mark.acknowledgement = as_text(take(size));
    return mark;
}

Result<Anchor> Anchor::load(std::shared_ptr<AnchorFile> file, const Vault& vault, const DeviceId& device) {
    Anchor anchor(std::move(file), vault, device);
    const Bytes bytes = TRY(anchor.file_->read());
    for (std::size_t slot = 0; slot < 2; ++slot) {
        const std::size_t from = slot * tuning::kAnchorSlotBytes;
        if (bytes.size() < from + tuning::kAnchorSlotBytes) break;
        std::uint64_t generation = 0;
        auto mark = anchor.decode(ByteView(bytes).subspan(from, tuning::kAnchorSlotBytes), generation);
        if (!mark || (anchor.mark_ && generation < anchor.generation_)) continue;
        anchor.mark_ = std::move(mark);
        anchor.generation_ = generation;
        anchor.kept_slot_ = slot;
    }
    anchor.unreadable_ = !bytes.empty() && !anchor.mark_;
    return anchor;
}

Result<void> Anchor::write(AnchorMark mark) {
    if (mark_ == mark) return {};
    ++generation_;
    TRY(file_->write((1 - kept_slot_) * tuning::kAnchorSlotBytes, encode(mark)));
    mark_ = std::move(mark);
    unflushed_ = true;
    return {};
}

Result<void> Anchor::set_head(const Head& head) {
    return write({head, mark_ ? mark_->acknowledgement : std::string()});
}

Result<void> Anchor::set_acknowledgement(std::string_view text) {
    if (text.size() > kAcknowledgementLimitBytes)
        return fail(Code::invalid_input, "anchor: acknowledgement too long");
    return write({mark_ ? mark_->head : Head{}, std::string(text)});
}

Result<void> Anchor::sync() {
    if (!unflushed_) return {};
    TRY(file_->sync());
    kept_slot_ = 1 - kept_slot_;
    unflushed_ = false;
    return {};
}

}  // namespace ardager

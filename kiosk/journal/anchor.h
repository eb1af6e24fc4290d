// The head anchor: what this device last committed and was last acknowledged, kept outside the database so
// that a database put back from an older copy, or one that lost its tail, is noticed. FORMAT.md describes its
// two slots. Owned by the record thread. It never gets ahead of the database: it is written after the commit
// returned.
#pragma once

#include <optional>

#include "kiosk/journal/anchor_file.h"
#include "kiosk/journal/chain.h"
#include "kiosk/vault/vault.h"

namespace ardager {

struct AnchorMark {
    Head head;
    std::string acknowledgement;  // the gateway's signed text; empty before the first
    bool operator==(const AnchorMark&) const = default;
};

class Anchor {
public:
    /// Reads both slots and keeps the newest good one. A missing, torn or foreign anchor is no error: it says
    /// nothing then. Error: disk.
    [[nodiscard]] static Result<Anchor> load(std::shared_ptr<AnchorFile> file, const Vault& vault,
                                             const DeviceId& device);

    [[nodiscard]] const std::optional<AnchorMark>& mark() const { return mark_; }
    /// True when the file has bytes but no good slot.
    [[nodiscard]] bool unreadable() const { return unreadable_; }
    /// Overwrites the slot that is not flushed; nothing is written when nothing changed. Error: disk.
    [[nodiscard]] Result<void> set_head(const Head& head);
    /// Errors: invalid_input when the text is longer than a slot holds; disk.
    [[nodiscard]] Result<void> set_acknowledgement(std::string_view text);
    /// On disk afterwards; the slot that was written becomes the one to keep. Error: disk.
    [[nodiscard]] Result<void> sync();

private:
    Anchor(std::shared_ptr<AnchorFile> file, const Vault& vault, const DeviceId& device)
        : file_(std::move(file)), vault_(&vault), device_(device.text()) {}
    [[nodiscard]] Result<void> write(AnchorMark mark);
    [[nodiscard]] Bytes encode(const AnchorMark& mark) const;
    [[nodiscard]] std::optional<AnchorMark> decode(ByteView slot, std::uint64_t& generation) const;
    [[nodiscard]] Digest seal_of(ByteView slot) const;

    std::shared_ptr<AnchorFile> file_;
    const Vault* vault_;
    std::string device_;
    std::optional<AnchorMark> mark_;
    std::uint64_t generation_ = 0;
    std::size_t kept_slot_ = 1;  // flushed; a torn write of the other leaves it whole
    bool unflushed_ = false;
    bool unreadable_ = false;
};

}  // namespace ardager

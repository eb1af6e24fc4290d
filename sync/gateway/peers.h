// The allow-list: which certificates may speak, and as whom. A database of its own beside the gateway's
// record, because the command line changes it while a gateway runs, and a record has exactly one writing
// process. One thread; a lookup reads the disk's current state, so that a revocation counts from the next
// request on.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "kiosk/base/ids.h"
#include "kiosk/store/database.h"

namespace ardager::gateway {

enum class Role { device, officer };
enum class PeerStatus { active, revoked };

/// One certificate that was let in. Shape: `name` is a DeviceId's text for a device, an officer's label
/// otherwise.
struct ListedPeer {
    std::string fingerprint;  // SHA-256 of the certificate's DER, 64 lower-case hex digits
    Role role = Role::device;
    std::string name;
    PeerStatus status = PeerStatus::active;
    bool operator==(const ListedPeer&) const = default;
};

[[nodiscard]] const char* role_name(Role role);
[[nodiscard]] const char* peer_status_name(PeerStatus status);

class PeerList {
public:
    /// Opens or creates. Errors: disk, record_damaged.
    [[nodiscard]] static Result<std::unique_ptr<PeerList>> open(const std::filesystem::path& path,
                                                                const std::string& vfs = {});
    [[nodiscard]] Result<std::optional<ListedPeer>> find(std::string_view fingerprint);
    /// Adds, or lets the same certificate in again. Errors: conflict when it belongs to another name; disk.
    [[nodiscard]] Result<void> add(const ListedPeer& peer);
    /// Shuts out one certificate, or with an empty fingerprint every one of that name. Error: not_found.
    [[nodiscard]] Result<void> revoke(Role role, std::string_view name, std::string_view fingerprint);
    [[nodiscard]] Result<std::vector<ListedPeer>> list(Role role);

private:
    explicit PeerList(std::unique_ptr<store::Database> database) : database_(std::move(database)) {}
    std::unique_ptr<store::Database> database_;
};

}  // namespace ardager::gateway

#include "sync/gateway/peers.h"

#include "sync/gateway/sqlite_schema.h"

namespace ardager::gateway {
namespace {

Result<Role> parse_role(const std::string& name) {
    if (name == "device") return Role::device;
    if (name == "officer") return Role::officer;
    return fail(Code::record_damaged, "allow-list: a role that this program does not know");
}

Result<ListedPeer> read_row(const store::Query& query) {
    const Role role = TRY(parse_role(query.text(1)));
    return ListedPeer{query.text(0), role, query.text(2),
                      query.text(3) == "active" ? PeerStatus::active : PeerStatus::revoked};
}

}  // namespace

const char* role_name(Role role) {
    return role == Role::device ? "device" : "officer";
}
const char* peer_status_name(PeerStatus status) {
    return status == PeerStatus::active ? "active" : "revoked";
}

Result<std::unique_ptr<PeerList>> PeerList::open(const std::filesystem::path& path, const std::string& vfs) {
    store::Options options;
    options.path = path;
    options.vfs = vfs;
    options.renew_wal = false;  // a running gateway may have this file open
    auto database = TRY(store::Database::open(options));
    TRY(database->migrate(kPeerMigrations));
    return std::unique_ptr<PeerList>(new PeerList(std::move(database)));
}

Result<std::optional<ListedPeer>> PeerList::find(std::string_view fingerprint) {
    auto query =
        TRY(database_->query("SELECT fingerprint, role, name, status FROM peers WHERE fingerprint = ?1"));
    query.bind(1, fingerprint);
    if (!TRY(query.step())) return std::optional<ListedPeer>{};
    return std::optional(TRY(read_row(query)));
}

Result<void> PeerList::add(const ListedPeer& peer) {
    std::string branch;
    if (peer.role == Role::device) branch = TRY(DeviceId::parse(peer.name)).branch;
    auto transaction = TRY(store::Transaction::begin(*database_));
    const auto known = TRY(find(peer.fingerprint));
    if (known && (known->role != peer.role || known->name != peer.name))
        return fail(Code::conflict,
                    "this certificate is listed for " + known->name + " already; give each its own");
    {
        auto query = TRY(database_->query(
            "INSERT INTO peers(fingerprint, role, name, branch, status) VALUES(?1, ?2, ?3, ?4, ?5) "
            "ON CONFLICT(fingerprint) DO UPDATE SET status = excluded.status"));
        query.bind(1, peer.fingerprint).bind(2, role_name(peer.role)).bind(3, peer.name).bind(4, branch);
        TRY(query.bind(5, peer_status_name(peer.status)).run());
    }
    return transaction.commit();
}

Result<void> PeerList::revoke(Role role, std::string_view name, std::string_view fingerprint) {
    auto transaction = TRY(store::Transaction::begin(*database_));
    bool found = false;
    {
        auto query =
            TRY(database_->query("UPDATE peers SET status = 'revoked' WHERE role = ?1 AND name = ?2 "
                                 "AND (?3 = '' OR fingerprint = ?3) RETURNING 1"));
        query.bind(1, role_name(role)).bind(2, name).bind(3, fingerprint);
        while (TRY(query.step())) found = true;
    }
    if (!found) return fail(Code::not_found, "no certificate of " + std::string(name) + " is on the list");
    return transaction.commit();
}

Result<std::vector<ListedPeer>> PeerList::list(Role role) {
    auto query = TRY(database_->query(
        "SELECT fingerprint, role, name, status FROM peers WHERE role = ?1 ORDER BY name, fingerprint"));
    query.bind(1, role_name(role));
    std::vector<ListedPeer> out;
    while (TRY(query.step())) out.push_back(TRY(read_row(query)));
    return out;
}

}  // namespace ardager::gateway

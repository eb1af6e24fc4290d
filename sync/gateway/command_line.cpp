#include "sync/gateway/command_line.h"

#include <algorithm>
#include <set>

#include "kiosk/base/files.h"
#include "sync/gateway/record_lock.h"
#include "sync/gateway/sqlite_store.h"
#include "sync/gateway/tls.h"

namespace ardager::gateway {
namespace {

constexpr std::size_t kMostCertificateBytes = 64U << 10;  // a chain of several; ours have 1 KiB

Result<std::unique_ptr<PeerList>> open_peers(const CommandLine& line) {
    const SqliteStoreOptions options{TRY(line.need("data")), {}};
    TRY(make_private_folder(options.folder));
    return PeerList::open(options.peers());
}

Result<std::string> fingerprint_option(const CommandLine& line) {
    const std::string path = TRY(line.need("cert"));
    const auto pem = read_file(path, kMostCertificateBytes);
    if (!pem) return fail(Code::invalid_input, "--cert " + path + ": " + pem.error().detail);
    const auto fingerprint = certificate_fingerprint(as_text(*pem));
    if (!fingerprint) return fail(Code::invalid_input, "--cert " + path + ": " + fingerprint.error().detail);
    return *fingerprint;
}

/// A device goes by its id, an officer by a label without spaces.
Result<std::string> name_option(const CommandLine& line, Role role) {
    if (role == Role::device) return TRY(DeviceId::parse(TRY(line.need("device")))).text();
    std::string name = TRY(line.need("name"));
    const bool plain = name.size() <= 64 && name.find_first_not_of(
                                                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                "0123456789._-") == std::string::npos;
    if (name.empty() || !plain)
        return fail(Code::invalid_input, "--name: up to 64 letters a-z, digits, dot, dash, underscore");
    return name;
}

Result<void> add(const CommandLine& line, Role role, std::ostream& out) {
    ListedPeer peer;
    peer.fingerprint = TRY(fingerprint_option(line));
    peer.role = role;
    peer.name = TRY(name_option(line, role));
    TRY(TRY(open_peers(line))->add(peer));
    out << role_name(role) << ' ' << peer.name << " may connect with certificate " << peer.fingerprint
        << '\n';
    return {};
}

Result<void> revoke(const CommandLine& line, Role role, std::ostream& out) {
    const std::string name = TRY(name_option(line, role));
    const std::string fingerprint =
        line.options.contains("cert") ? TRY(fingerprint_option(line)) : std::string();
    TRY(TRY(open_peers(line))->revoke(role, name, fingerprint));
    out << role_name(role) << ' ' << name << " is refused from its next request on\n";
    return {};
}

Result<void> list(const CommandLine& line, Role role, std::ostream& out) {
    for (const auto& peer : TRY(TRY(open_peers(line))->list(role)))
        out << peer.name << ' ' << peer_status_name(peer.status) << ' ' << peer.fingerprint << '\n';
    return {};
}

Result<void> unfence(const CommandLine& line, std::ostream& out) {
    const std::string device = TRY(name_option(line, Role::device));
    const SqliteStoreOptions options{TRY(line.need("data")), {}};
    const RecordLock lock = TRY(RecordLock::take(options.folder));
    const auto store = TRY(SqliteStore::open(options));
    auto transaction = TRY(store->begin());
    JournalRow journal = TRY(store->journal(device));
    journal.fenced = false;
    TRY(store->put_journal(device, journal));
    TRY(transaction->commit());
    out << "device " << device << " may write again, from entry " << journal.next_seq << '\n';
    return {};
}

Result<void> restored(const CommandLine& line, std::ostream& out) {
    const SqliteStoreOptions options{TRY(line.need("data")), {}};
    const RecordLock lock = TRY(RecordLock::take(options.folder));
    const auto store = TRY(SqliteStore::open(options));
    auto transaction = TRY(store->begin());
    const std::uint64_t epoch = TRY(store->raise_epoch());
    TRY(transaction->commit());
    out << "epoch " << epoch << ": devices will send again what this record does not have\n";
    return {};
}

}  // namespace

const char* usage() {
    return "ardager-gateway --role ministry --data DIR --listen ADDRESS:PORT --cert F --key F --ca F\n"
           "ardager-gateway --data DIR device add|revoke|list|unfence --device KRG03-K1 [--cert F]\n"
           "ardager-gateway --data DIR officer add|revoke|list --name LABEL [--cert F]\n"
           "ardager-gateway --data DIR restored        after the record came back from a backup\n"
           "ardager-gateway --help | --version\n";
}

Result<std::string> CommandLine::need(const std::string& option) const {
    const auto found = options.find(option);
    if (found == options.end()) return fail(Code::invalid_input, "--" + option + " is missing");
    return found->second;
}

std::string CommandLine::get(const std::string& option, const std::string& otherwise) const {
    const auto found = options.find(option);
    return found == options.end() ? otherwise : found->second;
}

Result<CommandLine> read_command_line(std::span<const char* const> arguments) {
    static const std::set<std::string> kKnown{"role", "data", "listen", "cert",
                                              "key",  "ca",   "device", "name"};
    CommandLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string word = arguments[i];
        if (!word.starts_with("--") || word == "--help" || word == "--version") {
            line.words.push_back(word);
            continue;
        }
        const std::string option = word.substr(2);
        if (!kKnown.contains(option)) return fail(Code::invalid_input, word + ": no such option");
        if (i + 1 >= arguments.size()) return fail(Code::invalid_input, word + " needs a value");
        if (!line.options.emplace(option, arguments[++i]).second)
            return fail(Code::invalid_input, word + " stands twice");
    }
    return line;
}

Result<void> run_command(const CommandLine& line, std::ostream& out) {
    const auto asks = [&](const char* word) {
        return std::find(line.words.begin(), line.words.end(), word) != line.words.end();
    };
    if (asks("--help") || asks("--version")) {
        out << (asks("--help") ? usage() : "ardager-gateway " ARDAGER_VERSION "\n");
        return {};
    }
    if (line.words == std::vector<std::string>{"restored"}) return restored(line, out);
    const bool peers = line.words.size() == 2 && (line.words[0] == "device" || line.words[0] == "officer");
    const Role role = peers && line.words[0] == "officer" ? Role::officer : Role::device;
    const std::string verb = peers ? line.words[1] : "";
    if (verb == "add") return add(line, role, out);
    if (verb == "revoke") return revoke(line, role, out);
    if (verb == "list") return list(line, role, out);
    if (verb == "unfence" && role == Role::device) return unfence(line, out);
    return fail(Code::invalid_input, "no such command");
}

int exit_code(const Error& error) {
    switch (error.code) {
        case Code::invalid_input:
        case Code::invalid_field:
        case Code::not_found:
        case Code::conflict:
            return 2;
        case Code::not_now:
        case Code::line:
            return 4;
        case Code::record_damaged:
            return 5;
        default:
            return 1;
    }
}

}  // namespace ardager::gateway

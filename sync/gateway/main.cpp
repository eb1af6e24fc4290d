// ardager-gateway: the receiving end at the ministry. Chooses the real clock, randomness, keys and store.
#include <csignal>
#include <iostream>

#include "kiosk/base/files.h"
#include "kiosk/vault/file_key_source.h"
#include "kiosk/vault/process_hardening.h"
#include "kiosk/vault/signing_key.h"
#include "sync/gateway/command_line.h"
#include "sync/gateway/record_lock.h"
#include "sync/gateway/server.h"
#include "sync/gateway/sqlite_store.h"

namespace ardager::gateway {
namespace {

/// `127.0.0.1:8443` or `[::1]:8443`.
Result<ServerOptions> read_listen(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    const auto wrong = [&] {
        return fail(Code::invalid_input, "--listen " + text + ": write it as 127.0.0.1:8443");
    };
    if (colon == std::string::npos) return wrong();
    ServerOptions options;
    options.address = text.substr(0, colon);
    if (options.address.starts_with('[') && options.address.ends_with(']'))
        options.address = options.address.substr(1, options.address.size() - 2);
    const std::string port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos)
        return wrong();
    const unsigned long number = std::stoul(port);
    if (number > 65535) return wrong();
    options.port = static_cast<std::uint16_t>(number);
    return options;
}

/// The key is made with the record, once: without its key an existing record is closed for ever, and a new
/// key would only hide that.
Result<std::unique_ptr<Vault>> open_ministry_vault(const SqliteStoreOptions& store, Random& random) {
    const auto path = store.folder / "vault.key";
    if (!std::filesystem::exists(path)) {
        if (std::filesystem::exists(store.record()))
            return fail(Code::record_damaged,
                        path.string() + " is gone but the record is there; put the key back from its backup");
        TRY(FileKeySource::create(path, random));
    }
    FileKeySource source(path);
    return open_vault(source, random);
}

int wait_for_the_end() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    int which = 0;
    sigwait(&ends, &which);
    return which;
}

/// Before any thread starts, so that only wait_for_the_end() sees them.
void hold_signals() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

Result<void> serve(const CommandLine& line) {
    ServerOptions options = TRY(read_listen(TRY(line.need("listen"))));
    options.files.certificate = TRY(line.need("cert"));
    options.files.key = TRY(line.need("key"));
    options.files.ca = TRY(line.need("ca"));
    const SqliteStoreOptions store_options{TRY(line.need("data")), {}};
    TRY(make_private_folder(store_options.folder));

    const RecordLock lock = TRY(RecordLock::take(store_options.folder));
    SystemClock clock;
    SystemRandom random;
    const auto vault = TRY(open_ministry_vault(store_options, random));
    const auto store = TRY(SqliteStore::open(store_options));
    const auto signer = TRY(load_signer(options.files.key, options.files.certificate));
    constexpr std::size_t kMostChainBytes = 64U << 10;
    const Bytes certificate = TRY(read_file(options.files.certificate, kMostChainBytes));
    Service service({*store, *vault, *signer, clock, random, std::string(as_text(certificate))});

    hold_signals();
    const auto server = TRY(Server::start(options, service));
    std::cout << "ardager-gateway: ministry, listening on " << options.address << ':' << server->port()
              << std::endl;
    wait_for_the_end();
    server->stop();
    std::cout << "ardager-gateway: stopped" << std::endl;
    return {};
}

Result<void> run(const CommandLine& line) {
    if (!line.words.empty()) return run_command(line, std::cout);
    const std::string role = TRY(line.need("role"));
    if (role == "branch")
        return fail(Code::invalid_input,
                    "--role branch: the branch hub is not in this version; run --role ministry");
    if (role != "ministry") return fail(Code::invalid_input, "--role " + role + ": only ministry is there");
    return serve(line);
}

}  // namespace
}  // namespace ardager::gateway

int main(int count, char** arguments) {
    using namespace ardager;
    const auto hardened = harden_process();
    if (!hardened) {
        std::cerr << "ardager-gateway: " << hardened.error().detail << '\n';
        return gateway::exit_code(hardened.error());
    }
    const auto line = gateway::read_command_line(
        std::span<const char* const>(arguments + 1, static_cast<std::size_t>(count - 1)));
    const auto done = line ? gateway::run(*line) : Result<void>(fail(line.error()));
    if (done) return 0;
    std::cerr << "ardager-gateway: " << done.error().detail << '\n';
    const int code = gateway::exit_code(done.error());
    if (code == 2) std::cerr << gateway::usage();
    return code;
}

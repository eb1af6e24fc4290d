#include "kiosk/dev_world.h"

#include <spawn.h>
#include <sys/wait.h>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/vault/file_key_source.h"
#include "kiosk/vault/signing_key.h"
#include "sync/gateway/server.h"
#include "sync/gateway/sqlite_store.h"
#include "sync/https/https.h"
#include "sync/wire/messages.h"

extern char** environ;

namespace ardager {
namespace {

constexpr std::size_t kCertificateLimit = 64U << 10;

/// Runs a program and waits for it. Error: internal with its exit code.
Result<void> run_program(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0)
        return fail(Code::not_found, words[0] + ": cannot be started");
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(Code::internal, words[0] + ": ended with " + std::to_string(WEXITSTATUS(status)));
    return {};
}

Result<std::string> read_text(const std::filesystem::path& file) {
    return std::string(as_text(TRY(read_file(file, kCertificateLimit))));
}

/// The dev dock's cut cable: calls fail at once, a long poll ends, nothing of the real transport is touched.
class LineSwitch final : public wire::Transport {
public:
    LineSwitch(std::unique_ptr<wire::Transport> inner, const std::atomic<bool>& up)
        : inner_(std::move(inner)), up_(up) {}
    tl::expected<wire::HttpResponse, wire::LineError> call(const wire::HttpRequest& request,
                                                           int limit_ms) override {
        const auto cut = [] {
            return tl::unexpected(wire::LineError{wire::LineFault::unreachable, "the dev dock cut the line"});
        };
        if (!up_) return cut();
        auto response = inner_->call(request, limit_ms);
        if (!up_) return cut();
        return response;
    }
    void interrupt() override { inner_->interrupt(); }

private:
    std::unique_ptr<wire::Transport> inner_;
    const std::atomic<bool>& up_;
};

OfficeConfig sample_branch() {
    auto config = default_config({"KRG03", "K1"});
    config.branch_name = {"№ 3 бөлім · Қарағанды қ.", "Отдел № 3 · г. Караганда",
                          "Department No. 3 · Karaganda"};
    config.branch_address = {"Қарағанды қ., Ержанов к-сі, 47/3", "г. Караганда, ул. Ержанова, 47/3",
                             "47/3 Yerzhanov St, Karaganda"};
    config.branch_phone = "+7 7212 000000";
    config.employee_name = "Сынақова Айгүл Тестқызы";
    config.employee_phone = "+7 7212 000001";
    return config;
}

}  // namespace

struct DevWorld::Gateway {
    std::unique_ptr<gateway::SqliteStore> store;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Signer> signer;
    std::unique_ptr<gateway::Service> service;
    std::unique_ptr<gateway::Server> server;
};

DevWorld::DevWorld(OfficePaths paths, SystemClock& clock) : paths_(std::move(paths)), clock_(clock) {}

DevWorld::~DevWorld() {
    if (gateway_ && gateway_->server) gateway_->server->stop();
}

Result<std::unique_ptr<DevWorld>> DevWorld::open(const std::filesystem::path& folder,
                                                 const std::filesystem::path& assets, SystemClock& clock,
                                                 Random& random) {
    const auto root = std::filesystem::absolute(folder) / "dev";
    std::error_code error;
    std::filesystem::remove_all(root, error);
    std::filesystem::create_directories(root, error);
    if (error) return fail(Code::disk, root.string() + ": cannot be made: " + error.message());
    std::unique_ptr<DevWorld> world(new DevWorld({root / "branch", assets}, clock));
    world->pki_ = root / "pki";
    TRY(run_program({source_folder("packaging/dev-pki.sh").string(), world->pki_.string()}));
    TRY(world->open_gateway(root / "ministry", random));
    TRY(world->open_branch(random));
    auto printer = std::make_unique<hw::FakePrinter>(std::filesystem::absolute(folder) / "paper");
    auto scanner = std::make_unique<hw::FakeScanner>();
    auto reader = std::make_unique<hw::FakeIdentityReader>();
    auto camera = std::make_unique<hw::FakeCamera>();
    world->printer_ = printer.get();
    world->scanner_ = scanner.get();
    world->reader_ = reader.get();
    world->camera_ = camera.get();
    world->devices_ = {std::move(printer), std::move(scanner), std::move(reader), std::move(camera)};
    return world;
}

Result<void> DevWorld::open_gateway(const std::filesystem::path& folder, Random& random) {
    std::filesystem::create_directories(folder);
    gateway_ = std::make_unique<Gateway>();
    TRY(FileKeySource::create(folder / "vault.key", random));
    FileKeySource key(folder / "vault.key");
    gateway_->vault = TRY(open_vault(key, random));
    gateway_->store = TRY(gateway::SqliteStore::open({folder, {}}));
    gateway_->signer = TRY(load_signer(pki_ / "gateway.key.pem", pki_ / "gateway.cert.pem"));
    const auto let_in = [&](const char* name, gateway::Role role) -> Result<void> {
        const auto pem = TRY(read_text(pki_ / (std::string(name) + ".cert.pem")));
        const auto fingerprint = TRY(gateway::certificate_fingerprint(pem));
        return gateway_->store->peers().add({fingerprint, role, name, gateway::PeerStatus::active});
    };
    TRY(let_in("KRG03-K1", gateway::Role::device));
    TRY(let_in("officer", gateway::Role::officer));
    gateway_->service = std::make_unique<gateway::Service>(
        gateway::Office{*gateway_->store, *gateway_->vault, *gateway_->signer, clock_, random,
                        TRY(read_text(pki_ / "gateway.cert.pem"))});
    gateway::ServerOptions options;
    options.files = {pki_ / "gateway.cert.pem", pki_ / "gateway.key.pem", pki_ / "ca.cert.pem"};
    gateway_->server = TRY(gateway::Server::start(options, *gateway_->service));
    url_ = "https://localhost:" + std::to_string(gateway_->server->port());
    officer_ = TRY(https::HttpsTransport::create(
        {url_, pki_ / "officer.cert.pem", pki_ / "officer.key.pem", pki_ / "ca.cert.pem"}));
    return {};
}

Result<void> DevWorld::open_branch(Random& random) {
    auto config = sample_branch();
    config.gateway = {url_, pki_ / "KRG03-K1.cert.pem", pki_ / "KRG03-K1.key.pem", pki_ / "ca.cert.pem"};
    return Office::create(paths_, config, clock_, random);
}

hw::DeviceSet DevWorld::take_devices() {
    return std::move(devices_);
}

std::unique_ptr<wire::Transport> DevWorld::wrap(std::unique_ptr<wire::Transport> transport) {
    return std::make_unique<LineSwitch>(std::move(transport), line_up_);
}

Result<Json> DevWorld::officer_call(const wire::HttpRequest& request) {
    const auto response = officer_->call(request, 0);
    if (!response) return fail(Code::line, response.error().detail);
    if (response->status != 200)
        return fail(Code::conflict, TRY(wire::Refusal::from_json(response->body)).detail);
    return parse_json(response->body);
}

Result<std::vector<MinistryRow>> DevWorld::applications() {
    const auto page = TRY(officer_call({"GET", "/v1/provider/applications", {}, {}}));
    std::vector<MinistryRow> rows;
    for (const auto& item : page.at("applications")) {
        auto& row = rows.emplace_back();
        row.number = TRY(json_text(item, "number"));
        row.state = TRY(json_text(item, "state"));
    }
    return rows;
}

Result<void> DevWorld::decide(const std::string& number, const Json& decision) {
    TRY(officer_call({"POST",
                      "/v1/provider/applications/" + number + "/decisions",
                      {{"Content-Type", "application/json"}},
                      dump_json(decision)}));
    return {};
}

}  // namespace ardager

#include "tests/bench/world.h"

#include <cstdio>
#include <cstdlib>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/cases/accept_application.h"
#include "kiosk/cases/apply_feed.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/vault/self_signed.h"
#include "kiosk/vault/signing_key.h"
#include "tests/bench/pictures.h"
#include "tests/bench/sample_config.h"

namespace ardager::bench {
namespace {

constexpr std::uint64_t kLargestPicture = 300'000;  // more than one piece of 256 KiB now and then
constexpr unsigned kMostPasses = 60;                // a calm world is done in a handful
constexpr const char* kSurname = "Ардагеров";
constexpr const char* kPhone = "+77010000000";
constexpr const char* kIin = "250509300018";

class WorldKey final : public KeySource {
public:
    explicit WorldKey(std::uint8_t key) : key_(key) {}
    Result<Bytes> load() override { return Bytes(32, key_); }

private:
    std::uint8_t key_;
};

/// One pair of keys and one reading of the law for all worlds: neither changes in them.
struct Common {
    std::filesystem::path folder;
    std::string certificate;
    LawBook law;
    Common() : law(LawBook::load(source_folder("assets")).value()) {
        std::string pattern = (std::filesystem::temp_directory_path() / "ardager-world-XXXXXX").string();
        ARDAGER_CHECK(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        const auto start = parse_instant("2026-11-23T05:00:00Z").value();
        ARDAGER_CHECK(
            create_signing_key(folder / "key.pem", folder / "cert.pem", "world", start).has_value());
        certificate = as_text(read_file(folder / "cert.pem", 1U << 16).value());
    }
    ~Common() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Common(const Common&) = delete;
    Common& operator=(const Common&) = delete;
    [[nodiscard]] std::unique_ptr<Signer> signer() const {
        return load_signer(folder / "key.pem", folder / "cert.pem").value();
    }
};

const Common& common() {
    static const Common it;
    return it;
}

const gateway::Peer kDevicePeer{std::string(64, 'a'), false, "KRG03-K1"};
const gateway::Peer kOfficerPeer{std::string(64, 'b'), false, "officer"};

std::string name_of(const char* kind, std::uint64_t seed) {
    return std::string("world-") + kind + "-" + std::to_string(seed);
}

}  // namespace

struct World::Kiosk {
    std::unique_ptr<Office> office;
    std::unique_ptr<sync::Outbox> outbox;
    std::unique_ptr<sync::SyncRunner> runner;
};

struct World::Ministry {
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Signer> signer;
    std::unique_ptr<gateway::SqliteStore> store;
    std::unique_ptr<gateway::Service> service;
};

World::World(std::uint64_t seed)
    : seed_(seed),
      random_(seed),
      clock_(parse_instant("2026-11-23T05:00:00Z").value()),
      kiosk_disk_(name_of("kiosk", seed)),
      ministry_disk_(name_of("ministry", seed)) {
    open_ministry();
    link_ = std::make_unique<Link>(
        random_, clock_,
        [this](const wire::HttpRequest& request) { return ministry_->service->handle(request, kDevicePeer); },
        [this](const wire::HttpRequest& request) { ministry_->service->keep_partial(request, kDevicePeer); });
    open_kiosk();
}

World::~World() = default;

void World::note(const std::string& event) {
    ++events_[event];
    if (std::getenv("ARDAGER_TRACE") == nullptr) return;
    const auto head = kiosk_ ? kiosk_->office->journal().head() : Head{};
    std::fprintf(stderr, "%s  head %llu %s\n", event.c_str(), static_cast<unsigned long long>(head.seq),
                 head.hash.hex().substr(0, 8).c_str());
}

/// A fault may hit the opening itself: then it is opened again, as a program would be started again.
void World::open_kiosk() {
    kiosk_.reset();
    JournalOptions record;
    record.paths.folder = "/simulated";
    record.device = {"KRG03", "K1"};
    record.vfs = name_of("kiosk", seed_);
    record.reserve_bytes = 0;
    record.anchor = kiosk_disk_.anchor_file("/simulated/record.anchor");
    record.free_bytes = []() -> Result<std::uint64_t> { return 1U << 30; };
    WorldKey key(7);
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto office = Office::open({"/simulated", {}}, record, key, sample_config(record.device),
                                   common().signer(), common().law, clock_, random_);
        if (!office) {
            if (office.error().code == Code::record_damaged)
                faults_.push_back("the kiosk's record does not open: " + office.error().detail);
            continue;
        }
        auto reader = JournalReader::open((*office)->record, *(*office)->vault);
        if (!reader) continue;
        kiosk_ = std::make_unique<Kiosk>();
        kiosk_->office = std::move(*office);
        kiosk_->outbox = std::make_unique<sync::Outbox>(
            std::move(*reader), record.device,
            [this](const auto& change) { return change(kiosk_->office->journal()); });
        kiosk_->runner = std::make_unique<sync::SyncRunner>(
            *kiosk_->outbox, *link_, [](const std::string& pem) { return load_verifier(pem); },
            [this](Journal&, const auto& items, std::uint64_t next) {
                return apply_feed(*kiosk_->office, items, next);
            },
            clock_, random_);
        return;
    }
    faults_.emplace_back("the kiosk does not start any more");
}

void World::open_ministry() {
    ministry_ = std::make_unique<Ministry>();
    WorldKey key(9);
    ministry_->vault = open_vault(key, random_).value();
    ministry_->signer = common().signer();
    for (int attempt = 0; attempt < 5 && !ministry_->store; ++attempt) {
        auto store = gateway::SqliteStore::open({"/ministry", name_of("ministry", seed_)});
        if (!store) continue;
        const bool listed = (*store)
                                ->peers()
                                .add({kDevicePeer.certificate_fingerprint, gateway::Role::device, "KRG03-K1",
                                      gateway::PeerStatus::active})
                                .has_value() &&
                            (*store)
                                ->peers()
                                .add({kOfficerPeer.certificate_fingerprint, gateway::Role::officer, "officer",
                                      gateway::PeerStatus::active})
                                .has_value();
        if (listed) ministry_->store = std::move(*store);
    }
    ARDAGER_CHECK(ministry_->store != nullptr);
    ministry_->service = std::make_unique<gateway::Service>(gateway::Office{
        *ministry_->store, *ministry_->vault, *ministry_->signer, clock_, random_, common().certificate});
}

Bytes World::any_picture() {
    return make_png(random_, 200 + random_.below(kLargestPicture));
}

void World::accept() {
    ApplicationDraft draft{
        "veteran-certificate",
        "kk",
        {kIin, kSurname, "Сынақ", "Тестұлы", "1925-05-09", kPhone, "351010000", "Ержанов к-сі, 12"}};
    draft.consent = true;
    draft.pickup_branch = "KRG03";
    Promise promise;
    for (std::uint64_t i = 0; i <= random_.below(3); ++i) promise.files.push_back(any_picture());
    draft.documents.push_back({"military_id", "НО 123456", {}});
    for (const auto& bytes : promise.files) draft.documents[0].files.push_back({"page.png", bytes});
    const auto accepted = accept_application(*kiosk_->office, draft);
    if (accepted) {
        note("accepted");
        promise.number = accepted->number.text;
        promises_.push_back(std::move(promise));
        return;
    }
    note("not accepted: " + std::string(code_name(accepted.error().code)));
    // Nothing was promised; a program whose record is in doubt is started again.
    if (accepted.error().code != Code::disk) open_kiosk();
}

void World::refuse() {
    ApplicationDraft draft{
        "veteran-certificate",
        "ru",
        {kIin, kSurname, "Сынақ", "", "1925-05-09", kPhone, "351010000", "Ержанов к-сі, 12"}};
    draft.consent = true;
    draft.pickup_branch = "KRG03";
    const auto refused = refuse_acceptance(*kiosk_->office, draft);
    if (refused) {
        note("refused");
        promises_.push_back({refused->number.text, false, {}});
    } else if (refused.error().code != Code::disk) {
        open_kiosk();
    }
}

void World::print() {
    if (promises_.empty()) return;
    const auto& number = promises_[static_cast<std::size_t>(random_.below(promises_.size()))].number;
    auto work = kiosk_->office->journal().begin();
    if (!work) return;
    const auto entry = (*work)->append("receipt.printed", Json{{"number", number}, {"copy", 1}});
    if (!entry) return;
    if (const auto kept = kiosk_->office->keep(std::move(*work), entry->id);
        !kept && kept.error().code != Code::disk)
        open_kiosk();
}

void World::serve_counter() {
    const auto acted = counter_.acts(*kiosk_->office, random_);
    if (acted)
        note("counter served");
    else if (acted.error().code != Code::disk)
        open_kiosk();
}

void World::pass() {
    const auto result = kiosk_->runner->pass(0);
    note(result.completed() ? "pass completed" : "pass: " + result.fault->code);
    if (result.fault && result.fault->of_record) {
        if (result.fault->code == "outcome_unknown" || result.fault->code == "disk") return open_kiosk();
        faults_.push_back("a pass speaks of the record: " + result.fault->code + ": " + result.fault->detail);
    }
}

void World::decide() {
    if (promises_.empty()) return;
    const auto& number = promises_[static_cast<std::size_t>(random_.below(promises_.size()))].number;
    const std::array<Json, 4> decisions{
        Json{{"kind", "register"}}, Json{{"kind", "extend"}, {"days", 30}, {"reason", "растау"}},
        Json{{"kind", "grant"}}, Json{{"kind", "refuse"}, {"reason", "дұрыс емес"}}};
    const auto& decision = decisions[static_cast<std::size_t>(random_.below(decisions.size()))];
    const auto answer = ministry_->service->handle(
        {"POST", "/v1/provider/applications/" + number + "/decisions", {}, dump_json(decision)},
        kOfficerPeer);
    if (answer.status == 200) note("decided");
}

void World::hurt_kiosk() {
    switch (random_.below(4)) {
        case 0:
            note("kiosk lost power");
            kiosk_disk_.crash(random_);
            return open_kiosk();
        case 1:
            note("kiosk killed");
            kiosk_disk_.kill_program();
            return open_kiosk();
        case 2:
            note("kiosk's flush will fail");
            return kiosk_disk_.arm_fault(DiskOperation::sync, DiskFault::input_output,
                                         static_cast<unsigned>(random_.below(4)));
        default:
            note("kiosk's write will fail");
            return kiosk_disk_.arm_fault(DiskOperation::write,
                                         random_.below(2) == 0 ? DiskFault::full : DiskFault::input_output,
                                         static_cast<unsigned>(random_.below(40)));
    }
}

void World::hurt_ministry() {
    switch (random_.below(4)) {
        case 0:
            note("ministry lost power");
            ministry_disk_.crash(random_);
            return open_ministry();
        case 1:
            note("ministry killed");
            ministry_disk_.kill_program();
            return open_ministry();
        case 2:
            return ministry_disk_.arm_fault(DiskOperation::sync, DiskFault::input_output,
                                            static_cast<unsigned>(random_.below(4)));
        default:
            return ministry_disk_.arm_fault(DiskOperation::write,
                                            random_.below(2) == 0 ? DiskFault::full : DiskFault::input_output,
                                            static_cast<unsigned>(random_.below(40)));
    }
}

void World::step() {
    if (!faults_.empty() || kiosk_ == nullptr) return;
    clock_.advance(std::chrono::seconds(random_.below(300)));
    const auto dice = random_.below(100);
    if (dice < 28)
        accept();
    else if (dice < 36)
        refuse();
    else if (dice < 42)
        print();
    else if (dice < 50)
        serve_counter();
    else if (dice < 74)
        pass();
    else if (dice < 80)
        decide();
    else if (dice < 85)
        link_->set_up(!link_->up());
    else if (dice < 93)
        hurt_kiosk();
    else
        hurt_ministry();
}

void World::settle() {
    if (kiosk_ == nullptr) return;
    kiosk_disk_.disarm();
    ministry_disk_.disarm();
    link_->set_up(true);
    link_->set_weather(Weather::calm);
    open_ministry();
    open_kiosk();
    for (unsigned i = 0; i < kMostPasses && kiosk_ != nullptr; ++i) {
        pass();
        const auto standing = kiosk_->outbox->standing();
        if (standing && standing->waiting == 0 && !standing->files_wait) return;
    }
    faults_.emplace_back("after the faults stopped something still waits");
}

Json World::ask_officer(const std::string& target) {
    const auto answer = ministry_->service->handle({"GET", target, {}, {}}, kOfficerPeer);
    return answer.status == 200 ? parse_json(answer.body).value() : Json(nullptr);
}

void World::check_number(const Promise& promise, const std::map<std::string, unsigned>& listed,
                         std::vector<std::string>& broken) {
    const auto found = listed.find(promise.number);
    if (found == listed.end() || found->second != 1) {
        broken.push_back(promise.number + (found == listed.end() ? " is lost" : " arrived twice"));
        return;
    }
    const auto application = ask_officer("/v1/provider/applications/" + promise.number);
    if (application.is_null()) return broken.push_back(promise.number + " cannot be read at the ministry");
    if (promise.accepted && !application.contains("told_at"))
        broken.push_back(promise.number + ": the provider was not told");
    if (!promise.accepted) return;
    for (const auto& bytes : promise.files) {
        const auto answer = ministry_->service->handle(
            {"GET", "/v1/provider/files/" + sha256(bytes).hex(), {}, {}}, kOfficerPeer);
        if (answer.status != 200 || answer.body != as_text(bytes))
            broken.push_back(promise.number + ": a file is not identical");
    }
}

void World::check_secrets(std::vector<std::string>& broken) const {
    for (const auto* disk : {&kiosk_disk_, &ministry_disk_})
        for (const auto& file : disk->files()) {
            const auto bytes = disk->contents(file);
            const auto text = as_text(bytes);
            for (const char* secret : {kSurname, kPhone, kIin})
                if (text.find(secret) != std::string_view::npos)
                    broken.push_back(file + " holds personal data in clear");
        }
}

std::vector<std::string> World::broken_promises() {
    auto broken = faults_;
    if (kiosk_ == nullptr) return broken;
    std::map<std::string, unsigned> listed;
    for (const char* kind : {"application", "refusal"})
        for (std::uint64_t after = 0;;) {
            const auto page = ask_officer("/v1/provider/applications?kind=" + std::string(kind) +
                                          "&after=" + std::to_string(after));
            if (page.is_null() || page.at("applications").empty()) break;
            for (const auto& item : page.at("applications")) ++listed[item.at("number").get<std::string>()];
            after = page.at("next").get<std::uint64_t>();
        }
    for (const auto& promise : promises_) check_number(promise, listed, broken);
    counter_.check(*kiosk_->office, broken);
    const auto verified = kiosk_->office->journal().verify();
    if (!verified) broken.push_back("the kiosk's journal: " + verified.error().detail);
    const auto journal = ministry_->store->journal("KRG03-K1");
    const auto head = kiosk_->office->journal().head();
    if (!journal || journal->head != head.hash || journal->next_seq != head.seq + 1)
        broken.emplace_back("the ministry's head is not the kiosk's");
    check_secrets(broken);
    return broken;
}

}  // namespace ardager::bench

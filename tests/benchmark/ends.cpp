#include "tests/benchmark/ends.h"

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/vault/file_key_source.h"
#include "kiosk/vault/signing_key.h"
#include "tests/bench/pictures.h"
#include "tests/bench/sample_config.h"
#include "tests/benchmark/figures.h"
#include "tests/benchmark/scratch.h"

namespace ardager::bench {
namespace {

constexpr std::size_t kCertificateLimit = std::size_t{64} * 1024;
constexpr std::size_t kPayloadBytes = 1'500;
constexpr unsigned kFillBatch = 100;

std::string read_text(const std::filesystem::path& file) {
    return std::string(as_text(need(read_file(file, kCertificateLimit))));
}

/// Words of such papers, drawn at random: a text that compresses as texts do, not as one repeated line does.
std::string any_words(Random& random, std::size_t bytes) {
    static constexpr std::array kWords{"әскери",   "билет",   "жазба", "архив",     "қызмет",   "майдан",
                                       "куәлік",   "дивизия", "полк",  "госпиталь", "бұйрық",   "марапат",
                                       "анықтама", "туған",   "жылы",  "облысы",    "ауданы",   "ауылы",
                                       "көшесі",   "үй",      "пәтер", "телефон",   "өкіл",     "сенімхат",
                                       "ветеран",  "соғыс",   "еңбек", "мүгедек",   "жеңілдік", "мәртебе"};
    std::string text;
    while (text.size() < bytes) {
        text += kWords[static_cast<std::size_t>(random.below(kWords.size()))];
        text += " " + std::to_string(random.below(1000)) + " ";
    }
    return text;
}

Json sample_payload(const ReceiptNumber& number, Random& random) {
    Json payload{{"number", number.text},
                 {"service", "veteran-certificate"},
                 {"standard_version", "2026"},
                 {"language", "kk"},
                 {"accepted_at", "2026-11-23T05:15:00.000Z"},
                 {"day_of_acceptance", "2026-11-23"},
                 {"due", "2026-11-30"},
                 {"applicant",
                  {{"iin", "250509300018"},
                   {"surname", "Сынақов"},
                   {"given_name", "Сынақ"},
                   {"patronymic", "Тестұлы"},
                   {"birth_date", "1925-05-09"},
                   {"phone", "+7701" + std::to_string(1'000'000 + random.below(9'000'000))},
                   {"kato", "351010000"},
                   {"address", "Ержанов к-сі, " + std::to_string(random.below(200))}}},
                 {"representative", nullptr},
                 {"consent", true},
                 {"pickup_branch", "KRG03"},
                 {"provider", "351010000"},
                 {"channel", "kiosk"},
                 {"documents", Json::array()}};
    const std::size_t so_far = dump_json(payload).size() + 80;  // the note's key and the salt come on top
    payload["note"] = any_words(random, kPayloadBytes - std::min(so_far, kPayloadBytes));
    return payload;
}

}  // namespace

void make_certificates(const std::filesystem::path& folder) {
    Child script({source_folder("packaging/dev-pki.sh").string(), folder.string()});
    if (script.wait() != 0) give_up({Code::internal, "packaging/dev-pki.sh failed", {}});
}

MinistryEnd::MinistryEnd(const std::filesystem::path& folder, std::filesystem::path pki) {
    need(FileKeySource::create(folder / "vault.key", random_));
    FileKeySource key(folder / "vault.key");
    vault_ = need(open_vault(key, random_));
    store_ = need(gateway::SqliteStore::open({folder, {}}));
    signer_ = need(load_signer(pki / "gateway.key.pem", pki / "gateway.cert.pem"));
    const auto let_in = [&](const std::string& name, gateway::Role role) {
        auto fingerprint = need(gateway::certificate_fingerprint(read_text(pki / (name + ".cert.pem"))));
        need(store_->peers().add({fingerprint, role, name, gateway::PeerStatus::active}));
        return fingerprint;
    };
    let_in("KRG03-K1", gateway::Role::device);
    officer_.certificate_fingerprint = let_in("officer", gateway::Role::officer);
    service_ = std::make_unique<gateway::Service>(
        gateway::Office{*store_, *vault_, *signer_, clock_, random_, read_text(pki / "gateway.cert.pem")});
    gateway::ServerOptions options;
    options.files = {pki / "gateway.cert.pem", pki / "gateway.key.pem", pki / "ca.cert.pem"};
    server_ = need(gateway::Server::start(options, *service_));
}

MinistryEnd::~MinistryEnd() {
    server_->stop();
}

std::string MinistryEnd::file(const Digest& digest) {
    auto answer = server_->call({"GET", "/v1/provider/files/" + digest.hex(), {}, {}}, officer_);
    return answer.status == 200 ? std::move(answer.body) : std::string();
}

BranchEnd::BranchEnd(const std::filesystem::path& folder) {
    const OfficePaths paths{folder, source_folder("assets")};
    if (!std::filesystem::exists(paths.config())) {
        auto config = sample_config();
        config.branch_name = {"№ 3 бөлім · Қарағанды қ.", "Отдел № 3 · г. Караганда", "Department No. 3"};
        need(Office::create(paths, config, clock_, random_));
    }
    office_ = need(Office::open(paths, clock_, random_));
}

sync::SyncRunner& BranchEnd::connect(const std::filesystem::path& pki, std::uint16_t port) {
    auto config = office_->config;
    config.gateway = {"https://localhost:" + std::to_string(port), pki / "KRG03-K1.cert.pem",
                      pki / "KRG03-K1.key.pem", pki / "ca.cert.pem"};
    SyncLine::Parts parts{config, office_->record, *office_->vault, clock_, random_, {}, {}};
    parts.writer = [this](const auto& change) { return change(*office_); };
    line_ = need(SyncLine::open(std::move(parts)));
    return line_->runner();
}

bool BranchEnd::drained() {
    const auto standing = need(sync::read_standing(office_->journal().reader()));
    return standing.waiting == 0 && !standing.files_wait && standing.quarantined.empty();
}

ApplicationDraft sample_draft(Random& random, unsigned pages, std::size_t page_bytes) {
    ApplicationDraft draft{"veteran-certificate", "kk", {}, {}, {}, true, "KRG03"};
    draft.applicant = {"250509300018", "Сынақов",      "Сынақ",     "Тестұлы",
                       "1925-05-09",   "+77010000001", "351010000", "Ержанов к-сі, 12"};
    draft.documents.push_back({"military_id", "НО 123456", {}});
    for (unsigned i = 0; i < pages; ++i)
        draft.documents[0].files.push_back({"page.png", make_png(random, page_bytes)});
    return draft;
}

std::vector<std::string> fill_record(Office& office, unsigned count) {
    SeededRandom random(2026);
    const Date today = office.clock.today();
    std::vector<std::uint64_t> places;
    for (unsigned made = 0; made < count;) {
        auto work = need(office.journal().begin());
        for (unsigned i = 0; i < kFillBatch && made < count; ++i, ++made) {
            const auto number = need(work->next_number(today));
            places.push_back(need(work->append("application.accepted", sample_payload(number, random))).seq);
        }
        need(work->commit());
    }
    std::vector<std::string> payloads;
    payloads.reserve(places.size());
    for (const auto seq : places) payloads.push_back(need(office.journal().reader().read(seq)).payload);
    return payloads;
}

}  // namespace ardager::bench

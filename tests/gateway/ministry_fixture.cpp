#include "tests/gateway/ministry_fixture.h"

#include <cstdlib>

#include "kiosk/base/files.h"
#include "kiosk/vault/self_signed.h"
#include "kiosk/vault/signing_key.h"

namespace ardager::gateway {
namespace {

class FixedKey final : public KeySource {
public:
    Result<Bytes> load() override { return Bytes(32, 0x5A); }
};

const Instant kMorning = *parse_instant("2026-11-23T05:00:00.000Z");

Json describe(const std::vector<Scan>& pages) {
    Json files = Json::array();
    for (const auto& page : pages)
        files.push_back(
            {{"sha256", page.digest().hex()}, {"size", page.bytes.size()}, {"media_type", page.media_type}});
    return Json::array({{{"kind", "military_id"}, {"number", "НО 123456"}, {"files", std::move(files)}}});
}

wire::HttpRequest tus(const std::string& method, const std::string& target, wire::Headers headers,
                      std::string body = {}) {
    headers.emplace_back("Tus-Resumable", "1.0.0");
    return {method, target, std::move(headers), std::move(body)};
}

}  // namespace

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ardager-gateway-XXXXXX").string();
    const char* made = ::mkdtemp(pattern.data());
    REQUIRE(made != nullptr);
    path_ = made;
}
Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Kiosk::Kiosk(const std::string& device)
    : device_(*DeviceId::parse(device)), random_(std::hash<std::string>{}(device)) {}

wire::WireEntry Kiosk::writes(const std::string& type, const Json& payload) {
    wire::WireEntry out;
    out.payload = dump_json(payload);
    out.entry.seq = journal_.size() + 1;
    out.entry.at = kMorning + std::chrono::minutes(journal_.size());
    out.entry.id = EntryId::make(out.entry.at, random_);
    out.entry.type = type;
    out.entry.clock = {"boot", 1000 * out.entry.seq, std::nullopt, ClockQuality::unverified};
    if (!journal_.empty()) out.entry.prev = journal_.back().entry.hash;
    out.entry.payload_sha256 = sha256(as_bytes(out.payload));
    out.entry.hash = entry_hash(device_, out.entry);
    journal_.push_back(out);
    return out;
}

wire::WireEntry Kiosk::accepts(const std::vector<Scan>& pages) {
    last_number_ = next_number().text;
    return writes("application.accepted", {{"number", last_number_},
                                           {"service", "veteran-certificate"},
                                           {"due", "2026-11-24"},
                                           {"language", "kk"},
                                           {"applicant",
                                            {{"surname", "Ардагеров"},
                                             {"given_name", "Сынақ"},
                                             {"patronymic", "Тестұлы"},
                                             {"iin", "250509300018"}}},
                                           {"documents", describe(pages)},
                                           {"pickup_branch", device_.branch},
                                           {"provider", "351010000"}});
}

wire::WireEntry Kiosk::refuses() {
    last_number_ = next_number().text;
    return writes("acceptance.refused", {{"number", last_number_},
                                         {"service", "veteran-certificate"},
                                         {"language", "kk"},
                                         {"missing", {"service_evidence"}}});
}

ReceiptNumber Kiosk::next_number() {
    return ReceiptNumber::make(device_, local_date(kMorning), ++counter_);
}

Peer Kiosk::peer() const {
    return {sha256(as_bytes(device_.text())).hex(), false, device_.text()};
}

Ministry::Ministry() {
    FixedKey key;
    vault_ = std::move(*open_vault(key, random_));
    const auto key_pem = folder() / "key.pem";
    const auto certificate_pem = folder() / "certificate.pem";
    REQUIRE(create_signing_key(key_pem, certificate_pem, "gateway", kMorning));
    signer_ = std::move(*load_signer(key_pem, certificate_pem));
    certificate_ = as_text(*read_file(certificate_pem, 100'000));
    restarts();
    REQUIRE(store_->peers().add(
        {officer().certificate_fingerprint, Role::officer, "officer-1", PeerStatus::active}));
}

void Ministry::restarts() {
    service_.reset();
    store_.reset();
    store_ = std::move(*SqliteStore::open({folder(), {}}));
    service_ = std::make_unique<Service>(Office{*store_, *vault_, *signer_, clock, random_, certificate_});
}

void Ministry::lists(const Kiosk& kiosk) {
    REQUIRE(store_->peers().add(
        {kiosk.peer().certificate_fingerprint, Role::device, kiosk.name(), PeerStatus::active}));
}
void Ministry::revokes(const Kiosk& kiosk) {
    REQUIRE(store_->peers().revoke(Role::device, kiosk.name(), ""));
}

Peer Ministry::officer() const {
    return {sha256(as_bytes("officer")).hex(), false, "officer"};
}

wire::HttpResponse Ministry::answers(const wire::HttpRequest& request, const Peer& peer) {
    return service_->handle(request, peer);
}
wire::HttpResponse Ministry::answers(const std::string& method, const std::string& target, const Peer& peer,
                                     const std::string& body) {
    return answers({method, target, {}, body}, peer);
}

wire::HttpResponse Ministry::receives(const Kiosk& from, const Batch& batch) {
    return answers({"POST",
                    "/v1/journals/" + from.name() + "/entries",
                    {{"Content-Encoding", "zstd"}},
                    wire::compress(wire::encode_entries(batch))},
                   from.peer());
}

wire::HttpResponse Ministry::creates(const Kiosk& from, const Scan& scan) {
    const std::string metadata = "sha256 " + to_base64(as_bytes(scan.digest().hex())) + ",type " +
                                 to_base64(as_bytes(scan.media_type));
    return answers(tus("POST", "/v1/files",
                       {{"Upload-Length", std::to_string(scan.bytes.size())}, {"Upload-Metadata", metadata}}),
                   from.peer());
}

wire::HttpResponse Ministry::takes_piece(const Kiosk& from, const Scan& scan, std::size_t offset,
                                         const std::string& bytes) {
    return answers(tus("PATCH", "/v1/files/" + scan.digest().hex(),
                       {{"Content-Type", "application/offset+octet-stream"},
                        {"Upload-Offset", std::to_string(offset)},
                        {"Upload-Checksum", "sha256 " + to_base64(sha256(as_bytes(bytes)).view())}},
                       bytes),
                   from.peer());
}

wire::HttpResponse Ministry::offset_of(const Kiosk& from, const Scan& scan) {
    return answers(tus("HEAD", "/v1/files/" + scan.digest().hex(), {}), from.peer());
}

void Ministry::takes_file(const Kiosk& from, const Scan& scan) {
    REQUIRE(creates(from, scan).status == 201);
    REQUIRE(takes_piece(from, scan, 0, scan.bytes).status == 204);
}

wire::HttpResponse Ministry::decides(const std::string& number, const Json& decision) {
    return answers("POST", "/v1/provider/applications/" + number + "/decisions", officer(),
                   dump_json(decision));
}

Json Ministry::application(const std::string& number) {
    const auto response = answers("GET", "/v1/provider/applications/" + number, officer());
    return response.status == 200 ? *parse_json(response.body) : Json();
}

wire::FeedPage Ministry::feed(const Kiosk& of, std::uint64_t after) {
    const auto response = answers("GET", "/v1/feed?after=" + std::to_string(after), of.peer());
    REQUIRE(response.status == 200);
    return *wire::FeedPage::from_json(response.body);
}

std::string code_of(const wire::HttpResponse& response) {
    const auto refused = wire::Refusal::from_json(response.body);
    return refused ? refused->code : "none";
}
std::uint64_t expected_of(const wire::HttpResponse& response) {
    const auto refused = wire::Refusal::from_json(response.body);
    return refused ? refused->expected_seq.value_or(0) : 0;
}
std::string offset_header(const wire::HttpResponse& response) {
    return wire::header(response.headers, "Upload-Offset");
}

}  // namespace ardager::gateway

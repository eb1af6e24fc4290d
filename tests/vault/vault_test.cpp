#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "kiosk/vault/file_key_source.h"
#include "kiosk/vault/gcm.h"
#include "kiosk/vault/process_hardening.h"

using namespace ardager;

namespace {

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(code_name(result.error().code) << ": " << result.error().detail);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class FixedKey final : public KeySource {
public:
    explicit FixedKey(Bytes key) : key_(std::move(key)) {}
    Result<Bytes> load() override { return key_; }

private:
    Bytes key_;
};

std::unique_ptr<Vault> vault_with(Random& random, std::uint8_t key = 1) {
    FixedKey source(Bytes(32, key));
    return good(open_vault(source, random));
}

const SealPlace kPlace{"018f-entry", "payload"};

class KeyFolder {
public:
    KeyFolder()
        : path_(std::filesystem::temp_directory_path() / ("ardager-vault-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    KeyFolder(const KeyFolder&) = delete;
    KeyFolder& operator=(const KeyFolder&) = delete;
    ~KeyFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::filesystem::path key() const { return path_ / "vault.key"; }
    [[nodiscard]] std::filesystem::path link() const { return path_ / "link.key"; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("AES-256-GCM gives the published answer", "[vault]") {
    // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 14.
    const Bytes key(32, 0);
    const Bytes nonce(12, 0);
    Bytes out(32);
    gcm::encrypt({key, nonce, {}}, Bytes(16, 0), out);
    CHECK(to_hex(out) == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
}

TEST_CASE("what was sealed opens at its place only", "[vault]") {
    SeededRandom random(1);
    const auto vault = vault_with(random);
    for (const std::size_t size : {0U, 1U, 2000U, 262'144U}) {
        CAPTURE(size);
        const Bytes plain(size, 0x41);
        const Bytes sealed = good(vault->seal(kPlace, plain));
        CHECK(sealed.size() == size + 97);
        CHECK(good(vault->open(kPlace, sealed)) == plain);
        CHECK(vault->open({"018f-other", "payload"}, sealed).error().code == Code::record_damaged);
        CHECK(vault->open({"018f-entry", "draft"}, sealed).error().code == Code::record_damaged);
        CHECK(vault->open({"018f-entrypayload", ""}, sealed).error().code == Code::record_damaged);
    }
}

TEST_CASE("any flipped bit and any cut is found", "[vault]") {
    SeededRandom random(1);
    const auto vault = vault_with(random);
    const Bytes sealed = good(vault->seal(kPlace, to_bytes("a short payload")));
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        CAPTURE(at);
        Bytes broken = sealed;
        broken[at] = static_cast<std::uint8_t>(broken[at] ^ (1U << (at % 8)));
        CHECK(vault->open(kPlace, broken).error().code == Code::record_damaged);
        CHECK(vault->open(kPlace, ByteView(sealed).first(at)).error().code == Code::record_damaged);
    }
}

TEST_CASE("another key is told apart from damage by its id", "[vault]") {
    SeededRandom random(1);
    const Bytes sealed = good(vault_with(random, 1)->seal(kPlace, to_bytes("x")));
    const auto opened = vault_with(random, 2)->open(kPlace, sealed);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == Code::record_damaged);
    CHECK(opened.error().detail.starts_with("seal: made with another key"));
}

TEST_CASE("no nonce and no data key comes twice", "[vault]") {
    SystemRandom random;
    const auto vault = vault_with(random);
    std::set<Bytes> nonces;
    std::set<Bytes> wrapped;
    for (int i = 0; i < 2000; ++i) {
        const Bytes sealed = good(vault->seal(kPlace, to_bytes("the same text")));
        nonces.emplace(sealed.begin() + 9, sealed.begin() + 21);
        wrapped.emplace(sealed.begin() + 21, sealed.begin() + 53);
        nonces.emplace(sealed.begin() + 69, sealed.begin() + 81);
    }
    CHECK(nonces.size() == 4000);
    CHECK(wrapped.size() == 2000);
}

TEST_CASE("a blind name is stable, keyed and bound to its label", "[vault]") {
    SeededRandom random(1);
    const auto vault = vault_with(random);
    const Digest name = vault->blind("iin", "250509300018");
    CHECK(name == vault_with(random)->blind("iin", "250509300018"));
    CHECK(name != vault->blind("iin", "240229400103"));
    CHECK(name != vault->blind("phone", "250509300018"));
    CHECK(vault->blind("ii", "n250509300018") != name);
    CHECK(name != vault_with(random, 2)->blind("iin", "250509300018"));
    CHECK(name != sha256(as_bytes("250509300018")));
}

TEST_CASE("threads seal and open at the same time", "[vault]") {
    SystemRandom random;
    const auto vault = vault_with(random);
    std::array<int, 4> wrong{};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&, t] {
            const Bytes plain(1000, static_cast<std::uint8_t>(t));
            for (int i = 0; i < 300; ++i) {
                const auto opened = vault->open(kPlace, *vault->seal(kPlace, plain));
                if (!opened || *opened != plain) ++wrong[t];
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == std::array<int, 4>{});
}

TEST_CASE("a key file is made once, private, and read back", "[vault][key]") {
    const KeyFolder folder;
    SystemRandom random;
    FileKeySource source(folder.key());
    CHECK(source.load().error().code == Code::not_found);
    good(FileKeySource::create(folder.key(), random));
    struct stat info {};
    REQUIRE(::stat(folder.key().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600U);
    const Bytes key = good(source.load());
    CHECK(key.size() == 32);
    CHECK(FileKeySource::create(folder.key(), random).error().code == Code::conflict);
    CHECK(good(source.load()) == key);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.key().parent_path()), {}) == 1);
}

TEST_CASE("a key file that others could read or swap is refused", "[vault][key]") {
    const KeyFolder folder;
    SystemRandom random;
    good(FileKeySource::create(folder.key(), random));
    for (const ::mode_t mode : {0644U, 0640U, 0604U, 0620U, 0601U}) {
        CAPTURE(mode);
        REQUIRE(::chmod(folder.key().c_str(), mode) == 0);
        CHECK(FileKeySource(folder.key()).load().error().code == Code::not_allowed);
    }
    REQUIRE(::chmod(folder.key().c_str(), 0600) == 0);
    std::filesystem::create_symlink(folder.key(), folder.link());
    CHECK(FileKeySource(folder.link()).load().error().code == Code::not_allowed);
    CHECK(FileKeySource(folder.key().parent_path()).load().error().code == Code::not_allowed);
    std::filesystem::resize_file(folder.key(), 31);
    CHECK(FileKeySource(folder.key()).load().error().code == Code::not_allowed);
}

TEST_CASE("a hardened process leaves no core", "[vault]") {
    good(harden_process());
    rlimit limit{1, 1};
    REQUIRE(getrlimit(RLIMIT_CORE, &limit) == 0);
    CHECK(limit.rlim_cur == 0);
}

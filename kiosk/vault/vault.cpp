#include "kiosk/vault/vault.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <mutex>

#include "kiosk/vault/gcm.h"

namespace ardager {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kVaultKeyIdBytes = 8;
constexpr std::size_t kWrappedBytes = gcm::kKeyBytes + gcm::kTagBytes;
// version, key id, wrap nonce, wrapped data key and tag, nonce, tag
constexpr std::size_t kOverheadBytes =
    1 + kVaultKeyIdBytes + gcm::kNonceBytes + kWrappedBytes + gcm::kNonceBytes + gcm::kTagBytes;

/// HKDF-SHA-256 (RFC 5869) without salt: the source's bytes are uniform already.
void derive(ByteView secret, std::string_view purpose, std::span<std::uint8_t> out) {
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr);
    ARDAGER_CHECK(context != nullptr);
    std::size_t size = out.size();
    const auto* info = reinterpret_cast<const unsigned char*>(purpose.data());
    ARDAGER_CHECK(EVP_PKEY_derive_init(context) == 1);
    ARDAGER_CHECK(EVP_PKEY_CTX_set_hkdf_md(context, EVP_sha256()) == 1);
    ARDAGER_CHECK(EVP_PKEY_CTX_set1_hkdf_key(context, secret.data(), static_cast<int>(secret.size())) == 1);
    ARDAGER_CHECK(EVP_PKEY_CTX_add1_hkdf_info(context, info, static_cast<int>(purpose.size())) == 1);
    ARDAGER_CHECK(EVP_PKEY_derive(context, out.data(), &size) == 1 && size == out.size());
    EVP_PKEY_CTX_free(context);
}

class EnvelopeVault final : public Vault {
public:
    EnvelopeVault(ByteView secret, Random& random) : random_(random) {
        derive(secret, "ardager-vault-v1 wrap", wrap_key_);
        derive(secret, "ardager-vault-v1 blind", blind_key_);
        derive(secret, "ardager-vault-v1 id", key_id_);
    }
    ~EnvelopeVault() override {
        wipe(wrap_key_);
        wipe(blind_key_);
    }

    Result<Bytes> seal(const SealPlace& place, ByteView plain) override {
        std::array<std::uint8_t, 2 * gcm::kNonceBytes + gcm::kKeyBytes> fresh{};
        {
            const std::lock_guard lock(random_mutex_);
            random_.fill(fresh);
        }
        const std::span<std::uint8_t> all(fresh);
        const auto wrap_nonce = all.first(gcm::kNonceBytes);
        const auto nonce = all.subspan(gcm::kNonceBytes, gcm::kNonceBytes);
        const auto data_key = all.last(gcm::kKeyBytes);
        const Bytes bound = bound_to(place);
        Bytes out(kOverheadBytes + plain.size());
        std::span<std::uint8_t> rest(out);
        const auto take = [&rest](std::size_t size) {
            const auto part = rest.first(size);
            rest = rest.subspan(size);
            return part;
        };
        take(1)[0] = kVersion;
        std::copy(key_id_.begin(), key_id_.end(), take(kVaultKeyIdBytes).begin());
        std::copy(wrap_nonce.begin(), wrap_nonce.end(), take(gcm::kNonceBytes).begin());
        gcm::encrypt({wrap_key_, wrap_nonce, bound}, data_key, take(kWrappedBytes));
        std::copy(nonce.begin(), nonce.end(), take(gcm::kNonceBytes).begin());
        gcm::encrypt({data_key, nonce, bound}, plain, rest);
        wipe(data_key);
        return out;
    }

    Result<Bytes> open(const SealPlace& place, ByteView sealed) const override {
        if (sealed.size() < kOverheadBytes) return fail(Code::record_damaged, "seal: too short");
        const auto take = [&sealed](std::size_t size) {
            const auto part = sealed.first(size);
            sealed = sealed.subspan(size);
            return part;
        };
        if (take(1)[0] != kVersion) return fail(Code::record_damaged, "seal: of an unknown version");
        const auto key_id = take(kVaultKeyIdBytes);
        if (!std::equal(key_id.begin(), key_id.end(), key_id_.begin()))
            return fail(Code::record_damaged, "seal: made with another key than " + to_hex(key_id_));
        const Bytes bound = bound_to(place);
        const auto wrap_nonce = take(gcm::kNonceBytes);
        std::array<std::uint8_t, gcm::kKeyBytes> data_key{};
        if (!gcm::decrypt({wrap_key_, wrap_nonce, bound}, take(kWrappedBytes), data_key))
            return fail(Code::record_damaged, "seal: broken, or moved from another place");
        const auto nonce = take(gcm::kNonceBytes);
        Bytes plain(sealed.size() - gcm::kTagBytes);
        const bool good = gcm::decrypt({data_key, nonce, bound}, sealed, plain);
        wipe(data_key);
        if (!good) return fail(Code::record_damaged, "seal: broken contents");
        return plain;
    }

    Digest blind(std::string_view label, std::string_view value) const override {
        Bytes message;
        message.reserve(4 + label.size() + value.size());
        put_sized(message, as_bytes(label));
        message.insert(message.end(), value.begin(), value.end());
        const Digest name = hmac_sha256(blind_key_, message);
        wipe(message);
        return name;
    }

private:
    [[nodiscard]] Bytes bound_to(const SealPlace& place) const {
        Bytes bound;
        bound.reserve(32 + place.record.size() + place.field.size());
        bound.push_back(kVersion);
        bound.insert(bound.end(), key_id_.begin(), key_id_.end());
        put_sized(bound, as_bytes(place.record));
        put_sized(bound, as_bytes(place.field));
        return bound;
    }

    Random& random_;
    std::mutex random_mutex_;
    std::array<std::uint8_t, gcm::kKeyBytes> wrap_key_{};
    std::array<std::uint8_t, 32> blind_key_{};
    std::array<std::uint8_t, kVaultKeyIdBytes> key_id_{};
};

}  // namespace

Result<std::unique_ptr<Vault>> open_vault(KeySource& source, Random& random) {
    Bytes secret = TRY(source.load());
    if (secret.size() != gcm::kKeyBytes) {
        wipe(secret);
        return fail(Code::not_allowed, "vault: the key source did not give 32 bytes");
    }
    std::unique_ptr<Vault> vault = std::make_unique<EnvelopeVault>(secret, random);
    wipe(secret);
    return vault;
}

}  // namespace ardager

#include "kiosk/base/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

namespace ardager {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    ARDAGER_CHECK(state_->context != nullptr);
    ARDAGER_CHECK(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(ByteView bytes) {
    ARDAGER_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() {
    Digest digest;
    unsigned size = 0;
    ARDAGER_CHECK(EVP_DigestFinal_ex(state_->context, digest.bytes.data(), &size) == 1);
    ARDAGER_CHECK(size == digest.bytes.size());
    return digest;
}

Digest sha256(ByteView bytes) {
    // SHA256() looks the algorithm up anew each time, which costs as much as hashing a short text.
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                                  EVP_MD_CTX_free);
    Digest digest;
    ARDAGER_CHECK(EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1);
    ARDAGER_CHECK(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1);
    ARDAGER_CHECK(EVP_DigestFinal_ex(context.get(), digest.bytes.data(), nullptr) == 1);
    return digest;
}

Digest hmac_sha256(ByteView key, ByteView bytes) {
    Digest digest;
    unsigned size = 0;
    const auto* made = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes.data(),
                            bytes.size(), digest.bytes.data(), &size);
    ARDAGER_CHECK(made != nullptr && size == digest.bytes.size());
    return digest;
}

Result<Digest> Digest::from_bytes(ByteView bytes) {
    Digest digest;
    if (bytes.size() != digest.bytes.size()) return fail(Code::invalid_input, "digest: not 32 bytes");
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

Result<Digest> Digest::from_hex(std::string_view text) {
    return from_bytes(TRY(ardager::from_hex(text)));
}

}  // namespace ardager

#include "kiosk/vault/gcm.h"

#include <openssl/evp.h>

namespace ardager::gcm {
namespace {

constexpr std::array<std::uint8_t, kKeyBytes> kNoKey{};
constexpr std::array<std::uint8_t, kNonceBytes> kNoNonce{};

/// Fetching a cipher and building a context cost more than sealing a payload, so each thread keeps its own
/// two.
class Context {
public:
    Context(const EVP_CIPHER* cipher, bool encrypting)
        : context_(EVP_CIPHER_CTX_new()), encrypting_(encrypting) {
        ARDAGER_CHECK(context_ != nullptr);
        ARDAGER_CHECK(EVP_CipherInit_ex(context_, cipher, nullptr, nullptr, nullptr, encrypting ? 1 : 0) ==
                      1);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { EVP_CIPHER_CTX_free(context_); }

    void start(const Input& input) {
        ARDAGER_CHECK(input.key.size() == kKeyBytes && input.nonce.size() == kNonceBytes);
        set_key(input.key.data(), input.nonce.data());
        int size = 0;
        ARDAGER_CHECK(EVP_CipherUpdate(context_, nullptr, &size, input.bound.data(),
                                       static_cast<int>(input.bound.size())) == 1);
    }
    /// The key schedule of another key overwrites the one that was used.
    void forget() { set_key(kNoKey.data(), kNoNonce.data()); }
    EVP_CIPHER_CTX* get() { return context_; }

private:
    void set_key(const std::uint8_t* key, const std::uint8_t* nonce) {
        ARDAGER_CHECK(EVP_CipherInit_ex(context_, nullptr, nullptr, key, nonce, encrypting_ ? 1 : 0) == 1);
    }
    EVP_CIPHER_CTX* context_;
    bool encrypting_;
};

Context& context(bool encrypting) {
    static EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    ARDAGER_CHECK(cipher != nullptr);
    thread_local Context encrypter(cipher, true);
    thread_local Context decrypter(cipher, false);
    return encrypting ? encrypter : decrypter;
}

}  // namespace

void encrypt(const Input& input, ByteView plain, std::span<std::uint8_t> out) {
    ARDAGER_CHECK(out.size() == plain.size() + kTagBytes);
    Context& own = context(true);
    own.start(input);
    int size = 0;
    if (!plain.empty())
        ARDAGER_CHECK(EVP_EncryptUpdate(own.get(), out.data(), &size, plain.data(),
                                        static_cast<int>(plain.size())) == 1);
    int rest = 0;
    ARDAGER_CHECK(EVP_EncryptFinal_ex(own.get(), out.data() + size, &rest) == 1);
    ARDAGER_CHECK(
        EVP_CIPHER_CTX_ctrl(own.get(), EVP_CTRL_AEAD_GET_TAG, kTagBytes, out.data() + plain.size()) == 1);
    own.forget();
}

bool decrypt(const Input& input, ByteView sealed, std::span<std::uint8_t> out) {
    ARDAGER_CHECK(sealed.size() >= kTagBytes && out.size() == sealed.size() - kTagBytes);
    Context& own = context(false);
    own.start(input);
    int size = 0;
    bool good = out.empty() || EVP_DecryptUpdate(own.get(), out.data(), &size, sealed.data(),
                                                 static_cast<int>(out.size())) == 1;
    std::array<std::uint8_t, kTagBytes> tag{};
    std::copy(sealed.end() - kTagBytes, sealed.end(), tag.begin());
    good = good && EVP_CIPHER_CTX_ctrl(own.get(), EVP_CTRL_AEAD_SET_TAG, kTagBytes, tag.data()) == 1;
    std::uint8_t none = 0;
    int rest = 0;
    good = good && EVP_DecryptFinal_ex(own.get(), &none, &rest) == 1;
    own.forget();
    if (!good) wipe(out);
    return good;
}

}  // namespace ardager::gcm

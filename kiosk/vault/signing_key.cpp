#include "kiosk/vault/signing_key.h"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <sys/stat.h>

#include "kiosk/base/digest.h"
#include "kiosk/base/files.h"

namespace ardager {
namespace {

constexpr std::size_t kPemLimitBytes = 64U << 10;  // a key or a path of certificates is a few KB

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using RawSignature = std::unique_ptr<ECDSA_SIG, Deleter<ECDSA_SIG_free>>;
using Store = std::unique_ptr<X509_STORE, Deleter<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Deleter<X509_STORE_CTX_free>>;

Result<std::vector<Certificate>> read_certificates(std::string_view pem) {
    const Bio source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::vector<Certificate> found;
    while (X509* certificate = PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr))
        found.emplace_back(certificate);
    if (found.empty()) return fail(Code::invalid_input, "certificate: no PEM certificate");
    return found;
}

/// Without it OpenSSL would ask for an encrypted key's passphrase on the terminal and wait.
int no_passphrase(char*, int, int, void*) {
    return -1;
}

bool is_p256(const EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t size = 0;
    return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
           std::string_view(group.data(), size) == "prime256v1";
}

KeyId id_of(const X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    ARDAGER_CHECK(size > 0);
    const Digest digest = sha256({der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    KeyId id{};
    std::copy_n(digest.bytes.begin(), id.size(), id.begin());
    return id;
}

class PemSigner final : public Signer {
public:
    PemSigner(Key key, const KeyId& id) : key_(std::move(key)), id_(id) {}
    KeyId key_id() const override { return id_; }
    Result<Signature> sign(ByteView message) const override {
        const DigestContext context(EVP_MD_CTX_new());
        std::array<std::uint8_t, 80> der{};
        std::size_t size = der.size();
        if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
            EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size()) != 1)
            return fail(Code::device, "signing key: cannot sign");
        const unsigned char* at = der.data();
        const RawSignature raw(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
        ARDAGER_CHECK(raw != nullptr);
        Signature signature{};
        ARDAGER_CHECK(BN_bn2binpad(ECDSA_SIG_get0_r(raw.get()), signature.data(), 32) == 32);
        ARDAGER_CHECK(BN_bn2binpad(ECDSA_SIG_get0_s(raw.get()), signature.data() + 32, 32) == 32);
        return signature;
    }

private:
    Key key_;
    KeyId id_;
};

class PemVerifier final : public Verifier {
public:
    PemVerifier(Key key, const KeyId& id) : key_(std::move(key)), id_(id) {}
    KeyId key_id() const override { return id_; }
    bool verify(ByteView message, const Signature& signature) const override {
        const RawSignature raw(ECDSA_SIG_new());
        ARDAGER_CHECK(raw != nullptr);
        BIGNUM* r = BN_bin2bn(signature.data(), 32, nullptr);
        BIGNUM* s = BN_bin2bn(signature.data() + 32, 32, nullptr);
        ARDAGER_CHECK(ECDSA_SIG_set0(raw.get(), r, s) == 1);
        unsigned char* der = nullptr;
        const int size = i2d_ECDSA_SIG(raw.get(), &der);
        ARDAGER_CHECK(size > 0);
        const DigestContext context(EVP_MD_CTX_new());
        const bool good =
            EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
            EVP_DigestVerify(context.get(), der, static_cast<std::size_t>(size), message.data(),
                             message.size()) == 1;
        OPENSSL_free(der);
        return good;
    }

private:
    Key key_;
    KeyId id_;
};

Result<std::unique_ptr<Verifier>> verifier_of(X509* certificate) {
    Key key(X509_get_pubkey(certificate));
    if (!is_p256(key.get())) return fail(Code::not_allowed, "certificate: its key is no P-256 key");
    return std::make_unique<PemVerifier>(std::move(key), id_of(certificate));
}

}  // namespace

Result<std::unique_ptr<Signer>> load_signer(const std::filesystem::path& key_pem,
                                            const std::filesystem::path& certificate_pem) {
    struct stat info {};
    if (::stat(key_pem.c_str(), &info) == 0 && (info.st_mode & 0077U) != 0)
        return fail(Code::not_allowed, "signing key: open to other users; set its mode to 0600");
    Bytes pem = TRY(read_file(key_pem, kPemLimitBytes));
    const Bio source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PrivateKey(source.get(), nullptr, no_passphrase, nullptr));
    wipe(pem);
    if (!is_p256(key.get())) return fail(Code::not_allowed, "signing key: no P-256 private key in PEM");
    const Bytes text = TRY(read_file(certificate_pem, kPemLimitBytes));
    const auto certificates = TRY(read_certificates(as_text(text)));
    if (X509_check_private_key(certificates.front().get(), key.get()) != 1)
        return fail(Code::not_allowed, "signing key: does not belong to its certificate");
    return std::make_unique<PemSigner>(std::move(key), id_of(certificates.front().get()));
}

Result<std::unique_ptr<Verifier>> load_verifier(std::string_view certificate_pem) {
    const auto certificates = TRY(read_certificates(certificate_pem));
    return verifier_of(certificates.front().get());
}

Result<std::unique_ptr<Verifier>> load_trusted_verifier(std::string_view certificate_pem,
                                                        std::string_view ca_pem, Instant now) {
    const auto certificates = TRY(read_certificates(certificate_pem));
    const auto trusted = TRY(read_certificates(ca_pem));
    const Store store(X509_STORE_new());
    const StoreContext context(X509_STORE_CTX_new());
    ARDAGER_CHECK(store != nullptr && context != nullptr);
    for (const auto& ca : trusted) ARDAGER_CHECK(X509_STORE_add_cert(store.get(), ca.get()) == 1);
    STACK_OF(X509)* between = sk_X509_new_null();
    for (std::size_t i = 1; i < certificates.size(); ++i) sk_X509_push(between, certificates[i].get());
    ARDAGER_CHECK(X509_STORE_CTX_init(context.get(), store.get(), certificates.front().get(), between) == 1);
    X509_STORE_CTX_set_time(context.get(), 0,
                            std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
    const bool good = X509_verify_cert(context.get()) == 1;
    const int reason = X509_STORE_CTX_get_error(context.get());
    sk_X509_free(between);
    if (!good)
        return fail(Code::not_allowed, std::string("certificate: ") + X509_verify_cert_error_string(reason));
    return verifier_of(certificates.front().get());
}

Result<KeyId> certificate_key_id(std::string_view certificate_pem) {
    const auto certificates = TRY(read_certificates(certificate_pem));
    return id_of(certificates.front().get());
}

}  // namespace ardager

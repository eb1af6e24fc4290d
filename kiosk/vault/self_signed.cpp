#include "kiosk/vault/self_signed.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "kiosk/base/files.h"

namespace ardager {
namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;

// Receipts are kept for decades: their certificate outlives the device. RFC 5280's "no well-defined date".
constexpr const char* kNoExpiry = "99991231235959Z";

auto openssl_failed(const char* step) {
    return fail(Code::internal, std::string("receipt key: OpenSSL failed at ") + step);
}

Bytes contents(BIO* memory) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    const auto text = std::string_view(data, static_cast<std::size_t>(size));
    return to_bytes(text);
}

bool add_extension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    if (extension == nullptr) return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool fill(X509* certificate, EVP_PKEY* key, const std::string& name, Instant now) {
    std::array<std::uint8_t, 16> serial{};
    if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1) return false;
    serial[0] &= 0x7FU;
    BIGNUM* number = BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr);
    const bool numbered =
        number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    const auto start =
        static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
    X509_NAME* subject = X509_get_subject_name(certificate);
    return numbered && X509_set_version(certificate, X509_VERSION_3) == 1 &&
           ASN1_TIME_set(X509_getm_notBefore(certificate), start) != nullptr &&
           ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), kNoExpiry) == 1 &&
           X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, subject) == 1 && X509_set_pubkey(certificate, key) == 1 &&
           add_extension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           add_extension(certificate, NID_key_usage, "critical,digitalSignature") &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

}  // namespace

Result<void> create_signing_key(const std::filesystem::path& key_path,
                                const std::filesystem::path& certificate_path, const std::string& name,
                                Instant now) {
    for (const auto& path : {key_path, certificate_path})
        if (std::filesystem::exists(path))
            return fail(Code::conflict, path.string() + ": is there already; it is not replaced");
    const Key key(EVP_EC_gen("P-256"));
    if (!key) return openssl_failed("the key");
    const Certificate certificate(X509_new());
    if (!certificate || !fill(certificate.get(), key.get(), name, now))
        return openssl_failed("the certificate");
    const Memory key_text(BIO_new(BIO_s_secmem()));
    const Memory certificate_text(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
            1 ||
        PEM_write_bio_X509(certificate_text.get(), certificate.get()) != 1)
        return openssl_failed("writing PEM");
    Bytes secret = contents(key_text.get());
    const auto written = write_file(key_path, secret, 0600);
    wipe(secret);
    TRY(written);
    return write_file(certificate_path, contents(certificate_text.get()));
}

}  // namespace ardager

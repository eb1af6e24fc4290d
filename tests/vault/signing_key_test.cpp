#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "kiosk/vault/signing_key.h"

using namespace ardager;

namespace {

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(code_name(result.error().code) << ": " << result.error().detail);
    return std::move(*result);
}

constexpr std::int64_t kDay = std::int64_t{24} * 3600;
const Instant kNow{std::chrono::sys_days(std::chrono::year{2026} / 11 / 23)};

/// A key with a certificate for thirty days around kNow, signed by `issuer` or itself.
struct Identity {
    EVP_PKEY* key;
    X509* certificate = X509_new();

    explicit Identity(const char* name, const Identity* issuer = nullptr, const char* curve = "P-256")
        : key(EVP_EC_gen(curve)) {
        static long serial = 0;
        X509_set_version(certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
        const auto now = std::chrono::floor<std::chrono::seconds>(kNow).time_since_epoch().count();
        ASN1_TIME_set(X509_getm_notBefore(certificate), now - 15 * kDay);
        ASN1_TIME_set(X509_getm_notAfter(certificate), now + 15 * kDay);
        X509_NAME* subject = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name),
                                   -1, -1, 0);
        X509_set_pubkey(certificate, key);
        if (issuer == nullptr) {
            X509_EXTENSION* ca =
                X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, "critical,CA:TRUE");
            X509_add_ext(certificate, ca, -1);
            X509_EXTENSION_free(ca);
        }
        X509_set_issuer_name(certificate,
                             issuer == nullptr ? subject : X509_get_subject_name(issuer->certificate));
        X509_sign(certificate, issuer == nullptr ? key : issuer->key, EVP_sha256());
    }
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;
    ~Identity() {
        EVP_PKEY_free(key);
        X509_free(certificate);
    }
    [[nodiscard]] std::string certificate_pem() const {
        BIO* out = BIO_new(BIO_s_mem());
        PEM_write_bio_X509(out, certificate);
        return taken(out);
    }
    [[nodiscard]] std::string key_pem() const {
        BIO* out = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
        return taken(out);
    }

private:
    static std::string taken(BIO* out) {
        char* data = nullptr;
        const long size = BIO_get_mem_data(out, &data);
        std::string text(data, static_cast<std::size_t>(size));
        BIO_free(out);
        return text;
    }
};

class Files {
public:
    Files()
        : folder_(std::filesystem::temp_directory_path() / ("ardager-sign-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files() { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::filesystem::path put(const char* name, const std::string& text,
                                            ::mode_t mode = 0600) const {
        auto path = folder_ / name;
        std::ofstream(path) << text;
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        return path;
    }

private:
    std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("a signature is checked by the certificate that belongs to the key", "[vault][sign]") {
    const Files files;
    const Identity ca("CA");
    const Identity device("KRG03-K1", &ca);
    const auto signer =
        good(load_signer(files.put("key", device.key_pem()), files.put("cert", device.certificate_pem())));
    const auto verifier = good(load_verifier(device.certificate_pem()));
    CHECK(signer->key_id() == verifier->key_id());
    CHECK(good(certificate_key_id(device.certificate_pem())) == verifier->key_id());
    for (int i = 0; i < 20; ++i) {  // r and s with leading zeros come up too
        const Bytes message = to_bytes("message " + std::to_string(i));
        Signature signature = good(signer->sign(message));
        CHECK(verifier->verify(message, signature));
        CHECK_FALSE(verifier->verify(to_bytes("another"), signature));
        signature[static_cast<std::size_t>(i)] ^= 1U;
        CHECK_FALSE(verifier->verify(message, signature));
    }
    CHECK_FALSE(verifier->verify(to_bytes("x"), Signature{}));
    CHECK_FALSE(
        good(load_verifier(ca.certificate_pem()))->verify(to_bytes("x"), good(signer->sign(to_bytes("x")))));
}

TEST_CASE("keys that do not fit are refused", "[vault][sign]") {
    const Files files;
    const Identity one("one");
    const Identity two("two");
    const Identity large("large", nullptr, "P-384");
    const auto refuses = [](const auto& result, Code code) {
        return !result.has_value() && result.error().code == code;
    };
    const auto certificate = files.put("cert", one.certificate_pem(), 0644);
    CHECK(refuses(load_signer("/nonexistent/key", certificate), Code::not_found));
    CHECK(refuses(load_signer(files.put("open", one.key_pem(), 0644), certificate), Code::not_allowed));
    CHECK(refuses(load_signer(files.put("two", two.key_pem()), certificate), Code::not_allowed));
    CHECK(refuses(load_signer(files.put("junk", "junk"), certificate), Code::not_allowed));
    CHECK(refuses(load_verifier(large.certificate_pem()), Code::not_allowed));
    CHECK(refuses(load_verifier("junk"), Code::invalid_input));
    CHECK(refuses(certificate_key_id(""), Code::invalid_input));
}

TEST_CASE("a verifier is trusted under its CA and in its time only", "[vault][sign]") {
    const Identity ca("CA");
    const Identity other("other CA");
    const Identity gateway("gateway", &ca);
    const auto load = [&](const Identity& trusted, Instant now) {
        return load_trusted_verifier(gateway.certificate_pem(), trusted.certificate_pem(), now);
    };
    CHECK(load(ca, kNow).has_value());
    const std::chrono::days days(20);
    CHECK(load(ca, kNow + days).error().detail == "certificate: certificate has expired");
    CHECK(load(ca, kNow - days).error().detail == "certificate: certificate is not yet valid");
    CHECK(load(other, kNow).error().code == Code::not_allowed);
    CHECK(load(other, kNow).error().detail == "certificate: unable to get local issuer certificate");
}

#include "certificates.h"

#include <unistd.h>

namespace ardager {
namespace {

constexpr long kDaySeconds = 24L * 3600;

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    REQUIRE(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

}  // namespace

Certificates::Certificates()
    : folder_(std::filesystem::temp_directory_path() / ("ardager-https-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    ca = make({"test CA", "", -1, 30, true}, nullptr);
    foreign_ca = make({"another CA", "", -1, 30, true}, nullptr);
    gateway = make({"localhost", "DNS:localhost,IP:127.0.0.1"}, &ca);
    device = make({"KRG03-K1", ""}, &ca);
}

Certificates::~Certificates() {
    for (const auto& one : all_) {
        X509_free(one.certificate);
        EVP_PKEY_free(one.key);
    }
    std::filesystem::remove_all(folder_);
}

Certificate Certificates::make(const CertificateWish& wish, const Certificate* issuer) {
    Certificate made{EVP_EC_gen("P-256"), X509_new()};
    X509* certificate = made.certificate;
    const Certificate& signer = issuer != nullptr ? *issuer : made;
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), static_cast<long>(all_.size()) + 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), wish.from_day * kDaySeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wish.until_day * kDaySeconds);
    X509_set_pubkey(certificate, made.key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(wish.name.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(signer.certificate));
    add_extension(certificate, signer.certificate, NID_basic_constraints,
                  wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.alternative.empty())
        add_extension(certificate, signer.certificate, NID_subject_alt_name, wish.alternative);
    REQUIRE(X509_sign(certificate, signer.key, EVP_sha256()) > 0);
    all_.push_back(made);
    return made;
}

std::filesystem::path Certificates::write_certificate(const Certificate& one) {
    auto path = folder_ / ("cert-" + std::to_string(++files_) + ".pem");
    BIO* file = BIO_new_file(path.c_str(), "w");
    PEM_write_bio_X509(file, one.certificate);
    BIO_free(file);
    return path;
}

std::filesystem::path Certificates::write_key(const Certificate& one) {
    auto path = folder_ / ("key-" + std::to_string(++files_) + ".pem");
    BIO* file = BIO_new_file(path.c_str(), "w");
    PEM_write_bio_PrivateKey(file, one.key, nullptr, nullptr, 0, nullptr, nullptr);
    BIO_free(file);
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
    return path;
}

}  // namespace ardager

// Certificates made on the spot, with any issuer, name and dates.
#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <catch2/catch.hpp>

namespace ardager {

struct Certificate {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
};

/// What a certificate is made from; days count from now.
struct CertificateWish {
    std::string name;         // CN
    std::string alternative;  // `DNS:localhost,IP:127.0.0.1`
    int from_day = -1;
    int until_day = 30;
    bool authority = false;
};

class Certificates {
public:
    Certificates();
    ~Certificates();
    Certificates(const Certificates&) = delete;
    Certificates& operator=(const Certificates&) = delete;

    /// Signed by `issuer`, or by itself.
    Certificate make(const CertificateWish& wish, const Certificate* issuer);
    /// The file's path; a key's file has mode 0600.
    std::filesystem::path write_certificate(const Certificate& one);
    std::filesystem::path write_key(const Certificate& one);

    Certificate ca, foreign_ca, gateway, device;

private:
    std::filesystem::path folder_;
    std::vector<Certificate> all_;
    int files_ = 0;
};

}  // namespace ardager

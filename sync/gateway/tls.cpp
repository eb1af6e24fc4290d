#include "sync/gateway/tls.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace ardager::gateway {
namespace {

using ContextPointer = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;
using CertificatePointer = std::unique_ptr<X509, decltype(&X509_free)>;

tl::unexpected<Error> tls_fault(const std::string& what) {
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return fail(Code::not_allowed, what + ": " + (reason == nullptr ? "unknown reason" : reason));
}

/// Lets exactly one fault pass: the leaf's end date. The chain, its signatures and its purpose were checked
/// all the same.
int let_expired_leaf_pass(int preverified, X509_STORE_CTX* store) {
    if (preverified == 1) return 1;
    const bool expired_leaf = X509_STORE_CTX_get_error(store) == X509_V_ERR_CERT_HAS_EXPIRED &&
                              X509_STORE_CTX_get_error_depth(store) == 0;
    if (!expired_leaf) return 0;
    X509_STORE_CTX_set_error(store, X509_V_OK);
    return 1;
}

Result<std::string> fingerprint_of(const X509* certificate) {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return tls_fault("digest of a certificate");
    return to_hex(ByteView(digest.data(), size));
}

std::string common_name(const X509* certificate) {
    std::array<char, 128> text{};
    const int size = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName,
                                               text.data(), static_cast<int>(text.size()));
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

Result<SSL_CTX*> make_server_context(const TlsFiles& files) {
    ERR_clear_error();
    ContextPointer context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context) return tls_fault("TLS context");
    SSL_CTX* tls = context.get();
    SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION);
    // A resumed session would carry a revoked certificate past the handshake that should have shown it.
    SSL_CTX_set_options(tls, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(tls, 0);
    if (SSL_CTX_use_certificate_chain_file(tls, files.certificate.c_str()) != 1)
        return tls_fault("certificate " + files.certificate.string());
    if (SSL_CTX_use_PrivateKey_file(tls, files.key.c_str(), SSL_FILETYPE_PEM) != 1)
        return tls_fault("private key " + files.key.string());
    if (SSL_CTX_load_verify_locations(tls, files.ca.c_str(), nullptr) != 1)
        return tls_fault("issuers of client certificates " + files.ca.string());
    STACK_OF(X509_NAME)* names = SSL_load_client_CA_file(files.ca.c_str());
    if (names == nullptr) return tls_fault("issuers of client certificates " + files.ca.string());
    SSL_CTX_set_client_CA_list(tls, names);
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, let_expired_leaf_pass);
    return context.release();
}

Result<Peer> peer_of(const SSL* connection) {
    const X509* certificate = SSL_get0_peer_certificate(connection);
    if (certificate == nullptr) return fail(Code::not_allowed, "the client showed no certificate");
    Peer peer;
    peer.certificate_fingerprint = TRY(fingerprint_of(certificate));
    // OpenSSL compares with the machine's time, as it did in the handshake; a connection may outlive its
    // certificate.
    peer.expired = X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0;
    peer.subject = common_name(certificate);
    return peer;
}

Result<std::string> certificate_fingerprint(std::string_view certificate_pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(
        BIO_new_mem_buf(certificate_pem.data(), static_cast<int>(certificate_pem.size())), BIO_free);
    const CertificatePointer certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), X509_free);
    ERR_clear_error();
    if (!certificate) return fail(Code::invalid_input, "no certificate in PEM form");
    return fingerprint_of(certificate.get());
}

}  // namespace ardager::gateway

#include "sync/https/faults.h"

#include <curl/curl.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <optional>

namespace ardager::https {
namespace {

using wire::LineFault;

struct Phrase {
    std::string_view text;  // OpenSSL's words for what the peer sent
    LineFault fault;
};

/// Under TLS 1.3 the peer judges our certificate after our handshake is done: its alert comes with the first
/// read.
constexpr std::array kAlerts{
    Phrase{"alert certificate expired", LineFault::rejected_expired},
    Phrase{"alert certificate revoked", LineFault::rejected_revoked},
    Phrase{"alert unknown ca", LineFault::rejected_unknown},
    Phrase{"alert certificate required", LineFault::rejected_unknown},
    Phrase{"alert certificate unknown", LineFault::rejected_unknown},
    Phrase{"alert unsupported certificate", LineFault::rejected_unknown},
    Phrase{"alert bad certificate", LineFault::rejected_unknown},
    Phrase{"alert access denied", LineFault::rejected_unknown},
    // A peer without TLS 1.3, or without TLS at all, is none of our gateways.
    Phrase{"wrong version number", LineFault::not_a_gateway},
    Phrase{"packet length too long", LineFault::not_a_gateway},
    Phrase{"unsupported protocol", LineFault::not_a_gateway},
    Phrase{"alert protocol version", LineFault::not_a_gateway},
    Phrase{"alert handshake failure", LineFault::not_a_gateway},
};

std::optional<LineFault> from_alert(std::string_view detail) {
    for (const auto& phrase : kAlerts)
        if (detail.find(phrase.text) != std::string_view::npos) return phrase.fault;
    return std::nullopt;
}

LineFault from_verification(long result, std::string_view detail) {
    switch (result) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return LineFault::peer_expired;
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return LineFault::clock_wrong;
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return LineFault::peer_wrong_name;
        default:
            break;
    }
    // libcurl compares names itself and leaves OpenSSL's result at "ok".
    const bool name = detail.find("subject name") != std::string_view::npos;
    return name ? LineFault::peer_wrong_name : LineFault::peer_untrusted;
}

}  // namespace

LineFault classify(int curl_code, long verify_result, std::string_view detail) {
    switch (curl_code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_INTERFACE_FAILED:
            return LineFault::unreachable;
        case CURLE_OPERATION_TIMEDOUT:
            return LineFault::timed_out;
        case CURLE_PEER_FAILED_VERIFICATION:
            return from_verification(verify_result, detail);
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            return LineFault::peer_untrusted;
        case CURLE_SSL_CERTPROBLEM:
            return LineFault::rejected_unknown;
        case CURLE_WRITE_ERROR:  // our own size limit
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL:  // an answer in HTTP/0.9
        case CURLE_BAD_CONTENT_ENCODING:
            return LineFault::not_a_gateway;
        default:
            return from_alert(detail).value_or(LineFault::broken);
    }
}

}  // namespace ardager::https

#include "hw/cups/ipp.h"

#include <array>

#include "hw/tuning.h"

namespace ardager::hw::cups {
namespace {

// HTTP's own longest line in libcups; a resource or host beyond it is none.
constexpr std::size_t kUriPart = HTTP_MAX_URI;
// 100 Continue may come before the answer, and more than a few of them are no answer.
constexpr int kMostInterim = 8;
// RFC 8011, appendix B: from here on a status is an error.
constexpr int kFirstError = 0x0400;

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
using Connection = std::unique_ptr<http_t, CloseHttp>;

/// libcups asks whether to wait once more.
int give_up(http_t*, void*) {
    return 0;
}

tl::unexpected<Error> no_answer(const Address& at) {
    return fail(Code::line, at.host + " does not answer");
}

Result<Connection> connect(const Address& at, std::chrono::milliseconds limit) {
    const auto encryption = at.tls ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    Connection http(httpConnect2(at.host.c_str(), at.port, nullptr, AF_UNSPEC, encryption, 1,
                                 static_cast<int>(limit.count()), nullptr));
    if (!http) return no_answer(at);
    httpSetTimeout(http.get(), std::chrono::duration<double>(limit).count(), give_up, nullptr);
    return http;
}

bool send_all(http_t* http, const Address& at, ipp_t* request, ByteView document) {
    httpClearFields(http);
    httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
    httpSetLength(http, ippLength(request) + document.size());
    if (httpPost(http, at.resource.c_str()) != 0) return false;
    ippSetState(request, IPP_STATE_IDLE);
    for (auto state = ippWrite(http, request); state != IPP_STATE_DATA; state = ippWrite(http, request))
        if (state == IPP_STATE_ERROR) return false;
    while (!document.empty()) {
        const auto piece = document.first(std::min(document.size(), kCupsPiece));
        if (httpWrite2(http, reinterpret_cast<const char*>(piece.data()), piece.size()) < 0) return false;
        document = document.subspan(piece.size());
    }
    return httpFlushWrite(http) >= 0;
}

Result<Message> read_answer(http_t* http, const Address& at) {
    auto status = HTTP_STATUS_CONTINUE;
    for (int i = 0; status == HTTP_STATUS_CONTINUE && i < kMostInterim; ++i) status = httpUpdate(http);
    if (status == HTTP_STATUS_ERROR || status == HTTP_STATUS_CONTINUE) return no_answer(at);
    if (status != HTTP_STATUS_OK)
        return fail(Code::device, at.host + " answers with HTTP " + std::to_string(static_cast<int>(status)));
    Message answer(ippNew());
    for (auto state = ippRead(http, answer.get()); state != IPP_STATE_DATA;
         state = ippRead(http, answer.get()))
        if (state == IPP_STATE_ERROR) return no_answer(at);
    return answer;
}

}  // namespace

Result<Address> parse_address(const std::string& uri) {
    std::array<char, HTTP_MAX_URI> scheme{};
    std::array<char, HTTP_MAX_URI> user{};
    std::array<char, kUriPart> host{};
    std::array<char, kUriPart> resource{};
    int port = 0;
    const auto parsed =
        httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), scheme.size(), user.data(),
                        user.size(), host.data(), host.size(), &port, resource.data(), resource.size());
    const std::string_view kind(scheme.data());
    const bool plain = kind == "ipp" || kind == "http";
    const bool tls = kind == "ipps" || kind == "https";
    if (parsed < HTTP_URI_STATUS_OK || (!plain && !tls) || host[0] == '\0')
        return fail(Code::invalid_input, "not the address of an IPP printer");
    std::string path(resource.data());
    // CUPS keeps its own options behind a question mark.
    return Address{host.data(), port, tls, path.substr(0, path.find('?'))};
}

Message ask_about(ipp_op_t operation, const std::string& printer_uri) {
    Message request(ippNewRequest(operation));
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", printer_uri);
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", cupsUser());
    return request;
}

void add_integer(ipp_t* message, ipp_tag_t group, ipp_tag_t type, const char* name, int value) {
    ippAddInteger(message, group, type, name, value);
}

void add_text(ipp_t* message, ipp_tag_t group, ipp_tag_t type, const char* name, const std::string& value) {
    ippAddString(message, group, type, name, nullptr, value.c_str());
}

void add_wanted(ipp_t* message, const std::vector<const char*>& names) {
    ippAddStrings(message, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.data());
}

int integer_of(ipp_t* message, const char* name) {
    ipp_attribute_t* found = ippFindAttribute(message, name, IPP_TAG_ZERO);
    return found == nullptr ? 0 : ippGetInteger(found, 0);
}

std::vector<std::string> words_of(ipp_t* message, const char* name) {
    std::vector<std::string> words;
    ipp_attribute_t* found = ippFindAttribute(message, name, IPP_TAG_ZERO);
    if (found == nullptr) return words;
    for (int i = 0; i < ippGetCount(found); ++i)
        if (const char* word = ippGetString(found, i, nullptr); word != nullptr) words.emplace_back(word);
    return words;
}

std::string word_of(ipp_t* message, const char* name) {
    const auto words = words_of(message, name);
    return words.empty() ? std::string() : words.front();
}

Result<Message> ask(const Address& at, const Message& request, ByteView document,
                    std::chrono::milliseconds limit) {
    const Connection http = TRY(connect(at, limit));
    if (!send_all(http.get(), at, request.get(), document)) return no_answer(at);
    auto answer = TRY(read_answer(http.get(), at));
    const auto status = ippGetStatusCode(answer.get());
    if (status < kFirstError) return answer;
    const bool missing = status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_GONE;
    return fail(missing ? Code::not_found : Code::device, std::string("IPP says ") + ippErrorString(status));
}

}  // namespace ardager::hw::cups

#include "sync/https/https.h"

#include <curl/curl.h>

#include <atomic>
#include <mutex>

#include "kiosk/base/files.h"
#include "sync/https/faults.h"
#include "sync/https/records.h"
#include "sync/https/tuning.h"
#include "sync/wire/messages.h"

namespace ardager::https {
namespace {

struct FreeEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

/// What the callbacks fill.
struct Reply {
    wire::HttpResponse response;
    std::size_t header_bytes = 0;
    bool too_large = false;
    bool once = false;  // the request must not be repeated
    bool went_out = false;
};

std::size_t take_body(char* data, std::size_t one, std::size_t size, void* context) {
    auto& reply = *static_cast<Reply*>(context);
    if (reply.response.body.size() + size > kMostAnswerBytes) {
        reply.too_large = true;
        return 0;
    }
    reply.response.body.append(data, one * size);
    return size;
}

std::size_t take_header(char* data, std::size_t one, std::size_t size, void* context) {
    auto& reply = *static_cast<Reply*>(context);
    std::string_view line(data, one * size);
    reply.header_bytes += line.size();
    if (reply.header_bytes > kMostAnswerHeaderBytes) {
        reply.too_large = true;
        return 0;
    }
    while (line.ends_with('\r') || line.ends_with('\n')) line.remove_suffix(1);
    const std::size_t colon = line.find(':');
    if (line.starts_with("HTTP/")) {
        reply.response.headers.clear();  // of an interim answer
    } else if (colon != std::string_view::npos) {
        const std::size_t value = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
        reply.response.headers.emplace_back(line.substr(0, colon), line.substr(value));
    }
    return size;
}

/// Called before each request that goes out; libcurl repeats one by itself when a reused connection took it
/// without an answer. Of a body the other side may have kept a part: only the caller can ask how much.
int before_request(void* context, char*, char*, int, int) {
    auto& reply = *static_cast<Reply*>(context);
    const bool again = std::exchange(reply.went_out, true);
    return again && reply.once ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

Result<void> check_url(const std::string& url) {
    constexpr std::string_view kScheme = "https://";
    const bool clean = url.find_first_of(" \t\r\n?#@\\") == std::string::npos;
    if (!url.starts_with(kScheme) || url.size() == kScheme.size() || !clean ||
        url.find('/', kScheme.size()) != std::string::npos)
        return fail(Code::invalid_input, "gateway URL: not of the form https://host[:port]");
    return {};
}

Result<void> check_files(const HttpsOptions& options) {
    for (const auto& path : {options.certificate, options.key, options.ca})
        TRY(read_file(path, kMostPemBytes));
    using std::filesystem::perms;
    std::error_code failed;
    const perms mode = std::filesystem::status(options.key, failed).permissions();
    if (failed || (mode & (perms::group_all | perms::others_all)) != perms::none)
        return fail(Code::not_allowed,
                    "the key of our certificate can be read by others; set its mode to 0600");
    return {};
}

void append(HeaderList& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    ARDAGER_CHECK(longer != nullptr);
    (void)list.release();
    list.reset(longer);
}

HeaderList make_headers(const wire::HttpRequest& request) {
    HeaderList list;
    append(list, "Expect:");  // a round trip for nothing
    if (wire::header(request.headers, "Content-Type").empty()) append(list, "Content-Type:");
    for (const auto& [name, value] : request.headers)
        append(list, std::string(name).append(": ").append(value));
    return list;
}

void set_method(CURL* easy, const wire::HttpRequest& request) {
    if (request.method == "GET") {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    } else if (request.method == "HEAD") {
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    } else {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    }
}

CURLcode before_tls(CURL*, void* context, void*) {
    return keep_records_small(context) ? CURLE_OK : CURLE_SSL_CONNECT_ERROR;
}

void set_tls(CURL* easy, const HttpsOptions& options) {
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_3);  // or later
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_CAINFO, options.ca.c_str());
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // the machine's own list of issuers does not count
    curl_easy_setopt(easy, CURLOPT_SSLCERT, options.certificate.c_str());
    curl_easy_setopt(easy, CURLOPT_SSLKEY, options.key.c_str());
    // A resumed session is not checked again by either side.
    curl_easy_setopt(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
}

void set_limits(CURL* easy, bool has_body, int limit_ms) {
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(kConnectLimitMs));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(limit_ms > 0 ? limit_ms : kExchangeLimitMs));
    if (has_body) {  // a long poll is silent by intention and has the whole limit
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, kLeastBytesPerSecond);
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, kSlowestSeconds);
    }
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, kBufferBytes);
    curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, kBufferBytes);
}

}  // namespace

struct HttpsTransport::State {
    HttpsOptions options;
    std::unique_ptr<CURLM, FreeMulti> multi;  // outlives the easy handle and keeps the connection
    std::unique_ptr<CURL, FreeEasy> easy;
    std::atomic<bool> interrupted{false};
    bool line_breaks = false;         // the last call that failed was cut; what went well since is not enough
    std::size_t went_well_bytes = 0;  // bodies since then
    std::function<void()> spare_work;  // until the body is out and the answer has not come

    void prepare(const wire::HttpRequest& request, const std::string& url, int limit_ms) {
        CURL* handle = easy.get();
        curl_easy_reset(handle);  // options only; the connection stays with the multi handle
        curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https");
        curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
        curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(handle, CURLOPT_PROXY, "");  // whatever the environment says
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take_body);
        curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &take_header);
        curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, &before_request);
        set_tls(handle, options);
        if (line_breaks) curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &before_tls);
        set_limits(handle, !request.body.empty(), limit_ms);
        set_method(handle, request);
    }

    void learn(bool broken, std::size_t body_size) {
        line_breaks = broken || (line_breaks && went_well_bytes + body_size < kCalmBytes);
        went_well_bytes = broken ? 0 : went_well_bytes + body_size;
    }

    void do_spare_work(curl_off_t body_size) {
        curl_off_t sent = 0;
        if (!spare_work || curl_easy_getinfo(easy.get(), CURLINFO_SIZE_UPLOAD_T, &sent) != CURLE_OK ||
            sent < body_size)
            return;
        std::exchange(spare_work, nullptr)();
    }

    /// Drives the exchange; nothing when it was interrupted.
    std::optional<CURLcode> drive(std::size_t body_size) {
        curl_multi_add_handle(multi.get(), easy.get());
        std::optional<CURLcode> done;
        for (int running = 1; !done && !interrupted;) {
            CURLMcode went = curl_multi_perform(multi.get(), &running);
            int left = 0;
            while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left))
                if (message->msg == CURLMSG_DONE) done = message->data.result;
            if (!done && went == CURLM_OK) do_spare_work(static_cast<curl_off_t>(body_size));
            if (!done && went == CURLM_OK) went = curl_multi_poll(multi.get(), nullptr, 0, kPollMs, nullptr);
            if (!done && went != CURLM_OK) done = CURLE_FAILED_INIT;
        }
        curl_multi_remove_handle(multi.get(), easy.get());
        return done;
    }
};

HttpsTransport::HttpsTransport(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpsTransport::~HttpsTransport() = default;

Result<std::unique_ptr<HttpsTransport>> HttpsTransport::create(const HttpsOptions& options) {
    static std::once_flag started;
    std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    auto state = std::make_unique<State>();
    state->options = options;
    if (state->options.url.ends_with('/')) state->options.url.pop_back();
    TRY(check_url(state->options.url));
    TRY(check_files(options));
    state->multi.reset(curl_multi_init());
    state->easy.reset(curl_easy_init());
    if (!state->multi || !state->easy) return fail(Code::internal, "libcurl does not start");
    return std::unique_ptr<HttpsTransport>(new HttpsTransport(std::move(state)));
}

tl::expected<wire::HttpResponse, wire::LineError> HttpsTransport::call(const wire::HttpRequest& request,
                                                                       int limit_ms) {
    State& state = *state_;
    CURL* easy = state.easy.get();
    const std::string url = state.options.url + request.target;
    const HeaderList headers = make_headers(request);
    Reply reply;
    reply.once = !request.body.empty();
    std::array<char, CURL_ERROR_SIZE> words{};
    state.prepare(request, url, limit_ms);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &reply);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &reply);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &reply);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, words.data());

    const auto done = state.drive(request.body.size());
    long status = 0;
    long verified = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verified);
    curl_easy_reset(easy);  // nothing points at this call's memory any more
    state.interrupted = false;
    state.spare_work = nullptr;

    if (!done) return tl::unexpected(wire::LineError{wire::LineFault::broken, "interrupted"});
    if (*done != CURLE_OK) {
        std::string detail = words[0] != '\0' ? words.data() : curl_easy_strerror(*done);
        if (reply.too_large) detail = "an answer larger than ours are";
        if (*done == CURLE_ABORTED_BY_CALLBACK) detail = "the line broke before a body was answered";
        const wire::LineFault fault = classify(*done, verified, detail);
        state.learn(fault == wire::LineFault::broken, 0);
        return tl::unexpected(wire::LineError{fault, std::move(detail)});
    }
    state.learn(false, request.body.size());
    reply.response.status = static_cast<int>(status);
    if (const auto rejected = wire::certificate_refusal(reply.response)) return tl::unexpected(*rejected);
    return std::move(reply.response);
}

void HttpsTransport::while_waiting(std::function<void()> work) {
    state_->spare_work = std::move(work);
}

void HttpsTransport::interrupt() {
    state_->interrupted = true;
    curl_multi_wakeup(state_->multi.get());
}

}  // namespace ardager::https

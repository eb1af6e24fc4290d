#include "sync/gateway/service.h"

#include <charconv>

#include "kiosk/base/log.h"
#include "sync/gateway/answers.h"
#include "sync/gateway/resources.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {
namespace {

using Handler = Answer (*)(const Call&);
enum class Who { devices, officers, both };

struct Route {
    std::string_view method;
    std::vector<std::string_view> path;  // `*` stands for one segment
    Who who;
    Handler handler;
};

const std::vector<Route>& routes() {
    static const std::vector<Route> kRoutes{
        {"POST", {"v1", "journals", "*", "entries"}, Who::devices, post_entries},
        {"OPTIONS", {"v1", "files"}, Who::devices, describe_files},
        {"POST", {"v1", "files"}, Who::devices, create_file},
        {"HEAD", {"v1", "files", "*"}, Who::devices, head_file},
        {"PATCH", {"v1", "files", "*"}, Who::devices, patch_file},
        {"GET", {"v1", "feed"}, Who::devices, get_feed},
        {"GET", {"v1", "whoami"}, Who::both, get_whoami},
        {"GET", {"v1", "provider", "applications"}, Who::officers, list_applications},
        {"GET", {"v1", "provider", "applications", "*"}, Who::officers, show_application},
        {"POST", {"v1", "provider", "applications", "*", "decisions"}, Who::officers, post_decision},
        {"GET", {"v1", "provider", "files", "*"}, Who::officers, show_file},
    };
    return kRoutes;
}

bool same_path(const std::vector<std::string_view>& pattern, const std::vector<std::string>& path) {
    return std::equal(
        pattern.begin(), pattern.end(), path.begin(), path.end(),
        [](std::string_view part, const std::string& segment) { return part == "*" || part == segment; });
}

/// A caller, or the answer that turns the peer away.
using Admission = tl::expected<Caller, wire::HttpResponse>;

tl::unexpected<wire::HttpResponse> turn_away(const char* code, std::string detail) {
    return tl::unexpected<wire::HttpResponse>(refuse(403, code, std::move(detail)));
}

/// The allow-list decides by the key's certificate, whatever its subject says. Revocation comes first: a
/// revoked certificate that has expired as well must not be told that a renewal would help.
Admission admit(Store& store, const Peer& peer) {
    const auto listed = store.find_peer(peer.certificate_fingerprint);
    if (!listed) return tl::unexpected<wire::HttpResponse>(from_error(listed.error(), "gateway"));
    const bool known = listed->has_value();
    if (known && (*listed)->status == PeerStatus::revoked)
        return turn_away(wire::refusal::certificate_revoked,
                         "this certificate was revoked; ask for a new one");
    if (peer.expired)
        return turn_away(wire::refusal::certificate_expired, "this certificate is past its date; renew it");
    if (!known)
        return turn_away(wire::refusal::certificate_unknown,
                         "this certificate's issuer is trusted, but the certificate is not on the list");
    Caller caller{(*listed)->role, (*listed)->name, std::nullopt};
    if (caller.role == Role::device) {
        auto device = DeviceId::parse(caller.name);
        if (!device) return tl::unexpected<wire::HttpResponse>(from_error(device.error(), "allow-list"));
        caller.device = std::move(*device);
    }
    return caller;
}

/// Nothing when the caller may use the route on this path.
std::optional<wire::HttpResponse> check_rights(const Route& route, const Caller& caller,
                                               const wire::Target& target) {
    const bool is_device = caller.role == Role::device;
    if (route.who == Who::devices && !is_device)
        return refuse(403, wire::refusal::wrong_device,
                      "an officer's certificate; this resource is for devices");
    if (route.who == Who::officers && is_device)
        return refuse(403, wire::refusal::wrong_device,
                      "a device's certificate; this resource is for officers");
    const bool names_device = target.path.size() > 2 && target.path[1] == "journals";
    if (names_device && target.path[2] != caller.name)
        return refuse(403, wire::refusal::wrong_device, "the certificate belongs to " + caller.name);
    return std::nullopt;
}

struct Admitted {
    Caller caller;
    wire::Target target;
    const Route* route = nullptr;
};

/// Everything that is known before the body: who, where, whether.
tl::expected<Admitted, wire::HttpResponse> resolve(Store& store, const wire::HttpRequest& request,
                                                   const Peer& peer) {
    const auto answer = [](wire::HttpResponse response) {
        return tl::unexpected<wire::HttpResponse>(std::move(response));
    };
    auto caller = admit(store, peer);
    if (!caller) return answer(std::move(caller.error()));
    auto target = wire::parse_target(request.target);
    if (!target) return answer(refuse(400, wire::refusal::bad_request, target.error().detail));
    bool path_known = false;
    for (const auto& route : routes()) {
        if (!same_path(route.path, target->path)) continue;
        path_known = true;
        if (route.method != request.method) continue;
        if (auto refused = check_rights(route, *caller, *target)) return answer(std::move(*refused));
        return Admitted{std::move(*caller), std::move(*target), &route};
    }
    if (path_known)
        return answer(refuse(405, wire::refusal::bad_request, "this resource has no such method"));
    return answer(refuse(404, wire::refusal::bad_request, "there is no such resource"));
}

/// RFC 9110 §9.3.2: an answer to HEAD has no body, whatever it says.
wire::HttpResponse for_method(const wire::HttpRequest& request, wire::HttpResponse response) {
    if (request.method == "HEAD") response.body.clear();
    return response;
}

}  // namespace

wire::HttpResponse Service::handle(const wire::HttpRequest& request, const Peer& peer) {
    auto admitted = resolve(office_.store, request, peer);
    if (!admitted) return for_method(request, std::move(admitted.error()));
    const Call call{office_, admitted->caller, request, admitted->target};
    auto answer = admitted->route->handler(call);
    return for_method(request, answer ? std::move(*answer) : from_error(answer.error(), "gateway"));
}

std::optional<wire::HttpResponse> Service::refuse_early(const wire::HttpRequest& head, const Peer& peer) {
    auto admitted = resolve(office_.store, head, peer);
    if (admitted) return std::nullopt;
    return for_method(head, std::move(admitted.error()));
}

void Service::keep_partial(const wire::HttpRequest& request, const Peer& peer) {
    if (request.method != "PATCH" || request.body.empty()) return;
    auto admitted = resolve(office_.store, request, peer);
    if (!admitted) return;
    const Call call{office_, admitted->caller, request, admitted->target};
    const auto kept = keep_partial_piece(call);
    if (!kept) log(LogLevel::warning, "gateway", "a broken piece was not kept: " + kept.error().detail);
}

std::chrono::seconds Service::may_wait(const wire::HttpRequest& request) {
    if (request.method != "GET" || !request.target.starts_with("/v1/feed")) return std::chrono::seconds{0};
    const auto target = wire::parse_target(request.target);
    if (!target || target->path.size() != 2 || target->path[1] != "feed") return std::chrono::seconds{0};
    const std::string text = target->get("wait");
    unsigned seconds = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::chrono::seconds{0};
    return std::min(std::chrono::seconds{seconds}, ServerLimits{}.longest_poll);
}

void Service::settle() {
    const auto settled = office_.store.settle();
    if (!settled) log(LogLevel::error, "gateway", "checkpoint: " + settled.error().detail);
}

}  // namespace ardager::gateway

// The calls of docs/openapi.yaml, one file per resource. Each is called with a caller that the allow-list let
// in. An error is the gateway's own trouble (503) or an unreadable request (400); every other refusal is an
// answer.
#pragma once

#include "sync/gateway/service.h"

namespace ardager::gateway {

/// Who asks, after the allow-list. `device` is there for devices only.
struct Caller {
    Role role = Role::device;
    std::string name;
    std::optional<DeviceId> device;
};

struct Call {
    Office& office;
    const Caller& caller;
    const wire::HttpRequest& request;
    const wire::Target& target;
};

using Answer = Result<wire::HttpResponse>;

// entries.cpp: POST /v1/journals/{device}/entries
[[nodiscard]] Answer post_entries(const Call& call);

// files.cpp: tus 1.0.0 on /v1/files and /v1/files/{sha256}
[[nodiscard]] Answer describe_files(const Call& call);
[[nodiscard]] Answer create_file(const Call& call);
[[nodiscard]] Answer head_file(const Call& call);
[[nodiscard]] Answer patch_file(const Call& call);
[[nodiscard]] Result<void> keep_partial_piece(const Call& call);

// feed.cpp: GET /v1/feed
[[nodiscard]] Answer get_feed(const Call& call);

// whoami.cpp: GET /v1/whoami
[[nodiscard]] Answer get_whoami(const Call& call);

// provider.cpp: what officers see and decide
[[nodiscard]] Answer list_applications(const Call& call);
[[nodiscard]] Answer show_application(const Call& call);
[[nodiscard]] Answer show_file(const Call& call);
[[nodiscard]] Answer post_decision(const Call& call);

}  // namespace ardager::gateway

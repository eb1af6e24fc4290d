// What an entry means to the ministry: the application it accepts, the files it names, and when an
// application has wholly arrived. Everything here works inside the caller's transaction.
#pragma once

#include "sync/gateway/service.h"

namespace ardager::gateway {

/// The branch's answer to an extension: the date that its calendar gives.
struct NewDue {
    std::string number;
    std::string due;
};

struct ProjectedEntry {
    Projection kind = Projection::none;
    std::optional<ApplicationRow> application;
    std::vector<NamedFile> files;
    std::optional<NewDue> new_due;
};

/// Reads `application.accepted`, `acceptance.refused` and `decision.extended`, and from any type every object
/// with a `sha256` as a named file. An entry whose chain is right is evidence and is kept even when this
/// cannot read it, or when its number is taken (kind unreadable, logged).
[[nodiscard]] Result<ProjectedEntry> read_projection(Store& store, const DeviceId& device, const Entry& entry,
                                                     std::string_view payload);

/// Stores rows for an entry that was added.
[[nodiscard]] Result<void> store_projection(Office& office, const DeviceId& device, const Entry& entry,
                                            ProjectedEntry projected);

/// Makes an incomplete application received when none of its files is missing, and tells its provider, once.
[[nodiscard]] Result<void> receive_if_whole(Office& office, ApplicationRow row);

}  // namespace ardager::gateway

// Puts the sync together from an office's configuration: transport, outbox, runner. For composition roots
// only.
#pragma once

#include <memory>

#include "kiosk/cases/office.h"
#include "sync/client/runner.h"

namespace ardager {

/// How changes reach the office: on its record thread, or directly in a command.
using OfficeWriter = std::function<Result<void>(const std::function<Result<void>(Office&)>&)>;

class SyncLine {
public:
    struct Parts {
        const OfficeConfig& config;
        JournalOptions record;
        const Vault& vault;
        Clock& clock;
        Random& random;
        OfficeWriter writer;
        /// The dev dock's switch sits between runner and transport; empty: nothing does.
        std::function<std::unique_ptr<wire::Transport>(std::unique_ptr<wire::Transport>)> wrap;
    };
    /// Errors: not_now when no gateway is configured; not_found, not_allowed, invalid_input for its
    /// certificates.
    [[nodiscard]] static Result<std::unique_ptr<SyncLine>> open(Parts parts);
    [[nodiscard]] sync::SyncRunner& runner() { return *runner_; }

private:
    SyncLine() = default;
    std::unique_ptr<wire::Transport> transport_;
    std::unique_ptr<sync::Outbox> outbox_;
    std::unique_ptr<sync::SyncRunner> runner_;
};

}  // namespace ardager

// What every command of ardagerctl shares: where the record lies, how to answer, which exit code an error
// has. DESIGN.md section 11 is the contract: 0 done, 2 bad usage or input, 3 acceptance refused, 4 not now, 5
// damaged.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/base/json.h"
#include "kiosk/base/random.h"
#include "kiosk/cases/office.h"

namespace ardager::ctl {

enum ExitCode {
    done = 0,
    internal_fault = 1,
    bad_input = 2,
    acceptance_refused = 3,
    not_now = 4,
    damaged = 5
};
[[nodiscard]] ExitCode exit_code(Code code);

struct Context {
    OfficePaths paths;  // --data and the assets
    bool json = false;  // --json
    Clock& clock;
    Random& random;
    [[nodiscard]] Result<std::unique_ptr<Office>> office() const {
        return Office::open(paths, clock, random);
    }
};

/// Prints the value as one JSON line with --json, else the plain text. Returns `code`.
ExitCode answer(const Context& context, const Json& value, const std::string& text, ExitCode code = done);
/// Prints the error: {"errors": [{field, code, message}]} on standard output with --json, else lines on
/// standard error.
ExitCode report(const Context& context, const Error& error);

}  // namespace ardager::ctl

#define CTL_TRY_(name, context, expression)                              \
    ({                                                                   \
        auto name = (expression);                                        \
        if (!name) return ::ardager::ctl::report(context, name.error()); \
        ::ardager::detail::take(std::move(name));                        \
    })

/// Value of a Result, or report its error and return the exit code from the command.
#define CTL_TRY(context, expression) CTL_TRY_(ARDAGER_JOIN(ctl_result_, __COUNTER__), context, expression)

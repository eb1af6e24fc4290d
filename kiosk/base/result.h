// Result<T> and Error: how everything that can fail says so. No exceptions cross a folder's border.
// Pure values; any thread.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace ardager {

/// What the caller must do, not what went wrong inside. The detail is for staff and logs.
enum class Code {
    invalid_input,      // the whole input cannot be read: malformed JSON, bad UTF-8, wrong usage
    invalid_field,      // fields names each wrong one
    missing_documents,  // offer refuse_acceptance; fields names what is missing
    not_found,
    conflict,         // it was done already, or the state does not allow it
    not_now,          // nothing is wrong with the input; try again later (closed shift, busy)
    line,             // the network or the other side failed; backoff
    device,           // a printer, scanner or reader needs a person
    not_allowed,      // certificate, key or role refused
    disk_reserved,    // below the reserve: finish what is open, begin nothing new
    disk,             // input/output error; nothing was kept
    outcome_unknown,  // input/output error on commit: reopen and look the entry up by its id
    record_damaged,   // chain, anchor, seal or database broken: stop writing, recover
    forged,           // a signature or digest does not match
    internal          // our own mistake
};

[[nodiscard]] const char* code_name(Code code);

/// One wrong field: `applicant.iin`, `check_digit`, a sentence for a person (English, no personal data).
struct FieldFault {
    std::string field;
    std::string code;
    std::string message;
    bool operator==(const FieldFault&) const = default;
};

struct Error {
    Code code = Code::internal;
    /// For staff: what, where, what next. Never holds personal data.
    std::string detail;
    std::vector<FieldFault> fields;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string detail) {
    return tl::unexpected<Error>(Error{code, std::move(detail), {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}
[[nodiscard]] inline tl::unexpected<Error> fail_field(std::string field, std::string code,
                                                      std::string message) {
    Error error{Code::invalid_field, field + ": " + message, {}};
    error.fields.push_back({std::move(field), std::move(code), std::move(message)});
    return tl::unexpected<Error>(std::move(error));
}

namespace detail {
template <class T>
T take(Result<T>&& result) {
    return std::move(*result);
}
inline void take(Result<void>&&) {}
}  // namespace detail

/// Stops the process with a message: our own invariant broke. Stays on in release.
[[noreturn]] void broken_invariant(const char* what, const char* file, int line);

}  // namespace ardager

// A name of its own for each use, so that one TRY may stand inside another.
#define ARDAGER_JOIN_(left, right) left##right
#define ARDAGER_JOIN(left, right) ARDAGER_JOIN_(left, right)
#define ARDAGER_TRY_(name, expression)                              \
    ({                                                              \
        auto name = (expression);                                   \
        if (!name) return ::ardager::fail(std::move(name).error()); \
        ::ardager::detail::take(std::move(name));                   \
    })

/// Value of a Result, or return its error from the calling function. Needs GNU statement expressions.
/// One a full expression, beside no other temporary: leaving from the middle of an argument or initializer
/// list, g++ does not destroy the parts that were already made (GCC bug 66139). The tidy test looks for two
/// in one list.
#define TRY(expression) ARDAGER_TRY_(ARDAGER_JOIN(try_result_, __COUNTER__), expression)

#define ARDAGER_CHECK(condition) \
    ((condition) ? (void)0 : ::ardager::broken_invariant(#condition, __FILE__, __LINE__))

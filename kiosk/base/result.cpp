#include "kiosk/base/result.h"

#include <cstdio>
#include <cstdlib>

namespace ardager {

const char* code_name(Code code) {
    switch (code) {
        case Code::invalid_input:
            return "invalid_input";
        case Code::invalid_field:
            return "invalid_field";
        case Code::missing_documents:
            return "missing_documents";
        case Code::not_found:
            return "not_found";
        case Code::conflict:
            return "conflict";
        case Code::not_now:
            return "not_now";
        case Code::line:
            return "line";
        case Code::device:
            return "device";
        case Code::not_allowed:
            return "not_allowed";
        case Code::disk_reserved:
            return "disk_reserved";
        case Code::disk:
            return "disk";
        case Code::outcome_unknown:
            return "outcome_unknown";
        case Code::record_damaged:
            return "record_damaged";
        case Code::forged:
            return "forged";
        case Code::internal:
            return "internal";
    }
    return "internal";
}

void broken_invariant(const char* what, const char* file, int line) {
    std::fprintf(stderr, "ardager: broken invariant: %s (%s:%d). Please report this.\n", what, file, line);
    std::abort();
}

}  // namespace ardager

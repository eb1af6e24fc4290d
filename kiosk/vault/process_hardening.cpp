#include "kiosk/vault/process_hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace ardager {

Result<void> harden_process() {
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0)
        return fail(Code::internal, "hardening: core files cannot be turned off");
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return fail(Code::internal, "hardening: still dumpable");
    return {};
}

}  // namespace ardager

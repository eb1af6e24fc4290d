// One thing that the doctor looked at: what it is, how it stands, what to do.
#pragma once

#include <string>
#include <vector>

namespace ardager::ctl {

enum class Finding { ok, warning, fault };

struct Check {
    std::string name;
    Finding finding = Finding::ok;
    std::string detail;
};

}  // namespace ardager::ctl

// Which scanner, and how it scans. Plain values.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "hw/tuning.h"

namespace ardager::hw {

struct SaneOptions {
    std::string device;  // SANE's name, `epson2:libusb:001:004`; empty: the first that is found
    bool colour = true;  // false: grey, a third of the bytes on the cable; the page is RGB either way
    unsigned dots_per_inch = kScanDotsPerInch;
    /// More settings of this scanner by SANE's option names, such as {"source", "ADF"}.
    std::vector<std::pair<std::string, std::string>> settings;
};

}  // namespace ardager::hw

// Reads the machine-readable zone of an identity card. hw/serial will talk to a reader, hw/fake serves
// tests and the dev dock. Owned by the device thread. The text is personal data: it is never logged.
#pragma once

#include <optional>
#include <string>

namespace ardager::hw {

class IdentityReader {
public:
    virtual ~IdentityReader() = default;
    /// The MRZ of the card that was put in since the last call; never waits. Shape: three lines of 30
    /// characters with line feeds between (ICAO 9303-5, TD1) as read; whether it is right is for
    /// kiosk/rules to say.
    [[nodiscard]] virtual std::optional<std::string> take_mrz() = 0;
};

}  // namespace ardager::hw

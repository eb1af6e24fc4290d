// A card reader into which tests and the dev dock put cards. Any thread.
#pragma once

#include <mutex>
#include <utility>

#include "hw/identity_reader.h"

namespace ardager::hw {

class FakeIdentityReader final : public IdentityReader {
public:
    [[nodiscard]] std::optional<std::string> take_mrz() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(mrz_, std::nullopt);
    }
    /// A card is put in; an earlier one that nobody read is gone.
    void present_card(std::string mrz) {
        const std::lock_guard lock(mutex_);
        mrz_ = std::move(mrz);
    }

private:
    std::mutex mutex_;
    std::optional<std::string> mrz_;
};

}  // namespace ardager::hw

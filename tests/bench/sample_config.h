// A branch as an administrator has filled it in: everything that a receipt must say.
#pragma once

#include "kiosk/cases/office_config.h"

namespace ardager::bench {

inline OfficeConfig sample_config(const DeviceId& device = {"KRG03", "K1"}) {
    auto config = default_config(device);
    config.branch_address = {"Бұқар жырау даңғ., 1", "пр. Бухар-Жырау, 1", "1 Bukhar Zhyrau Ave"};
    config.branch_phone = "+7 7212 000000";
    config.employee_name = "Сынақова Айгүл Тестқызы";
    config.employee_phone = "+7 7212 000001";
    return config;
}

}  // namespace ardager::bench

// The choices of a home visit's request, in the order in which they are shown; the ids are the record's
// (kiosk/cases/visit_draft.h). Pure data.
#pragma once

#include <array>

#include "ui/text/keys.h"

namespace ardager::citizen {

struct VisitChoice {
    const char* id;
    ui::Key title;
};

inline constexpr std::array<VisitChoice, 4> kVisitReasonChoices{
    {{"cannot_walk", ui::Key::visit_reason_cannot_walk},
     {"bedridden", ui::Key::visit_reason_bedridden},
     {"disability_group_1", ui::Key::visit_reason_disability},
     {"other", ui::Key::visit_reason_other}}};

inline constexpr std::array<VisitChoice, 6> kVisitDayChoices{{{"monday", ui::Key::visit_day_monday},
                                                              {"tuesday", ui::Key::visit_day_tuesday},
                                                              {"wednesday", ui::Key::visit_day_wednesday},
                                                              {"thursday", ui::Key::visit_day_thursday},
                                                              {"friday", ui::Key::visit_day_friday},
                                                              {"saturday", ui::Key::visit_day_saturday}}};

inline constexpr std::array<VisitChoice, 3> kVisitTimeChoices{{{"any", ui::Key::visit_time_any},
                                                               {"morning", ui::Key::visit_time_morning},
                                                               {"afternoon", ui::Key::visit_time_afternoon}}};

}  // namespace ardager::citizen

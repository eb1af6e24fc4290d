#include "kiosk/rules/due.h"

namespace ardager {

Date day_of_acceptance(Instant accepted, const Calendar& calendar, const BranchHours& hours) {
    const LocalTime local = local_time(accepted);
    const auto open = hours.on(local.date, calendar);
    const bool counts_today = calendar.is_working_day(local.date) && open &&
                              local.since_midnight < std::chrono::minutes(open->closes_minute);
    return counts_today ? local.date : calendar.next_working_day(local.date);
}

Result<DueDate> due_date(const Standard& standard, Instant accepted, const Calendar& calendar,
                         const BranchHours& hours, int extended_days) {
    if (extended_days != 0 && standard.extension(extended_days) == nullptr) {
        return fail_field("extended", "unknown_term", "is no extended term of " + standard.service);
    }
    const int term = extended_days == 0 ? standard.terms.base : extended_days;
    const Date day = day_of_acceptance(accepted, calendar, hours);
    return DueDate{day, calendar.add_working_days(day, term)};
}

}  // namespace ardager

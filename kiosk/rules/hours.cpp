#include "kiosk/rules/hours.h"

namespace ardager {
namespace {

/// Minutes of `09:00`; nothing for another form or a time after 24:00.
std::optional<int> parse_minutes(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    int value[2] = {0, 0};
    for (std::size_t i = 0; i < 5; ++i) {
        if (i == 2) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        int& part = value[i > 2 ? 1 : 0];
        part = part * 10 + (text[i] - '0');
    }
    const int minutes = value[0] * 60 + value[1];
    if (value[1] > 59 || minutes > 24 * 60) return std::nullopt;
    return minutes;
}

}  // namespace

std::optional<DayHours> BranchHours::on(Date date, const Calendar& calendar) const {
    using namespace std::chrono;
    if (calendar.is_rest_day(date)) return std::nullopt;
    const unsigned iso = weekday(sys_days(date)).iso_encoding();
    const bool made_working = iso > 5 && calendar.is_working_day(date);
    return days[made_working ? 0 : iso - 1];
}

bool BranchHours::open_at(Instant instant, const Calendar& calendar) const {
    const LocalTime local = local_time(instant);
    const auto hours = on(local.date, calendar);
    if (!hours) return false;
    const auto opens = std::chrono::minutes(hours->opens_minute);
    return local.since_midnight >= opens && local.since_midnight < std::chrono::minutes(hours->closes_minute);
}

Result<std::optional<DayHours>> parse_day_hours(std::string_view text) {
    if (text == "closed") return std::optional<DayHours>();
    const auto opens = parse_minutes(text.substr(0, std::min<std::size_t>(5, text.size())));
    const auto closes = text.size() == 11 && text[5] == '-' ? parse_minutes(text.substr(6)) : std::nullopt;
    if (!opens || !closes || *opens >= *closes) {
        return fail(Code::invalid_input, "hours are `09:00-18:00` or `closed`");
    }
    return std::optional(DayHours{*opens, *closes});
}

}  // namespace ardager

#include "kiosk/cases/describe_terms.h"

namespace ardager {

LocalText describe_extensions(const Standard& standard) {
    LocalText note;
    for (const auto& extension : standard.terms.extensions) {
        const auto days = std::to_string(extension.days);
        const auto add = [](std::string& to, const std::string& sentence) {
            to += (to.empty() ? "" : "; ") + sentence;
        };
        add(note.kk, days + " жұмыс күніне дейін – " + extension.reason.kk);
        add(note.ru, "до " + days + " рабочих дней – " + extension.reason.ru);
        add(note.en, "up to " + days + " working days: " + extension.reason.en);
    }
    return note;
}

}  // namespace ardager

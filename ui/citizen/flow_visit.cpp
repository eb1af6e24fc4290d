// The request for a home visit: what is chosen, sending it, its number.
#include <algorithm>

#include "ui/citizen/flow.h"

namespace ardager::citizen {

void CitizenFlow::choose_for_visit(const std::string& id) {
    VisitAnswers& visit = state_.visit;
    switch (state_.page) {
        case Page::visit_who:
            if (id != "another")
                visit.requester.reset();
            else if (!visit.requester)
                visit.requester.emplace();
            break;
        case Page::visit_reason:
            visit.reason = id;
            break;
        case Page::visit_days:
            if (id == "any")
                visit.days.clear();
            else if (std::erase(visit.days, id) == 0)
                visit.days.push_back(id);
            break;
        case Page::visit_time:
            visit.part_of_day = id;
            break;
        default:
            break;
    }
}

void CitizenFlow::request_visit() {
    state_.errors.clear();
    check_visit();
    if (!state_.errors.empty()) return;
    effects_.push_back(RequestVisit{state_.visit, state_.answers.language});
    go(Page::visit_sending);
}

void CitizenFlow::on(const VisitRequested& requested) {
    if (state_.page != Page::visit_sending) return;
    finish_with(Page::visit_taken, {requested.number, std::nullopt, PrintState::waiting});
    effects_.push_back(PrintSlip{});
}

}  // namespace ardager::citizen

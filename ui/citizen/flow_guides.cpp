// Guides to the services that only the portal accepts, and the information pages.
#include <algorithm>

#include "ui/citizen/flow.h"

namespace ardager::citizen {

std::vector<const Standard*> services_on(const CitizenSetup& setup, Date date) {
    std::vector<const Standard*> found;
    for (const Standard& standard : setup.portal_services) {
        if (standard.in_force_from > date) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Standard* other) {
            return other->service == standard.service;
        });
        if (same == found.end())
            found.push_back(&standard);
        else if ((*same)->in_force_from < standard.in_force_from)
            *same = &standard;
    }
    return found;
}

const Standard* service_on(const CitizenSetup& setup, Date date, const std::string& service) {
    for (const Standard* standard : services_on(setup, date))
        if (standard->service == service) return standard;
    return nullptr;
}

const Variant* find_variant(const Standard& standard, const std::string& id) {
    for (const Variant& variant : standard.variants)
        if (variant.id == id) return &variant;
    return nullptr;
}

bool CitizenFlow::on_guide_pages(const Intent& intent) {
    const bool back = intent.act == Act::back;
    switch (state_.page) {
        case Page::other_services:
            if (back) go(Page::menu);
            if (intent.act == Act::open_guide) open_guide(intent.value);
            if (intent.act == Act::open_information) {
                state_.guide = {{}, {}, intent.value};
                go(Page::information);
            }
            return true;
        case Page::guide_who:
            if (back) go(Page::other_services);
            if (intent.act == Act::choose) {
                state_.guide.variant = intent.value;
                go(Page::guide);
            }
            return true;
        case Page::guide:
            on_guide_page(intent);
            return true;
        case Page::information:
            if (back) go(Page::other_services);
            return true;
        default:
            return false;
    }
}

void CitizenFlow::open_guide(const std::string& service) {
    const Standard* standard = service_on(setup_, today_, service);
    if (standard == nullptr) return;
    state_.guide = {service, {}, {}};
    go(standard->variants.empty() ? Page::guide : Page::guide_who);
}

void CitizenFlow::on_guide_page(const Intent& intent) {
    const GuideChoice& guide = state_.guide;
    if (intent.act == Act::back) {
        state_.outcome = {};
        go(guide.variant.empty() ? Page::other_services : Page::guide_who);
        return;
    }
    if (state_.outcome.print == PrintState::waiting || !allows(Deed::print)) return;
    if (intent.act == Act::print_guide)
        effects_.push_back(PrintChecklist{guide.service, guide.variant, state_.answers.language});
    else if (intent.act == Act::print_blank)
        effects_.push_back(PrintBlank{state_.answers.language});
    else
        return;
    state_.outcome.print = PrintState::waiting;
}

}  // namespace ardager::citizen

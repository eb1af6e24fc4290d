// The order of the questions in each journey, which pages share their kind, where a change begins and ends.
#include <algorithm>
#include <array>
#include <span>

#include "ui/citizen/asked.h"

namespace ardager::citizen {
namespace {

constexpr std::array kApplication{Page::consent,
                                  Page::applicant,
                                  Page::representative_identity,
                                  Page::representative_confirm,
                                  Page::representative_name,
                                  Page::representative_phone,
                                  Page::authority,
                                  Page::authority_number,
                                  Page::authority_scan,
                                  Page::identity,
                                  Page::identity_confirm,
                                  Page::name,
                                  Page::phone,
                                  Page::place,
                                  Page::address,
                                  Page::pickup,
                                  Page::document_kind,
                                  Page::document_number,
                                  Page::scan,
                                  Page::check};

constexpr std::array kVisit{Page::home_visit,  Page::visit_who,   Page::visit_requester, Page::visit_name,
                            Page::visit_phone, Page::visit_place, Page::visit_address,   Page::visit_reason,
                            Page::visit_days,  Page::visit_time,  Page::visit_check};

std::span<const Page> journey_of(Page page) {
    if (is_visit(page)) return kVisit;
    return kApplication;
}

bool skipped(Page page, const CitizenState& state, const CitizenSetup& setup) {
    if (is_representative(page) && !state.answers.representative) return true;
    switch (page) {
        case Page::identity_confirm:
            return state.card.read;
        case Page::representative_confirm:
            return state.representative_card.read;
        case Page::visit_requester:
            return !state.visit.requester;
        case Page::pickup:
            return setup.branches.size() < 2;
        default:
            return false;
    }
}

Page visit_page_of(Field field) {
    switch (field) {
        case Field::visit_who:
            return Page::visit_who;
        case Field::visit_requester:
            return Page::visit_requester;
        case Field::surname:
        case Field::given_name:
        case Field::patronymic:
            return Page::visit_name;
        case Field::phone:
            return Page::visit_phone;
        case Field::place:
        case Field::address:
            return Page::visit_place;
        case Field::visit_reason:
            return Page::visit_reason;
        case Field::visit_days:
            return Page::visit_days;
        case Field::visit_time:
            return Page::visit_time;
        default:
            return Page::visit_check;
    }
}

}  // namespace

Page kind_of(Page page) {
    switch (page) {
        case Page::representative_identity:
            return Page::identity;
        case Page::representative_confirm:
            return Page::identity_confirm;
        case Page::representative_name:
        case Page::visit_requester:
        case Page::visit_name:
            return Page::name;
        case Page::representative_phone:
        case Page::visit_phone:
            return Page::phone;
        case Page::visit_place:
            return Page::place;
        case Page::visit_address:
            return Page::address;
        case Page::authority_number:
            return Page::document_number;
        case Page::authority_scan:
            return Page::scan;
        default:
            return page;
    }
}

bool is_visit(Page page) {
    return std::find(kVisit.begin(), kVisit.end(), page) != kVisit.end();
}

bool is_representative(Page page) {
    return page >= Page::representative_identity && page <= Page::authority_scan;
}

bool asks_questions(Page page) {
    if (page == Page::birth_date || page == Page::representative) return true;  // beside the straight way
    const auto journey = journey_of(page);
    return std::find(journey.begin(), journey.end(), page) != journey.end();
}

Page step_from(Page from, int direction, const CitizenState& state, const CitizenSetup& setup) {
    const auto journey = journey_of(from);
    auto at = std::find(journey.begin(), journey.end(), from);
    do {
        if (direction < 0 && at == journey.begin()) return Page::menu;
        at += direction;
    } while (skipped(*at, state, setup));
    return *at;
}

bool ends_change(Page page) {
    switch (page) {
        case Page::birth_date:
        case Page::pickup:
        case Page::visit_reason:
        case Page::visit_days:
        case Page::visit_time:
            return true;
        case Page::visit_requester:  // then whose name it is not
            return false;
        default:
            break;
    }
    switch (kind_of(page)) {
        case Page::identity_confirm:
        case Page::name:
        case Page::phone:
        case Page::address:
        case Page::scan:
            return true;
        default:
            return false;
    }
}

Page page_of(Field field, Page check) {
    if (check == Page::visit_check) return visit_page_of(field);
    switch (field) {
        case Field::iin:
            return Page::identity;
        case Field::surname:
        case Field::given_name:
        case Field::patronymic:
            return Page::name;
        case Field::birth_date:
            return Page::birth_date;
        case Field::phone:
            return Page::phone;
        case Field::place:
        case Field::address:
            return Page::place;
        case Field::pickup_branch:
            return Page::pickup;
        case Field::document_kind:
        case Field::document_number:
        case Field::scan:
            return Page::document_kind;
        case Field::consent:
            return Page::consent;
        case Field::representative_iin:
            return Page::representative_identity;
        case Field::representative_name:
            return Page::representative_name;
        case Field::representative_phone:
            return Page::representative_phone;
        case Field::authority:
            return Page::authority;
        default:
            return Page::check;
    }
}

}  // namespace ardager::citizen

// Which answer a page asks for. Several journeys share pages: the name of the applicant, of the
// representative, of who needs a visit are typed and checked by the same code. Internal to ui/citizen; pure.
#pragma once

#include "ui/citizen/flow.h"

namespace ardager::citizen {

/// What a page does, whosoever it asks about: `representative_name` → `name`. Others are their own kind.
[[nodiscard]] Page kind_of(Page page);
[[nodiscard]] bool is_visit(Page page);
/// True for the pages about the person who signs for another.
[[nodiscard]] bool is_representative(Page page);

namespace asked_detail {
template <class State, class Part>
using Like = std::conditional_t<std::is_const_v<State>, const Part, Part>;
}  // namespace asked_detail

template <class State>
asked_detail::Like<State, NameAnswers>& asked_name(State& state) {
    if (state.page == Page::visit_name) return state.visit.person;
    if (state.page == Page::visit_requester && state.visit.requester) return *state.visit.requester;
    if (is_representative(state.page) && state.answers.representative) return *state.answers.representative;
    return state.answers.applicant;
}

template <class State>
asked_detail::Like<State, std::string>& asked_iin(State& state) {
    if (is_representative(state.page) && state.answers.representative)
        return state.answers.representative->iin;
    return state.answers.applicant.iin;
}

template <class State>
asked_detail::Like<State, std::string>& asked_phone(State& state) {
    if (is_visit(state.page)) return state.visit.phone;
    if (is_representative(state.page) && state.answers.representative)
        return state.answers.representative->phone;
    return state.answers.applicant.phone;
}

template <class State>
asked_detail::Like<State, AddressAnswer>& asked_address(State& state) {
    return is_visit(state.page) ? state.visit.address : state.answers.applicant.address;
}

/// Null when no document was chosen yet.
template <class State>
asked_detail::Like<State, DocumentAnswer>* asked_document(State& state) {
    if (is_representative(state.page))
        return state.answers.representative ? &state.answers.representative->document : nullptr;
    return state.answers.documents.empty() ? nullptr : &state.answers.documents.front();
}

template <class State>
asked_detail::Like<State, std::vector<ScannedPageState>>& asked_pages(State& state) {
    return is_representative(state.page) ? state.authority_pages : state.pages;
}

template <class State>
asked_detail::Like<State, CardFacts>& asked_card(State& state) {
    return is_representative(state.page) ? state.representative_card : state.card;
}

}  // namespace ardager::citizen

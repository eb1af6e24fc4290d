#include "ui/citizen/own_words.h"

#include <algorithm>

#include "ui/text/text.h"

namespace ardager::citizen {
namespace {

using Words = std::vector<std::string>;

void add_name(Words& words, const NameAnswers& name) {
    words.insert(words.end(), {name.surname, name.given_name, name.patronymic});
}

void add_phone(Words& words, const std::string& phone) {
    words.push_back(phone);
    // Typed without its country, and shown so.
    if (phone.starts_with("+7")) words.push_back(phone.substr(2));
}

void add_answers(Words& words, const ApplicationAnswers& answers) {
    const ApplicantAnswers& person = answers.applicant;
    add_name(words, person);
    add_phone(words, person.phone);
    words.insert(words.end(), {person.iin, person.address.text});
    if (answers.representative) {
        add_name(words, *answers.representative);
        add_phone(words, answers.representative->phone);
        words.insert(words.end(), {answers.representative->iin, answers.representative->document.number});
    }
    if (person.birth_date)
        for (const ui::Language language : ui::kLanguages)
            words.push_back(ui::Text::date_in_words(language, *person.birth_date));
    if (person.birth_date) words.push_back(paper_date(*person.birth_date));
    for (const DocumentAnswer& document : answers.documents) words.push_back(document.number);
}

void add_visit(Words& words, const VisitAnswers& visit) {
    add_name(words, visit.person);
    if (visit.requester) add_name(words, *visit.requester);
    add_phone(words, visit.phone);
    words.push_back(visit.address.text);
}

}  // namespace

std::vector<std::string> own_words(const CitizenState& state) {
    Words words;
    add_answers(words, state.answers);
    add_visit(words, state.visit);
    if (state.before_change) {
        add_answers(words, state.before_change->answers);
        add_visit(words, state.before_change->visit);
    }
    if (state.found_draft) add_answers(words, *state.found_draft);
    words.insert(words.end(), {state.birth_typed, state.receipt_typed, state.card.latin_name,
                               state.representative_card.latin_name, state.outcome.number});
    if (state.status) words.push_back(state.status->number);
    if (state.revealed) words.push_back(state.revealed->applicant);
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    return words;
}

}  // namespace ardager::citizen

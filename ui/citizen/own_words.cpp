#include "ui/citizen/own_words.h"

#include <algorithm>

#include "ui/text/text.h"

namespace ardager::citizen {
namespace {

using Words = std::vector<std::string>;

void add_answers(Words& words, const ApplicationAnswers& answers) {
    const ApplicantAnswers& person = answers.applicant;
    words.insert(words.end(), {person.iin, person.surname, person.given_name, person.patronymic, person.phone,
                               person.address.text});
    // Typed without its country, and shown so.
    if (person.phone.starts_with("+7")) words.push_back(person.phone.substr(2));
    if (person.birth_date)
        for (const ui::Language language : ui::kLanguages)
            words.push_back(ui::Text::date_in_words(language, *person.birth_date));
    if (person.birth_date) words.push_back(paper_date(*person.birth_date));
    for (const DocumentAnswer& document : answers.documents) words.push_back(document.number);
}

}  // namespace

std::vector<std::string> own_words(const CitizenState& state) {
    Words words;
    add_answers(words, state.answers);
    if (state.before_change) add_answers(words, state.before_change->answers);
    if (state.found_draft) add_answers(words, *state.found_draft);
    words.insert(words.end(),
                 {state.birth_typed, state.receipt_typed, state.latin_name, state.outcome.number});
    if (state.status) words.push_back(state.status->number);
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    return words;
}

}  // namespace ardager::citizen

// Who signs: the applicant, or a representative with a paper that gives authority.
#include "ui/citizen/asked.h"

namespace ardager::citizen {

void CitizenFlow::choose_who_applies(const std::string& id) {
    auto& representative = state_.answers.representative;
    if (id == "another") {
        if (representative) return;
        representative.emplace();
        representative->document.kind = kAuthority;
        return;
    }
    representative.reset();
    state_.authority_pages.clear();
    state_.representative_card = {};
}

void CitizenFlow::choose_authority(const std::string& id) {
    RepresentativeAnswers& representative = *state_.answers.representative;
    if (representative.authority == id) return;
    representative.authority = id;
    representative.document = {kAuthority, "", {}};
    state_.authority_pages.clear();
}

}  // namespace ardager::citizen

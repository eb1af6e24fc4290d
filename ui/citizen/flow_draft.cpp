// The draft of a session as JSON, and taking it up again after a power cut. Also the order of places.
#include <array>

#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

constexpr std::array kPageNames{"start",
                                "menu",
                                "consent",
                                "applicant",
                                "representative",
                                "identity",
                                "identity_confirm",
                                "name",
                                "birth_date",
                                "phone",
                                "place",
                                "address",
                                "pickup",
                                "document_kind",
                                "document_number",
                                "scan",
                                "check",
                                "submitting",
                                "accepted",
                                "incomplete",
                                "keeping_draft",
                                "draft_kept",
                                "refusing",
                                "refused",
                                "status_number",
                                "status_looking",
                                "status",
                                "home_visit",
                                "other_services",
                                "status_choose",
                                "status_receipt",
                                "status_identity",
                                "status_revealing",
                                "guide_who",
                                "guide",
                                "information"};

Result<Page> page_from(const std::string& name) {
    for (auto page = static_cast<std::size_t>(Page::consent); page <= static_cast<std::size_t>(Page::check);
         ++page)
        if (name == kPageNames[page]) return static_cast<Page>(page);
    if (name == page_name(Page::incomplete)) return Page::incomplete;
    return fail(Code::invalid_input, "draft: page is none that can be taken up");
}

PageQuality quality_from(const std::string& name) {
    for (const auto quality : {PageQuality::blank, PageQuality::dark, PageQuality::blurred})
        if (name == page_quality_name(quality)) return quality;
    return PageQuality::ok;
}

/// How many leading digits of a KATO code say where it stands: 2, 4, 6 or 9.
std::size_t kato_level(std::string_view kato) {
    if (kato.substr(2) == "0000000") return 2;
    if (kato.substr(4) == "00000") return 4;
    return kato.substr(6) == "000" ? 6 : 9;
}

bool is_above(std::string_view above, std::string_view below) {
    const auto level = kato_level(above);
    return level < kato_level(below) && above.substr(0, level) == below.substr(0, level);
}

}  // namespace

const char* page_name(Page page) {
    return kPageNames[static_cast<std::size_t>(page)];
}

void CitizenFlow::save_draft() {
    const bool asks = state_.page >= Page::consent && state_.page <= Page::check;
    if (!asks && state_.page != Page::incomplete) return;
    Json pages = Json::array();
    for (const ScannedPageState& page : state_.pages)
        pages.push_back({{"id", page.id}, {"quality", page_quality_name(page.quality)}});
    effects_.push_back(SaveDraft{{{"session", state_.session},
                                  {"page", page_name(state_.page)},
                                  {"answers", answers_to_json(state_.answers)},
                                  {"pages", pages},
                                  {"latin_name", state_.latin_name},
                                  {"card_read", state_.card_read},
                                  {"keep_only", state_.keep_only},
                                  {"birth_differs", state_.birth_differs}}});
}

Result<void> CitizenFlow::restore(const Json& draft, const std::string& session) {
    if (!draft.is_object()) return fail(Code::invalid_input, "draft: no object");
    if (session.empty() || TRY(json_text(draft, "session")) != session)
        return fail(Code::invalid_input, "draft: belongs to another session");
    CitizenState state;
    state.session = session;
    state.page = TRY(page_from(TRY(json_text(draft, "page"))));
    if (!draft.contains("answers")) return fail(Code::invalid_input, "draft: answers are missing");
    state.answers = TRY(answers_from_json(draft["answers"]));
    state.latin_name = TRY(json_text(draft, "latin_name"));
    state.card_read = TRY(json_bool(draft, "card_read"));
    state.keep_only = TRY(json_bool(draft, "keep_only"));
    state.birth_differs = TRY(json_bool(draft, "birth_differs"));
    const auto pages = draft.find("pages");
    if (pages == draft.end() || !pages->is_array())
        return fail(Code::invalid_input, "draft: pages are missing");
    for (const Json& page : *pages)
        state.pages.push_back(
            {TRY(json_text(page, "id")), quality_from(TRY(json_text(page, "quality"))), nullptr});
    if (state.page > Page::document_kind && state.answers.documents.empty())
        return fail(Code::invalid_input, "draft: the page needs a document that is not there");
    state.overlay = Overlay::idle;
    state_ = std::move(state);
    touched_ = now_ - kIdleWarning;
    return {};
}

std::vector<Place> places_below(const std::vector<Place>& places, std::string_view parent) {
    std::vector<Place> below;
    for (const Place& place : places)
        if (place_above(places, place.kato) == parent) below.push_back(place);
    return below;
}

std::string place_above(const std::vector<Place>& places, std::string_view kato) {
    if (kato.size() != 9) return {};
    const Place* nearest = nullptr;
    for (const Place& place : places)
        if (is_above(place.kato, kato) && (!nearest || is_above(nearest->kato, place.kato))) nearest = &place;
    return nearest ? nearest->kato : std::string();
}

}  // namespace ardager::citizen

// The draft of a session as JSON, and taking it up again after a power cut. Also the order of places.
#include <array>

#include "ui/citizen/asked.h"
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
                                "information",
                                "ticket_purpose",
                                "ticket_taking",
                                "ticket",
                                "representative_identity",
                                "representative_confirm",
                                "representative_name",
                                "representative_phone",
                                "authority",
                                "authority_number",
                                "authority_scan",
                                "visit_who",
                                "visit_requester",
                                "visit_name",
                                "visit_phone",
                                "visit_place",
                                "visit_address",
                                "visit_reason",
                                "visit_days",
                                "visit_time",
                                "visit_check",
                                "visit_sending",
                                "visit_taken"};

bool can_be_taken_up(Page page) {
    return asks_questions(page) || page == Page::incomplete;
}

Result<Page> page_from(const std::string& name) {
    for (std::size_t page = 0; page < kPageNames.size(); ++page)
        if (name == kPageNames[page] && can_be_taken_up(static_cast<Page>(page)))
            return static_cast<Page>(page);
    return fail(Code::invalid_input, "draft: page is none that can be taken up");
}

PageQuality quality_from(const std::string& name) {
    for (const auto quality : {PageQuality::blank, PageQuality::dark, PageQuality::blurred})
        if (name == page_quality_name(quality)) return quality;
    return PageQuality::ok;
}

Result<Json> member(const Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key))
        return fail(Code::invalid_input, std::string("draft: ") + key + " is missing");
    return json.at(key);
}

Json pages_to_json(const std::vector<ScannedPageState>& pages) {
    Json json = Json::array();
    for (const ScannedPageState& page : pages)
        json.push_back({{"id", page.id}, {"quality", page_quality_name(page.quality)}});
    return json;
}

Result<std::vector<ScannedPageState>> pages_from_json(const Json& json) {
    if (!json.is_array()) return fail(Code::invalid_input, "draft: pages are no list");
    std::vector<ScannedPageState> pages;
    for (const Json& page : json) {
        auto id = TRY(json_text(page, "id"));
        pages.push_back({std::move(id), quality_from(TRY(json_text(page, "quality"))), nullptr});
    }
    return pages;
}

Json card_to_json(const CardFacts& card) {
    return {{"read", card.read}, {"latin_name", card.latin_name}};
}

Result<CardFacts> card_from_json(const Json& json) {
    CardFacts card;
    card.read = TRY(json_bool(json, "read"));
    card.latin_name = TRY(json_text(json, "latin_name"));
    return card;
}

/// What a page shows must be there.
Result<void> check_page_fits(const CitizenState& state) {
    const bool needs_document = state.page == Page::document_number || state.page == Page::scan;
    if (needs_document && state.answers.documents.empty())
        return fail(Code::invalid_input, "draft: the page needs a document that is not there");
    if (is_representative(state.page) && !state.answers.representative)
        return fail(Code::invalid_input, "draft: the page needs a representative who is not there");
    if (state.page == Page::visit_requester && !state.visit.requester)
        return fail(Code::invalid_input, "draft: the page needs a requester who is not there");
    return {};
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
    if (!can_be_taken_up(state_.page)) return;
    effects_.push_back(SaveDraft{{{"session", state_.session},
                                  {"page", page_name(state_.page)},
                                  {"answers", answers_to_json(state_.answers)},
                                  {"visit", visit_to_json(state_.visit)},
                                  {"pages", pages_to_json(state_.pages)},
                                  {"authority_pages", pages_to_json(state_.authority_pages)},
                                  {"card", card_to_json(state_.card)},
                                  {"representative_card", card_to_json(state_.representative_card)},
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
    state.answers = TRY(answers_from_json(TRY(member(draft, "answers"))));
    state.visit = TRY(visit_from_json(TRY(member(draft, "visit"))));
    state.pages = TRY(pages_from_json(TRY(member(draft, "pages"))));
    state.authority_pages = TRY(pages_from_json(TRY(member(draft, "authority_pages"))));
    state.card = TRY(card_from_json(TRY(member(draft, "card"))));
    state.representative_card = TRY(card_from_json(TRY(member(draft, "representative_card"))));
    state.keep_only = TRY(json_bool(draft, "keep_only"));
    state.birth_differs = TRY(json_bool(draft, "birth_differs"));
    TRY(check_page_fits(state));
    state.overlay = Overlay::resume;
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

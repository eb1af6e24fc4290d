// Views of the pages around the guard ladder, a number's ways, and the guides.
#include <algorithm>

#include "kiosk/base/text.h"
#include "kiosk/rules/checklist.h"
#include "ui/citizen/tuning.h"
#include "ui/citizen/views.h"
#include "ui/kit/typing.h"

namespace ardager::citizen {
namespace {

Offer offer(const CitizenFlow& flow, Deed deed) {
    const auto rung = forbidden_by(flow.board(), deed);
    return rung ? Offer{reason_of(*rung)} : Offer{};
}

bool is_translation(const std::vector<std::string>& translations, const std::string& language) {
    return std::find(translations.begin(), translations.end(), language) != translations.end();
}

/// The order begins a variant with a small letter, as a part of its sentence; alone it is a sentence.
std::string with_capital(const std::string& text) {
    std::size_t rest = 0;
    std::string out;
    if (!text.empty()) append_utf8(out, ui::capital(next_character(text, rest)));
    return out + text.substr(rest);
}

/// `30 жұмыс күніне дейін – …` for each longer term, in one language.
std::string extension_of(const Standard& standard, const std::string& language) {
    std::string all;
    for (const Extension& extension : standard.terms.extensions) {
        const std::string days = std::to_string(extension.days);
        const LocalText until{days + " жұмыс күніне дейін – ", "до " + days + " рабочих дней – ",
                              "up to " + days + " working days: "};
        all += (all.empty() ? "" : "; ") + until.in(language) + extension.reason.in(language);
    }
    return all;
}

}  // namespace

MenuView menu_view(const CitizenFlow& flow) {
    MenuView view;
    view.apply = offer(flow, Deed::apply);
    view.status = offer(flow, Deed::status);
    view.ticket = offer(flow, Deed::ticket);
    view.visit = offer(flow, Deed::visit);
    view.queue = queue_view(flow);
    view.guard = guard_sentence(flow);
    if (!view.apply.open() && !forbidden_by(flow.board(), Deed::prepare)) {
        view.keep_only = true;
        view.why_keep = *view.apply.reason;
        view.apply = {};
    }
    return view;
}

StatusView status_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    return {*state.status, state.outcome.print, offer(flow, Deed::print), state.revealed,
            state.reveal_tries >= kRevealTries && !state.revealed};
}

StatusChooseView status_choose_view(const CitizenFlow& flow) {
    if (camera_reads(flow.board())) return {{}, true};
    return {offer(flow, Deed::scan_receipt)};
}

ReceiptScanView receipt_scan_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const bool camera = camera_reads(flow.board());
    // A scanner that fails while it is looked at says so itself.
    const bool scanner = !camera || !forbidden_by(flow.board(), Deed::scan_receipt);
    return {scanner, state.scanning.has_value(), state.errors, camera, state.camera};
}

ServicesView services_view(const CitizenFlow& flow, const ui::Text& text) {
    const std::string& language = flow.state().answers.language;
    ServicesView view;
    for (const Standard* standard : services_on(flow.setup(), flow.today()))
        view.services.push_back({standard->service, standard->name.in(language),
                                 text(Key::guide_hint, {ui::with_count(standard->terms.base)})});
    for (const Guide& guide : flow.setup().guides)
        view.information.push_back({guide.id, guide.title.in(language), guide.summary.in(language)});
    return view;
}

GuideWhoView guide_who_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const std::string& language = state.answers.language;
    GuideWhoView view;
    const Standard* standard = service_on(flow.setup(), flow.today(), state.guide.service);
    if (standard == nullptr) return view;
    view.service = standard->name.in(language);
    for (const Variant& variant : standard->variants)
        view.variants.push_back(
            {variant.id, with_capital(variant.name.in(language)), variant.id == state.guide.variant});
    return view;
}

GuideView guide_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const std::string& language = state.answers.language;
    GuideView view;
    view.portal = flow.setup().portal;
    view.portal_qr = flow.setup().portal_qr;
    view.print = state.outcome.print;
    view.printing = offer(flow, Deed::print);
    const Standard* standard = service_on(flow.setup(), flow.today(), state.guide.service);
    if (standard == nullptr) return view;
    view.service = standard->name.in(language);
    if (const Variant* variant = find_variant(*standard, state.guide.variant)) {
        view.who = with_capital(variant->name.in(language));
        view.blank = variant->blank == kMedicalCard;
    }
    view.term_days = static_cast<unsigned>(standard->terms.base);
    view.extension = extension_of(*standard, language);
    if (const auto list = list_documents(*standard, state.guide.variant)) {
        for (const LocalText& item : list->items) view.documents.push_back(item.in(language));
        view.note = list->note.in(language);
    }
    for (const RefusalGround& ground : standard->refusal_grounds)
        view.grounds.push_back(ground.text.in(language));
    view.legal_reference = standard->legal_reference.in(language);
    view.translation = is_translation(standard->translations, language);
    return view;
}

InformationView information_view(const CitizenFlow& flow) {
    const CitizenState& state = flow.state();
    const std::string& language = state.answers.language;
    InformationView view;
    for (const Guide& guide : flow.setup().guides) {
        if (guide.id != state.guide.information) continue;
        view.title = guide.title.in(language);
        for (const GuidePart& part : guide.parts)
            view.parts.push_back({part.title.in(language), paragraphs(part.text.in(language))});
        view.legal_reference = guide.legal_reference.in(language);
        view.translation = is_translation(guide.translations, language);
    }
    return view;
}

}  // namespace ardager::citizen

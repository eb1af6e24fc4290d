// What to gather for a service that only the portal accepts: boxes to tick, and the way to the portal.
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"
#include "kiosk/receipts/portal.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

/// The service's name with the way to the portal beside it (beneath it on a roll).
void add_title(Flow& flow, const Checklist& list, const Wording& words, const QrModules& portal) {
    Phrases title = words("title", Style::label);
    append(title, words.local(list.service, Style::title));
    add_qr(flow, portal, title, kPortalQrSide);
}

void add_facts(Flow& flow, const Checklist& list, const Wording& words) {
    flow.gap(8);
    add_field(flow, words("variant", Style::label), words.local(list.variant, Style::strong));
    add_field(flow, words("term", Style::label),
              words("term_days", Style::strong, {{"days", std::to_string(list.term_days)}}));
    add_field(flow, words("extension", Style::label), words.local(list.extension, Style::body));
    add_field(flow, words("fee", Style::label), words("free", Style::strong));
    Phrases where = words("portal", Style::strong, {{"portal", list.portal}});
    append(where, words("scan", Style::body));
    add_field(flow, words("where", Style::label), where);
}

void add_grounds(Flow& flow, const Checklist& list, const Wording& words) {
    if (list.refusal_grounds.empty()) return;
    flow.gap(11);
    flow.text(words("grounds", Style::heading), Align::left, true);
    for (std::size_t i = 0; i < list.refusal_grounds.size(); ++i) {
        const LocalText& ground = list.refusal_grounds[i];
        const std::string index = std::to_string(i + 1);
        flow.gap(4);
        flow.text(words("ground", Style::cell, {{"index", index}, {"text", ground.kk}},
                        {{"index", index}, {"text", ground.in("ru")}}));
    }
}

}  // namespace

std::string portal_address(std::string_view portal) {
    std::string address = "HTTPS://";
    for (const char c : portal) address += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return address;
}

Result<std::vector<Part>> compose_paper(const Desk& desk, const Checklist& list) {
    const Wording words(desk.forms.get(FormKind::checklist), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_letterhead(flow, words, list.branch, 0);
    add_title(flow, list, words, TRY(make_qr(portal_address(list.portal))));
    add_facts(flow, list, words);
    flow.gap(11);
    flow.text(words("documents", Style::heading), Align::left, true);
    for (const LocalText& document : list.documents) add_tick(flow, words.local(document, Style::body));
    if (!list.note.kk.empty()) {
        flow.gap(8);
        flow.text(words.local(list.note, Style::cell));
    }
    add_grounds(flow, list, words);
    flow.gap(8);
    flow.text(words("contact", Style::strong));
    Phrases last = words.local(list.legal_reference, Style::caption);
    for (Phrase& phrase : last) phrase.text = words.inline_text("reference") + ": " + phrase.text;
    if (list.russian_is_translation && desk.options.language != ReceiptLanguage::kk)
        last.push_back({words.inline_text("translation"), Style::caption});
    flow.gap(3);
    flow.text(last);
    return one_part(finish_part(desk, words, words.inline_text("title"), flow));
}

}  // namespace ardager::receipts

#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

void draw_paper_state(Kit& kit, const Text& text, const GuideView& view) {
    switch (view.print) {
        case PrintState::none:
            break;
        case PrintState::waiting:
            kit.notice(ui::Tone::info, text(Key::guide_printing), ui::Icon::print);
            break;
        case PrintState::printed:
            kit.notice(ui::Tone::ok, text(Key::guide_printed), ui::Icon::print);
            break;
        case PrintState::failed:
            kit.notice(ui::Tone::warning, text(Key::guide_print_failed), ui::Icon::print);
            break;
    }
}

void draw_terms(Kit& kit, const Text& text, const GuideView& view) {
    kit.notice(ui::Tone::info, text(Key::guide_term, {ui::with_count(view.term_days)}), ui::Icon::schedule);
    if (!view.extension.empty()) kit.body(text(Key::guide_extension, {{"terms", view.extension}}));
    ui::NumberCard card{.caption = text(Key::guide_portal),
                        .number = view.portal,
                        .spoken_number = view.portal,
                        .qr = view.portal_qr ? *view.portal_qr : ui::QrModules{},
                        .lines = {{text(Key::guide_portal_scan), false}}};
    kit.number_card(card);
}

void draw_list(Kit& kit, const Text& text, Key heading, const std::vector<std::string>& items) {
    kit.heading(text(heading));
    kit.begin_card();
    for (std::size_t i = 0; i < items.size(); ++i) kit.body(std::to_string(i + 1) + ") " + items[i]);
    kit.end_card();
}

void draw_source(Kit& kit, const Text& text, const std::string& reference, bool translation) {
    kit.lead(text(Key::guide_reference, {{"reference", reference}}));
    if (translation) kit.lead(text(Key::guide_translation));
}

}  // namespace

Intent draw_guide_who(Kit& kit, const Text& text, const GuideWhoView& view) {
    Intent intent;
    kit.title(text(Key::guide_who));
    kit.lead(view.service + ". " + text(Key::guide_who_lead));
    for (const Option& variant : view.variants)
        if (kit.choice("who_" + variant.id, {.title = variant.title, .selected = variant.selected}))
            intent = chosen(variant.id);
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    return intent;
}

Intent draw_guide(Kit& kit, const Text& text, const GuideView& view) {
    Intent intent;
    kit.title(view.service);
    if (!view.who.empty()) kit.lead(view.who);
    draw_terms(kit, text, view);
    draw_list(kit, text, Key::guide_documents, view.documents);
    if (!view.note.empty()) kit.body(view.note);
    draw_list(kit, text, Key::guide_grounds, view.grounds);
    draw_source(kit, text, view.legal_reference, view.translation);
    const bool may_print = view.print != PrintState::waiting && view.printing.open();
    if (view.blank && kit.button("print_blank", text(Key::guide_print_blank), ui::ButtonStyle::secondary,
                                 ui::Icon::description, may_print))
        intent = {.act = Act::print_blank};
    if (!view.printing.open()) kit.notice(ui::Tone::warning, text(*view.printing.reason), ui::Icon::print);
    draw_paper_state(kit, text, view);
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    if (kit.footer_main("print_guide", text(Key::guide_print), ui::Icon::print, ui::ButtonStyle::primary,
                        may_print))
        intent = {.act = Act::print_guide};
    return intent;
}

Intent draw_information(Kit& kit, const Text& text, const InformationView& view) {
    Intent intent;
    kit.title(view.title);
    for (const InformationView::Part& part : view.parts) {
        kit.heading(part.title);
        kit.begin_card();
        for (const std::string& line : part.text) kit.body(line);
        kit.end_card();
    }
    draw_source(kit, text, view.legal_reference, view.translation);
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    return intent;
}

}  // namespace ardager::citizen

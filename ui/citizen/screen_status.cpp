#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

namespace {

std::string stage_sentence(const Text& text, const StatusAnswer& answer) {
    switch (answer.stage) {
        case ApplicationStage::accepted:
            return text(Key::status_accepted);
        case ApplicationStage::sent:
            return text(Key::status_sent);
        case ApplicationStage::registered:
            return text(Key::status_registered);
        case ApplicationStage::extended:
            return text(Key::status_extended, {ui::with_count(answer.extended_to_days)});
        case ApplicationStage::granted:
            return text(Key::status_granted);
        case ApplicationStage::refused:
            return text(Key::status_refused);
        case ApplicationStage::handed_over:
            break;
    }
    return text(Key::status_handed_over);
}

ui::Tone stage_tone(ApplicationStage stage) {
    switch (stage) {
        case ApplicationStage::granted:
        case ApplicationStage::handed_over:
            return ui::Tone::ok;
        case ApplicationStage::extended:
            return ui::Tone::warning;
        case ApplicationStage::refused:
            return ui::Tone::danger;
        default:
            return ui::Tone::info;
    }
}

void draw_notice_print(Kit& kit, const Text& text, PrintState print) {
    switch (print) {
        case PrintState::none:
            break;
        case PrintState::waiting:
            kit.notice(ui::Tone::info, text(Key::status_printing), ui::Icon::print);
            break;
        case PrintState::printed:
            kit.notice(ui::Tone::ok, text(Key::status_printed), ui::Icon::print);
            break;
        case PrintState::failed:
            kit.notice(ui::Tone::warning, text(Key::status_print_failed), ui::Icon::print);
            break;
    }
}

/// Whose the number is; or that it stays closed.
void draw_personal(Kit& kit, const Text& text, const StatusView& view) {
    if (view.reveal_closed) kit.notice(ui::Tone::warning, text(Key::status_more_closed), ui::Icon::lock);
    if (!view.revealed) return;
    const std::string code = ui::language_code(text.language());
    std::string documents;
    for (const LocalText& document : view.revealed->documents)
        documents += (documents.empty() ? "" : ", ") + document.in(code);
    kit.begin_card();
    const std::string aloud = text(Key::personal_aloud);
    kit.body(ui::OwnWords{text(Key::status_applicant, {{"name", view.revealed->applicant}}), aloud});
    if (!documents.empty())
        kit.body(ui::OwnWords{text(Key::status_documents, {{"names", documents}}), aloud});
    const std::string& pickup = view.revealed->pickup.in(code);
    if (!pickup.empty()) kit.body(text(Key::status_pickup, {{"name", pickup}}));
    kit.end_card();
}

}  // namespace

Intent draw_status_number(Kit& kit, const Text& text, const StatusNumberView& view) {
    Intent intent;
    kit.title(text(Key::status_ask));
    kit.lead(text(Key::status_example));
    draw_errors(kit, text, view.errors);
    if (auto changed = kit.text_field("receipt_number", text(Key::receipt_number), view.number,
                                      {.error = error_at(text, view.errors, Field::receipt_number),
                                       .most_characters = kReceiptNumberCharacters}))
        intent = typed(Field::receipt_number, std::move(*changed));
    intent = first_of(intent, draw_keyboard(kit, text));
    return first_of(intent, draw_footer(kit, text));
}

Intent draw_status(Kit& kit, const Text& text, const StatusView& view) {
    Intent intent;
    const StatusAnswer& answer = view.answer;
    kit.title(text(Key::status_title));
    ui::NumberCard card{.caption = text(Key::receipt_number),
                        .number = answer.number,
                        .spoken_number = Text::spelled(answer.number),
                        .qr = {},
                        .lines = {}};
    card.lines.push_back(
        {text(Key::status_accepted_on, {{"date", paper_date(answer.accepted_on)}}), false, true});
    if (answer.due)
        card.lines.push_back({text(Key::accepted_due, {{"date", paper_date(*answer.due)}}), true, true});
    kit.number_card(card);
    kit.notice(stage_tone(answer.stage), stage_sentence(text, answer), ui::Icon::assignment_turned_in);
    draw_personal(kit, text, view);
    draw_notice_print(kit, text, view.print);
    if (!view.revealed && !view.reveal_closed &&
        kit.button("show_more", text(Key::status_more), ui::ButtonStyle::secondary, ui::Icon::person))
        intent = {.act = Act::show_more};
    if (answer.has_notice && view.notice.open() &&
        kit.button("print_notice", text(Key::status_print_notice), ui::ButtonStyle::secondary,
                   ui::Icon::print, view.print != PrintState::waiting))
        intent = {.act = Act::reprint};
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    if (kit.footer_main("finish", text(Key::done), ui::Icon::none)) intent = {.act = Act::finish};
    return intent;
}

}  // namespace ardager::citizen

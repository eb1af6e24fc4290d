#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

Intent draw_status_choose(Kit& kit, const Text& text, const StatusChooseView& view) {
    Intent intent;
    kit.title(text(Key::menu_status));
    intent = draw_offer(kit, text, {},
                        {"status_by_number", ui::Icon::edit, Key::status_by_number,
                         text(Key::status_by_number_hint), Act::type_number});
    intent = first_of(intent, draw_offer(kit, text, view.receipt,
                                         {"status_by_receipt", ui::Icon::qr_code, Key::status_by_receipt,
                                          text(Key::status_by_receipt_hint), Act::lay_receipt}));
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    return intent;
}

Intent draw_status_receipt(Kit& kit, const Text& text, const ReceiptScanView& view) {
    Intent intent;
    kit.title(text(Key::receipt_scan_title));
    kit.lead(text(Key::receipt_scan_lead));
    // No field to go back to: the sentence itself says what to do.
    for (const FieldError& error : view.errors)
        kit.notice(ui::Tone::danger, text(error.message), ui::Icon::error);
    kit.begin_columns(2);
    if (kit.scan_tile("scan",
                      {.state = view.scanning ? ui::ScanTile::State::busy : ui::ScanTile::State::empty,
                       .caption = text(view.scanning ? Key::scan_busy : Key::receipt_scan_tile)}))
        intent = {.act = Act::scan};
    kit.next_column();
    kit.end_columns();
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    return intent;
}

Intent draw_status_identity(Kit& kit, const Text& text, const LastFourView& view) {
    Intent intent;
    kit.title(text(Key::last_four_title));
    kit.lead(text(Key::last_four_lead));
    draw_errors(kit, text, view.errors);
    if (auto changed = kit.digits_field("last_four", view.digits,
                                        {.spoken = text(Key::last_four_title),
                                         .error = error_at(text, view.errors, Field::last_four),
                                         .groups = {kLastDigits}}))
        intent = typed(Field::last_four, std::move(*changed));
    draw_keypad(kit, text);
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen

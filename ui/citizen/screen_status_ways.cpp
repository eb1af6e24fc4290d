#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

void draw_receipt_words(Kit& kit, const Text& text, const ReceiptScanView& view) {
    if (!view.camera) {
        kit.title(text(Key::receipt_scan_title));
        kit.lead(text(Key::receipt_scan_lead));
        return;
    }
    kit.title(text(view.scanner ? Key::receipt_show_title : Key::receipt_camera_title));
    if (view.seen.failed)
        kit.notice(ui::Tone::warning, text(view.scanner ? Key::camera_failed_scanner : Key::camera_failed),
                   ui::Icon::photo_camera);
    else
        kit.lead(text(view.scanner ? Key::receipt_show_lead : Key::receipt_camera_lead));
}

void draw_camera(Kit& kit, const Text& text, const CameraFacts& seen) {
    (void)kit.scan_tile("camera", {.state = ui::ScanTile::State::live,
                                   .caption = text(seen.picture ? Key::camera_hold : Key::camera_starting),
                                   .preview = seen.picture,
                                   .spoken = text(Key::camera_hold)});
}

bool draw_scanner(Kit& kit, const Text& text, bool scanning) {
    return kit.scan_tile("scan", {.state = scanning ? ui::ScanTile::State::busy : ui::ScanTile::State::empty,
                                  .caption = text(scanning ? Key::scan_busy : Key::receipt_scan_tile)});
}

}  // namespace

Intent draw_status_choose(Kit& kit, const Text& text, const StatusChooseView& view) {
    Intent intent;
    kit.title(text(Key::menu_status));
    intent = draw_offer(kit, text, {},
                        {"status_by_number", ui::Icon::edit, Key::status_by_number,
                         text(Key::status_by_number_hint), Act::type_number});
    intent = first_of(intent, draw_offer(kit, text, view.receipt,
                                         {"status_by_receipt", ui::Icon::qr_code,
                                          view.camera ? Key::status_show_receipt : Key::status_by_receipt,
                                          text(Key::status_by_receipt_hint), Act::lay_receipt}));
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    return intent;
}

Intent draw_status_receipt(Kit& kit, const Text& text, const ReceiptScanView& view) {
    Intent intent;
    draw_receipt_words(kit, text, view);
    // No field to go back to: the sentence itself says what to do.
    for (const FieldError& error : view.errors)
        kit.notice(ui::Tone::danger, text(error.message), ui::Icon::error);
    const bool camera = view.camera && !view.seen.failed;
    // The camera alone gets all the room; the scanner's square is never wider than a page.
    kit.begin_columns(camera && !view.scanner ? 1 : 2);
    if (camera) draw_camera(kit, text, view.seen);
    if (camera && view.scanner) kit.next_column();
    if (view.scanner && draw_scanner(kit, text, view.scanning)) intent = {.act = Act::scan};
    if (!camera) kit.next_column();
    kit.end_columns();
    // Below, so that it does not push the picture that it speaks of.
    if (camera && view.seen.hint) kit.notice(ui::Tone::info, text(*view.seen.hint), ui::Icon::qr_code);
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

#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

Key caption_of(PageQuality quality) {
    switch (quality) {
        case PageQuality::blank:
            return Key::scan_page_blank;
        case PageQuality::dark:
            return Key::scan_page_dark;
        case PageQuality::blurred:
            return Key::scan_page_blurred;
        case PageQuality::ok:
            break;
    }
    return Key::scan_page_ok;
}

/// The page that was scanned last; tapping it does nothing.
void draw_last_page(Kit& kit, const Text& text, const ScanView& view) {
    const ScannedPageState& page = view.pages.back();
    const bool good = page.quality == PageQuality::ok;
    (void)kit.scan_tile("scan_last",
                        {.state = good ? ui::ScanTile::State::good : ui::ScanTile::State::poor,
                         .caption = text(caption_of(page.quality), {{"number", view.pages.size()}}),
                         .preview = page.preview});
}

bool draw_next_page(Kit& kit, const Text& text, const ScanView& view) {
    Key caption = view.pages.empty() ? Key::scan_first : Key::scan_next;
    if (!view.pages.empty() && view.pages.back().quality != PageQuality::ok) caption = Key::scan_again;
    if (view.scanning) caption = Key::scan_busy;
    return kit.scan_tile("scan",
                         {.state = view.scanning ? ui::ScanTile::State::busy : ui::ScanTile::State::empty,
                          .caption = text(caption)});
}

bool draw_tiles(Kit& kit, const Text& text, const ScanView& view) {
    kit.begin_columns(2);
    if (!view.pages.empty()) {
        draw_last_page(kit, text, view);
        kit.next_column();
    }
    const bool scan = draw_next_page(kit, text, view);
    if (view.pages.empty()) kit.next_column();
    kit.end_columns();
    return scan;
}

}  // namespace

Intent draw_scan(Kit& kit, const Text& text, const ScanView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    if (draw_tiles(kit, text, view)) intent = {.act = Act::scan};
    const bool unclear = !view.pages.empty() && view.pages.back().quality != PageQuality::ok;
    if (unclear)
        kit.notice(ui::Tone::warning, text(Key::scan_unclear), ui::Icon::warning);
    else if (view.good > 0)
        kit.notice(ui::Tone::ok, text(Key::scan_enough, {ui::with_count(view.good)}), ui::Icon::verified);
    if (!view.pages.empty()) {
        if (kit.button("remove_page", text(Key::scan_remove), ui::ButtonStyle::secondary,
                       ui::Icon::delete_outline, !view.scanning))
            intent = {.act = Act::remove_page};
    }
    if (view.good == 0 &&
        kit.button("no_document", text(Key::document_none), ui::ButtonStyle::secondary, ui::Icon::help))
        intent = {.act = Act::no_document};
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen

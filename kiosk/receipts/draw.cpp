#include "kiosk/receipts/draw.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <cmath>
#include <cstring>

#include "kiosk/receipts/compose.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Cairo = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;

/// A page that is placed but not drawn, with its part's head and foot.
struct Page {
    const Part* part = nullptr;
    PlacedPage placed;
    std::size_t number = 1;
    std::size_t of = 1;
};

struct Layout {
    Typesetter typesetter;
    PageShape shape;
    std::vector<Part> parts;
    std::vector<Page> pages;
    explicit Layout(Paper paper) : typesetter(paper), shape(shape_of(paper)) {}
};

Result<std::unique_ptr<Layout>> lay_out(const Forms& forms, const Receipt& receipt,
                                        const DrawOptions& options) {
    auto layout = std::make_unique<Layout>(options.paper);
    layout->parts = TRY(compose({forms, layout->typesetter, options}, receipt));
    if (layout->typesetter.met_bad_text())
        return fail(Code::invalid_input, "receipt: a text is no UTF-8, holds a NUL or is longer than 16 KiB");
    for (const Part& part : layout->parts) {
        auto placed = paginate(part.strips, layout->shape);
        const std::size_t count = placed.size();
        for (std::size_t i = 0; i < count; ++i)
            layout->pages.push_back({&part, std::move(placed[i]), i + 1, count});
    }
    if (layout->pages.size() > kMaximumPages)
        return fail(Code::invalid_input, "receipt: " + std::to_string(layout->pages.size()) +
                                             " pages, at most " + std::to_string(kMaximumPages) +
                                             " are printed");
    return layout;
}

void draw_running_head(cairo_t* cairo, const Layout& layout, const Page& page) {
    const PageShape& shape = layout.shape;
    const double top = shape.top;
    draw_lines(cairo,
               layout.typesetter.set_fitting({page.part->running_head, Style::label}, shape.text_width()),
               shape.side, top);
    set_colour(cairo, kPrimary);
    cairo_rectangle(cairo, shape.side, top + 18, shape.text_width(), 1);
    cairo_fill(cairo);
}

void draw_foot(cairo_t* cairo, const Layout& layout, const Page& page) {
    const PageShape& shape = layout.shape;
    if (shape.grows && page.of == 1 && page.part->staff_note.empty()) return;
    const double top = page.placed.height - shape.bottom + (shape.grows ? 2 : 14);
    const std::string number = fill_blanks(
        page.part->page_text, {{"page", std::to_string(page.number)}, {"pages", std::to_string(page.of)}});
    const double half = shape.text_width() / 2;
    if (!shape.grows) {
        set_colour(cairo, kLineColour);
        cairo_rectangle(cairo, shape.side, top - 4, shape.text_width(), 0.5);
        cairo_fill(cairo);
    }
    Phrases left{{page.part->foot, Style::caption}};
    if (!page.part->staff_note.empty()) left.push_back({page.part->staff_note, Style::caption});
    draw_lines(cairo, layout.typesetter.set(left, half), shape.side, top);
    draw_lines(cairo, layout.typesetter.set({{number, Style::caption}}, half, Align::right),
               shape.side + half, top);
}

/// The one drawing routine: PDF and preview come through here.
void draw_page(cairo_t* cairo, const Layout& layout, const Page& page) {
    if (page.number > 1 && !layout.shape.grows) draw_running_head(cairo, layout, page);
    for (const PlacedStrip& placed : page.placed.strips)
        placed.strip->draw(cairo, layout.shape.side, placed.top);
    draw_foot(cairo, layout, page);
}

Instant moment_of(const AcceptanceReceipt& receipt) {
    return receipt.accepted_at;
}
Instant moment_of(const RefusalReceipt& receipt) {
    return receipt.refused_at;
}
template <class Paper>
requires requires(const Paper& paper) {
    paper.printed_at;
}
Instant moment_of(const Paper& paper) {
    return paper.printed_at;
}
template <class Notice>
requires requires(const Notice& notice) {
    notice.issued_at;
}
Instant moment_of(const Notice& notice) {
    return notice.issued_at;
}

/// The number as title and the receipt's own moment; nothing of the person.
void set_metadata(cairo_surface_t* surface, const Forms& forms, const Receipt& receipt) {
    const Instant moment = std::visit([](const auto& paper) { return moment_of(paper); }, receipt);
    const std::string time = iso_instant(moment).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title_of(forms, receipt).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, time.c_str());
}

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned size) {
    auto& out = *static_cast<Bytes*>(closure);
    out.insert(out.end(), data, data + size);
    return CAIRO_STATUS_SUCCESS;
}

Result<void> check_status(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return fail(Code::internal, std::string("drawing: ") + cairo_status_to_string(status));
}

Picture to_picture(cairo_surface_t* surface) {
    Picture picture{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char* rows = cairo_image_surface_get_data(surface);
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
                        4);
    std::uint8_t* out = picture.rgba.data();
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, rows + std::ptrdiff_t{y} * stride + std::ptrdiff_t{x} * 4, sizeof pixel);
            for (const int shift : {16, 8, 0}) *out++ = static_cast<std::uint8_t>(pixel >> shift);
            *out++ = 255;
        }
    }
    return picture;
}

}  // namespace

Result<Bytes> render_pdf(const Forms& forms, const Receipt& receipt, DrawOptions options) {
    const auto layout = TRY(lay_out(forms, receipt, options));
    Bytes out;
    const PageShape& shape = layout->shape;
    const Surface surface(cairo_pdf_surface_create_for_stream(append_bytes, &out, shape.width, shape.height),
                          cairo_surface_destroy);
    set_metadata(surface.get(), forms, receipt);
    for (const Page& page : layout->pages) {
        cairo_pdf_surface_set_size(surface.get(), shape.width, page.placed.height);
        const Cairo cairo(cairo_create(surface.get()), cairo_destroy);
        draw_page(cairo.get(), *layout, page);
        cairo_show_page(cairo.get());
        TRY(check_status(cairo_status(cairo.get())));
    }
    cairo_surface_finish(surface.get());
    TRY(check_status(cairo_surface_status(surface.get())));
    return out;
}

Result<Picture> render_preview(const Forms& forms, const Receipt& receipt, DrawOptions options, int width_px,
                               unsigned page) {
    if (width_px < kMinimumPreviewWidth || width_px > kMaximumPreviewWidth)
        return fail(Code::invalid_input, "preview: the width must be 100 to 4000 pixels");
    const auto layout = TRY(lay_out(forms, receipt, options));
    if (page >= layout->pages.size())
        return fail(Code::not_found,
                    "preview: the receipt has " + std::to_string(layout->pages.size()) + " pages");
    const Page& wanted = layout->pages[page];
    const double scale = width_px / layout->shape.width;
    const int height_px = static_cast<int>(std::lround(wanted.placed.height * scale));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px),
                          cairo_surface_destroy);
    const Cairo cairo(cairo_create(surface.get()), cairo_destroy);
    set_colour(cairo.get(), kWhite);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), scale, scale);
    draw_page(cairo.get(), *layout, wanted);
    TRY(check_status(cairo_status(cairo.get())));
    cairo_surface_flush(surface.get());
    return to_picture(surface.get());
}

Result<unsigned> count_pages(const Forms& forms, const Receipt& receipt, DrawOptions options) {
    const auto layout = TRY(lay_out(forms, receipt, options));
    return static_cast<unsigned>(layout->pages.size());
}

std::string title_of(const Forms& forms, const Receipt& receipt) {
    if (const auto* slip = std::get_if<TicketSlip>(&receipt)) return slip->number;
    if (std::holds_alternative<Checklist>(receipt)) return forms.get(FormKind::checklist).kk.text("title");
    if (std::holds_alternative<MedicalCard>(receipt))
        return forms.get(FormKind::medical_card).kk.text("title");
    return std::visit(
        [](const auto& paper) -> std::string {
            if constexpr (requires { paper.number.text; }) return paper.number.text;
            return {};
        },
        receipt);
}

Result<ReceiptLanguage> parse_receipt_language(std::string_view name) {
    if (name == "kk") return ReceiptLanguage::kk;
    if (name == "ru") return ReceiptLanguage::ru;
    if (name == "both") return ReceiptLanguage::both;
    return fail(Code::invalid_input, "receipt language: kk, ru or both");
}

}  // namespace ardager::receipts

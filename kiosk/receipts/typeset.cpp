#include "kiosk/receipts/typeset.h"

#include <pango/pangocairo.h>

#include "kiosk/base/text.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

/// Fontconfig's substitutes follow when Inter is not installed; DejaVu has all nine Kazakh letters.
constexpr const char* kFamily = "Inter, DejaVu Sans, sans-serif";

/// Sets the Russian text apart from the Kazakh one above it.
constexpr double kBetweenPhrases = 1.5;

struct Face {
    double size;  // points
    double roll_size;
    PangoWeight weight;
    std::uint32_t colour;
};

Face face_of(Style style) {
    switch (style) {
        case Style::organisation:
            return {11, 10, PANGO_WEIGHT_SEMIBOLD, kInk};
        case Style::title:
            return {20, 15, PANGO_WEIGHT_BOLD, kInk};
        case Style::number:
            return {21, 15, PANGO_WEIGHT_BOLD, kInk};
        case Style::date:
            return {28, 22, PANGO_WEIGHT_BOLD, kInk};
        case Style::heading:
            return {13, 12, PANGO_WEIGHT_BOLD, kInk};
        case Style::body:
            return {12, 11, PANGO_WEIGHT_NORMAL, kInk};
        case Style::strong:
            return {12, 11, PANGO_WEIGHT_SEMIBOLD, kInk};
        case Style::label:
            return {11, 10, PANGO_WEIGHT_MEDIUM, kPrimary};
        case Style::second_label:
            return {11, 10, PANGO_WEIGHT_NORMAL, kMuted};
        case Style::caption:
            return {9, 8.5, PANGO_WEIGHT_NORMAL, kMuted};
        case Style::mark:
            return {13, 12, PANGO_WEIGHT_BOLD, kDanger};
        case Style::ticket:
            return {84, 60, PANGO_WEIGHT_BOLD, kInk};
        case Style::cell:
            return {10.5, 9.5, PANGO_WEIGHT_NORMAL, kInk};
    }
    return {};
}

double points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}
int units(double value) {
    return static_cast<int>(value * PANGO_SCALE);
}
PangoLayout* as_layout(const std::shared_ptr<void>& layout) {
    return static_cast<PangoLayout*>(layout.get());
}

/// Letters stay as typed: no contextual forms; digits of one width; a zero that is no O in numbers.
std::shared_ptr<PangoAttrList> attributes_of(Style style) {
    std::shared_ptr<PangoAttrList> list(pango_attr_list_new(), pango_attr_list_unref);
    const bool number = style == Style::number;
    pango_attr_list_insert(list.get(),
                           pango_attr_font_features_new(number ? "calt=0,tnum=1,zero=1" : "calt=0,tnum=1"));
    pango_attr_list_insert(list.get(), pango_attr_insert_hyphens_new(FALSE));
    return list;
}

PangoAlignment alignment_of(Align align) {
    if (align == Align::centre) return PANGO_ALIGN_CENTER;
    return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

void append_lines(Lines& out, const std::shared_ptr<void>& layout, std::uint32_t colour) {
    const std::unique_ptr<PangoLayoutIter, void (*)(PangoLayoutIter*)> iterator(
        pango_layout_get_iter(as_layout(layout)), pango_layout_iter_free);
    int index = 0;
    do {
        PangoRectangle area;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &area);
        const double baseline = points(pango_layout_iter_get_baseline(iterator.get()) - area.y);
        out.push_back({layout, index++, points(area.x), baseline, points(area.height), colour});
    } while (pango_layout_iter_next_line(iterator.get()));
}

}  // namespace

struct Typesetter::State {
    std::shared_ptr<PangoContext> context;
};

Typesetter::Typesetter(Paper paper) : state_(std::make_unique<State>()), paper_(paper) {
    PangoFontMap* fonts = pango_cairo_font_map_get_default();  // one per thread, never freed before its end
    state_->context.reset(pango_font_map_create_context(fonts), g_object_unref);
    PangoContext* context = state_->context.get();
    // Unhinted and in points, so that lines break alike on paper and on the screen.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("kk"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

Typesetter::~Typesetter() = default;

std::shared_ptr<void> Typesetter::make_layout(const Phrase& phrase, double scale) const {
    const Face face = face_of(phrase.style);
    std::shared_ptr<void> layout(pango_layout_new(state_->context.get()), g_object_unref);
    const std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> font(
        pango_font_description_from_string(kFamily), pango_font_description_free);
    pango_font_description_set_size(font.get(),
                                    units((paper_ == Paper::a4 ? face.size : face.roll_size) * scale));
    pango_font_description_set_weight(font.get(), face.weight);
    pango_layout_set_font_description(as_layout(layout), font.get());
    pango_layout_set_attributes(as_layout(layout), attributes_of(phrase.style).get());
    pango_layout_set_auto_dir(as_layout(layout), FALSE);
    const bool good = phrase.text.size() <= kMaximumTextBytes && is_utf8(phrase.text) &&
                      phrase.text.find('\0') == std::string::npos;
    if (!good) met_bad_text_ = true;
    pango_layout_set_text(as_layout(layout), good ? phrase.text.data() : "",
                          good ? static_cast<int>(phrase.text.size()) : 0);
    return layout;
}

Lines Typesetter::set(const Phrases& phrases, double width, Align align) const {
    Lines lines;
    for (const Phrase& phrase : phrases) {
        if (phrase.text.empty()) continue;
        if (!lines.empty()) lines.back().height += kBetweenPhrases;
        const auto layout = make_layout(phrase, 1);
        pango_layout_set_width(as_layout(layout), units(width));
        pango_layout_set_wrap(as_layout(layout), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(as_layout(layout), alignment_of(align));
        pango_layout_set_line_spacing(as_layout(layout), 1.15F);
        append_lines(lines, layout, face_of(phrase.style).colour);
    }
    return lines;
}

double Typesetter::width_of(const Phrase& phrase) const {
    PangoRectangle area;
    pango_layout_get_extents(as_layout(make_layout(phrase, 1)), nullptr, &area);
    return points(area.width);
}

Lines Typesetter::set_fitting(const Phrase& phrase, double width) const {
    Lines lines;
    append_lines(lines, make_layout(phrase, std::min(1.0, width / std::max(1.0, width_of(phrase)))),
                 face_of(phrase.style).colour);
    return lines;
}

double height_of(const Lines& lines) {
    double height = 0;
    for (const Line& line : lines) height += line.height;
    return height;
}

void draw_lines(cairo_t* cairo, const Lines& lines, double left, double top) {
    for (const Line& line : lines) {
        set_colour(cairo, line.colour);
        cairo_move_to(cairo, left + line.indent, top + line.baseline);
        pango_cairo_show_layout_line(cairo,
                                     pango_layout_get_line_readonly(as_layout(line.layout), line.index));
        top += line.height;
    }
}

void set_colour(cairo_t* cairo, std::uint32_t colour) {
    const auto part = [&](int shift) { return static_cast<double>((colour >> shift) & 0xFFu) / 255.0; };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

}  // namespace ardager::receipts

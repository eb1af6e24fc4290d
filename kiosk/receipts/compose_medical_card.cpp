// Азаматты медициналық куәландыру картасы: appendix 40 in the order and words of the form, as a blank.
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

constexpr double kLabelPart = 0.36;
constexpr double kDatePart = 0.32;  // two columns: two examinations
constexpr double kRowHeight = 25;   // a line of handwriting
constexpr double kPhotoWidth = 34 * kPointsPerMillimetre;
constexpr double kPhotoHeight = 42 * kPointsPerMillimetre;

std::vector<std::string> lines_of(const FormText& form, std::string_view key) {
    std::istringstream text(form.text(key));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

/// The appendix at the right, as orders have it; the place for the photo beneath it at the left.
void add_head(Flow& flow, const Wording& words) {
    Phrases right = words("appendix", Style::cell);
    append(right, words("form", Style::cell));
    const double width = flow.shape().text_width();
    const Lines appendix = flow.typesetter().set(right, width * 0.5, Align::right);
    const Lines photo =
        flow.typesetter().set(words("photo", Style::caption), kPhotoWidth - 12, Align::centre);
    flow.fixed(kPhotoHeight, [=](cairo_t* cairo, double x, double y) {
        draw_lines(cairo, appendix, x + width * 0.5, y);
        set_colour(cairo, kInk);
        cairo_set_line_width(cairo, 0.7);
        cairo_rectangle(cairo, x, y, kPhotoWidth, kPhotoHeight);
        cairo_stroke(cairo);
        draw_lines(cairo, photo, x + 6, y + (kPhotoHeight - height_of(photo)) / 2);
    });
    flow.gap(12);
    flow.text(words("title", Style::heading), Align::centre);
}

void add_rows(Flow& flow, const FormText& form, std::string_view key) {
    const auto rows = lines_of(form, key);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Style style = i == 0 ? Style::strong : Style::cell;  // the first line heads the others
        add_grid_row(flow, {{{{rows[i], style}}, kLabelPart}, {{}, kDatePart}, {{}, kDatePart}}, kRowHeight,
                     i == 0);
    }
}

/// The conclusion, once for each examination, with what is written on its blanks beneath them.
Phrases conclusion(const Wording& words) {
    Phrases text = words("basis", Style::cell);
    append(text, words("chairman", Style::cell));
    append(text, words("rank", Style::cell));
    append(text, words("signed", Style::cell));
    return text;
}

Result<Part> compose_card(const Desk& desk, ReceiptLanguage language) {
    const Form& form = desk.forms.get(FormKind::medical_card);
    const FormText& text = language == ReceiptLanguage::ru ? form.ru : form.kk;
    const Wording words(form, language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_head(flow, words);
    flow.gap(8);
    for (const auto& field : lines_of(text, "fields")) add_blank(flow, {{field, Style::body}});
    flow.gap(12);
    flow.text(words("results", Style::body), Align::left, true);
    flow.gap(6);
    const Phrases date = words("date_column", Style::cell);
    add_grid_row(flow, {{{}, kLabelPart}, {date, kDatePart, Align::centre}, {date, kDatePart, Align::centre}},
                 kRowHeight, true);
    add_rows(flow, text, "studies");
    add_rows(flow, text, "doctors");
    add_grid_row(flow, {{words("diagnosis", Style::strong), kLabelPart}, {{}, kDatePart}, {{}, kDatePart}},
                 kRowHeight * 2, true);
    add_grid_row(flow,
                 {{words("seal", Style::cell), kLabelPart, Align::centre},
                  {conclusion(words), kDatePart},
                  {conclusion(words), kDatePart}},
                 kRowHeight);
    return finish_part(desk, words, words.inline_text("title"), flow);
}

}  // namespace

Result<std::vector<Part>> compose_paper(const Desk& desk, const MedicalCard&) {
    if (desk.options.paper != Paper::a4)
        return fail(Code::invalid_input,
                    "the medical card is a form of A4: a roll has no room for its table");
    std::vector<Part> parts;
    if (desk.options.language != ReceiptLanguage::ru)
        parts.push_back(TRY(compose_card(desk, ReceiptLanguage::kk)));
    if (desk.options.language != ReceiptLanguage::kk)
        parts.push_back(TRY(compose_card(desk, ReceiptLanguage::ru)));
    return parts;
}

}  // namespace ardager::receipts

// Азаматты медициналық куәландыру картасы: appendix 40 in the order and words of the form, as a blank.
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

constexpr double kLabelPart = 0.36;
constexpr double kDatePart = 0.32;   // two columns: two examinations
constexpr double kRowHeight = 28;    // a line of handwriting
constexpr double kHandwriting = 13;  // above a rule inside a cell
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

/// A row with its label and room for two examinations.
void add_row(Flow& flow, const Phrases& label, double height, bool keep_with_next) {
    add_grid_row(flow, {grid_cell(flow, label, kLabelPart), {{}, kDatePart}, {{}, kDatePart}}, height,
                 keep_with_next);
}

void add_dates(Flow& flow, const Wording& words) {
    const auto date = grid_cell(flow, words("date_column", Style::cell), kDatePart, Align::centre);
    add_grid_row(flow, {{{}, kLabelPart}, date, date}, kRowHeight, true);
}

/// The first line heads the others. All rows of a side of the card stay together.
void add_rows(Flow& flow, const FormText& form, std::string_view key, bool last_of_side) {
    const auto rows = lines_of(form, key);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool last = last_of_side && i + 1 == rows.size();
        add_row(flow, {{rows[i], i == 0 ? Style::strong : Style::cell}}, kRowHeight, !last);
    }
}

/// The conclusion: on what it rests, then three rules to write on, each with its caption beneath.
GridCell conclusion(const Flow& flow, const Wording& words) {
    GridCell cell = grid_cell(flow, words("basis", Style::cell), kDatePart);
    for (const char* caption : {"chairman", "rank", "signed"}) {
        Lines rule = grid_cell(flow, words("rule", Style::cell), kDatePart).lines;
        rule.front().height += kHandwriting;
        rule.front().baseline += kHandwriting;
        const Lines beneath = grid_cell(flow, words(caption, Style::cell), kDatePart, Align::centre).lines;
        cell.lines.insert(cell.lines.end(), rule.begin(), rule.end());
        cell.lines.insert(cell.lines.end(), beneath.begin(), beneath.end());
    }
    return cell;
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
    add_dates(flow, words);
    add_rows(flow, text, "studies", true);
    add_dates(flow, words);  // the columns of the other side
    add_rows(flow, text, "doctors", false);
    add_row(flow, words("diagnosis", Style::strong), kRowHeight * 2, true);
    const auto written = conclusion(flow, words);
    add_grid_row(flow,
                 {grid_cell(flow, words("seal", Style::cell), kLabelPart, Align::centre), written, written},
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

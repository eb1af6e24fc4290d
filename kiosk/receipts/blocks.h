// The pieces that papers are made of: letterhead, the panel with number, date and QR, fields, signatures.
// Lives during one drawing.
#pragma once

#include "kiosk/receipts/flow.h"
#include "kiosk/receipts/qr.h"
#include "kiosk/receipts/wording.h"

namespace ardager::receipts {

/// Emblem, organisation and department; on a reprint КӨШІРМЕ / ДУБЛИКАТ with its number.
void add_letterhead(Flow& flow, const Wording& words, const BranchDetails& branch, unsigned copy_number);

/// The number and the day that matter, large; the QR code beside them (beneath them on a roll).
struct Panel {
    Phrases number_label;
    std::string number;
    Phrases date_label;  // empty: no date
    std::string date;
    std::optional<QrModules> qr;
};
void add_panel(Flow& flow, const Panel& panel);

/// A label with its value beside it (beneath it on a roll). Nothing when the value is empty.
void add_field(Flow& flow, const Phrases& label, const Phrases& value);

/// A line to sign on: what stands before it, the name on it, what the form says beneath.
struct SignatureLine {
    Phrases lead;  // may be empty
    std::string name;
    Phrases caption;
    Phrases signature_caption;  // empty: a name only, no place to sign
};
void add_signature(Flow& flow, const SignatureLine& line);

/// A text with a QR code to its right (beneath it on a roll); `side` in points, 0: that of a receipt.
void add_qr(Flow& flow, const QrModules& modules, const Phrases& text, double side = 0);

/// A box to tick with its text beside it.
void add_tick(Flow& flow, const Phrases& text);
/// A line of a form: its label, and a rule to write on up to the margin (beneath it where the label is long).
void add_blank(Flow& flow, const Phrases& label);
/// A cell of a form's table; the parts of a row sum to 1.
struct GridCell {
    Lines lines;  // empty: room to write
    double part = 1;
};
[[nodiscard]] GridCell grid_cell(const Flow& flow, const Phrases& phrases, double part,
                                 Align align = Align::left);
/// A row with a frame around each cell; at least so high that one can write in it.
void add_grid_row(Flow& flow, const std::vector<GridCell>& cells, double least_height,
                  bool keep_with_next = false);

void append(Phrases& to, const Phrases& more);
/// The modules with their white border in a square of `side` points.
void draw_qr(cairo_t* cairo, const QrModules& modules, double left, double top, double side);

}  // namespace ardager::receipts

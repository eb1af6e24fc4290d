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

/// A text with a QR code to its right (beneath it on a roll).
void add_qr(Flow& flow, const QrModules& modules, const Phrases& text);

void append(Phrases& to, const Phrases& more);
/// The modules with their white border in a square of `side` points.
void draw_qr(cairo_t* cairo, const QrModules& modules, double left, double top, double side);

}  // namespace ardager::receipts

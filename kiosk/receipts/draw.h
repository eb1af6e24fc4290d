// Puts a receipt on paper and on the screen with one drawing routine: PDF (A4, 80 mm roll) and preview.
// Any thread; each thread keeps its own font map, so the first call on a thread is the slow one.
// Never reads a clock: the same receipt always gives the same bytes.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/receipts/forms.h"
#include "kiosk/receipts/receipt.h"

namespace ardager::receipts {

enum class ReceiptLanguage { kk, ru, both };
enum class Paper { a4, roll_80mm };
/// A staff paper says in small print when the form's wording is not yet compared with the official text.
enum class Audience { citizen, staff };

struct DrawOptions {
    ReceiptLanguage language = ReceiptLanguage::kk;
    Paper paper = Paper::a4;
    Audience audience = Audience::citizen;
};

/// Rows from the top, 4 bytes a pixel: red, green, blue, alpha (always 255: paper is white).
struct Picture {
    int width = 0;
    int height = 0;
    Bytes rgba;
};

/// A PDF whose text can be searched; title metadata is title_of(), dates are the receipt's own.
/// Refusal receipts hold both copies. Errors: invalid_input (a text that is no
/// UTF-8 or too long, a QR text that fits no code, more pages than kMaximumPages).
[[nodiscard]] Result<Bytes> render_pdf(const Forms& forms, const Receipt& receipt, DrawOptions options = {});

/// One page as an image. Shapes: width_px 100–4000; page from 0. Errors: invalid_input; not_found beyond the
/// last.
[[nodiscard]] Result<Picture> render_preview(const Forms& forms, const Receipt& receipt, DrawOptions options,
                                             int width_px, unsigned page = 0);

/// Pages that render_pdf() gives.
[[nodiscard]] Result<unsigned> count_pages(const Forms& forms, const Receipt& receipt, DrawOptions options);

/// The document's title: a receipt's number, a ticket's, or the form's name where a paper has none.
[[nodiscard]] std::string title_of(const Forms& forms, const Receipt& receipt);

/// `kk`, `ru`, `both`. Error: invalid_input.
[[nodiscard]] Result<ReceiptLanguage> parse_receipt_language(std::string_view name);

}  // namespace ardager::receipts

// The slips that a person carries away: the queue's ticket and the request for a home visit.
#include "kiosk/base/text.h"
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"

namespace ardager::receipts {
namespace {

std::string moment_text(Instant moment) {
    return paper_date(local_date(moment)) + "  " + paper_time(moment);
}

/// The ticket's number across the paper.
void add_ticket_number(Flow& flow, const std::string& number) {
    const double width = flow.shape().text_width();
    const Phrase phrase{number, Style::ticket};
    const double text_width = std::min(width, flow.typesetter().width_of(phrase));
    const Lines lines = flow.typesetter().set_fitting(phrase, width);
    flow.fixed(height_of(lines), [=](cairo_t* cairo, double x, double y) {
        draw_lines(cairo, lines, x + (width - text_width) / 2, y);
    });
}

void add_queue(Flow& flow, const TicketSlip& slip, const Wording& words) {
    flow.gap(6);
    if (slip.waiting_before == 0)
        flow.text(words("before_none", Style::heading), Align::centre);
    else
        flow.text(words("before", Style::heading, {{"count", std::to_string(slip.waiting_before)}}),
                  Align::centre);
    if (slip.estimate_minutes.value_or(0) == 0) return;
    flow.gap(2);
    flow.text(words("wait", Style::heading, {{"minutes", std::to_string(*slip.estimate_minutes)}}),
              Align::centre);
}

/// Numbered sentences, one a line of the form's text.
void add_steps(Flow& flow, const Phrases& steps) {
    for (const Phrase& phrase : steps) {
        std::istringstream lines(phrase.text);
        std::string line;
        for (unsigned number = 1; std::getline(lines, line); ++number) {
            flow.gap(5);
            flow.row(
                {{{{std::to_string(number) + ".", phrase.style}}, 0.06}, {{{line, phrase.style}}, 0.94}});
        }
    }
}

}  // namespace

Result<std::vector<Part>> compose_paper(const Desk& desk, const TicketSlip& slip) {
    const Wording words(desk.forms.get(FormKind::ticket_slip), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_letterhead(flow, words, slip.branch, 0);
    flow.gap(10);
    flow.text(words("your_number", Style::heading), Align::centre, true);
    add_ticket_number(flow, slip.number);
    flow.keep_last();
    const bool question = slip.purpose == LocalText{};
    flow.text(question ? words("question", Style::strong) : words.local(slip.purpose, Style::strong),
              Align::centre);
    add_queue(flow, slip, words);
    flow.gap(8);
    flow.rule(kLineColour, 0.5);
    flow.gap(6);
    flow.text(words("call", Style::body), Align::centre);
    flow.gap(4);
    flow.text({{words.inline_text("issued") + ": " + moment_text(slip.issued_at), Style::body}},
              Align::centre);
    flow.gap(2);
    flow.text(words("valid", Style::caption), Align::centre);
    return one_part(finish_part(desk, words, slip.number, flow));
}

Result<std::vector<Part>> compose_paper(const Desk& desk, const VisitSlip& slip) {
    const Wording words(desk.forms.get(FormKind::visit_slip), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_letterhead(flow, words, slip.branch, 0);
    flow.gap(14);
    flow.text(words("title", Style::title));
    add_panel(flow, {words("request_number", Style::label), slip.number.text, {}, "", std::nullopt});
    flow.gap(8);
    add_field(flow, words("service", Style::label), words.local(slip.service, Style::strong));
    add_field(flow, words("issued", Style::label), {{moment_text(slip.issued_at), Style::strong}});
    flow.gap(12);
    flow.text(words("next", Style::heading), Align::left, true);
    add_steps(flow, words("steps", Style::body));
    flow.gap(12);
    flow.text(words("ready", Style::heading), Align::left, true);
    add_tick(flow, words("identity", Style::body));
    for (const LocalText& document : slip.documents) add_tick(flow, words.local(document, Style::body));
    flow.gap(12);
    flow.text(words("free", Style::body));
    flow.gap(6);
    flow.text(words("questions", Style::strong));
    return one_part(finish_part(desk, words, slip.number.text, flow));
}

}  // namespace ardager::receipts

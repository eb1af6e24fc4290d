// The papers for decisions that come back: term extended, service refused, certificate ready.
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"

namespace ardager::receipts {
namespace {

/// Letterhead, title, panel and the sentence that says what was decided.
template <class Notice>
void add_head(Flow& flow, const Notice& notice, const Wording& words, const Phrases& date_label,
              const std::string& date, Blanks blanks) {
    add_letterhead(flow, words, notice.branch, notice.copy_number);
    flow.gap(14);
    flow.text(words("title", Style::title));
    add_panel(flow, {words("number", Style::label), notice.number.text, date_label, date, std::nullopt});
    flow.gap(14);
    Blanks russian = blanks;
    blanks["service"] = notice.service.kk;
    russian["service"] = notice.service.ru.empty() ? notice.service.kk : notice.service.ru;
    flow.text(words("body", Style::heading, blanks, russian));
    flow.gap(8);
    add_field(flow, words("applicant", Style::label), {{notice.applicant_name, Style::strong}});
}

template <class Notice>
void add_tail(Flow& flow, const Notice& notice, const Wording& words, const std::string& reference) {
    Phrases provider = words.local(notice.provider, Style::body);
    if (!reference.empty())
        provider.push_back({words.inline_text("reference", {{"reference", reference}}), Style::body});
    add_field(flow, words("provider", Style::label), provider);
    add_field(
        flow, words("issued", Style::label),
        {{paper_date(local_date(notice.issued_at)) + "  " + paper_time(notice.issued_at), Style::body}});
    Phrases branch = words.local(notice.branch.name, Style::strong);
    append(branch, words.local(notice.branch.address, Style::body));
    if (!notice.branch.phone.empty())
        branch.push_back({words.inline_text("phone_short", {{"phone", notice.branch.phone}}), Style::body});
    add_field(flow, words("branch", Style::label), branch);
    flow.gap(12);
    flow.text(words("contact", Style::strong));
}

}  // namespace

Result<std::vector<Part>> compose_paper(const Desk& desk, const ExtensionNotice& notice) {
    if (notice.extended_to_working_days != 30 && notice.extended_to_working_days != 90)
        return fail(Code::invalid_input,
                    "extension notice: the term is extended to 30 or 90 working days only");
    const Wording words(desk.forms.get(FormKind::extension_notice), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_head(flow, notice, words, words("new_due", Style::label), paper_date(notice.new_due),
             {{"days", std::to_string(notice.extended_to_working_days)}});
    const char* reason = notice.extended_to_working_days == 30 ? "reason_30" : "reason_90";
    add_field(flow, words("reason", Style::label), words(reason, Style::body));
    add_field(flow, words("day_of_acceptance", Style::label),
              {{paper_date(notice.day_of_acceptance), Style::body}});
    add_tail(flow, notice, words, notice.provider_reference);
    return one_part(finish_part(desk, words, notice.number.text, flow));
}

Result<std::vector<Part>> compose_paper(const Desk& desk, const RefusalNotice& notice) {
    const Wording words(desk.forms.get(FormKind::refusal_notice), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_head(flow, notice, words, {}, "", {});
    add_field(flow, words("ground", Style::label), words.local(notice.ground, Style::strong));
    add_field(flow, words("explanation", Style::label), {{notice.explanation, Style::body}});
    add_tail(flow, notice, words, notice.provider_reference);
    return one_part(finish_part(desk, words, notice.number.text, flow));
}

Result<std::vector<Part>> compose_paper(const Desk& desk, const ResultNotice& notice) {
    const Wording words(desk.forms.get(FormKind::result_notice), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_head(flow, notice, words, {}, "", {});
    add_field(flow, words("pickup", Style::label), words.local(notice.pickup, Style::strong));
    flow.gap(10);
    flow.text(words("bring", Style::strong));
    add_tail(flow, notice, words, "");
    return one_part(finish_part(desk, words, notice.number.text, flow));
}

}  // namespace ardager::receipts

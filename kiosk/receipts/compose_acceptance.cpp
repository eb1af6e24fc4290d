// Құжаттарды қабылдағаны туралы қолхат / расписка о приеме документов.
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"

namespace ardager::receipts {
namespace {

constexpr double kIndexPart = 0.06;
constexpr double kNamePart = 0.55;
constexpr double kNumberPart = 0.24;
constexpr double kPagesPart = 0.15;

Result<Panel> make_panel(const AcceptanceReceipt& receipt, const Wording& words) {
    Panel panel{words("number", Style::label), receipt.number.text, words("due", Style::label),
                paper_date(receipt.due), std::nullopt};
    if (!receipt.qr_text.empty()) panel.qr = TRY(make_qr(receipt.qr_text));
    return panel;
}

void add_people(Flow& flow, const AcceptanceReceipt& receipt, const Wording& words) {
    Phrases applicant{{receipt.applicant_name, Style::strong}};
    const Style style = Style::body;
    if (!receipt.applicant_iin.empty())
        applicant.push_back({words.inline_text("iin", {{"iin", receipt.applicant_iin}}), style});
    add_field(flow, words("applicant", Style::label), applicant);
    if (!receipt.representative) return;
    Phrases representative{{receipt.representative->name, Style::strong}};
    if (!receipt.representative->authority.empty())
        append(representative, words("authority", style, {{"authority", receipt.representative->authority}}));
    add_field(flow, words("representative", Style::label), representative);
}

void add_moment(Flow& flow, const AcceptanceReceipt& receipt, const Wording& words) {
    const Date local_day = local_date(receipt.accepted_at);
    Phrases moment{{paper_date(local_day) + "  " + paper_time(receipt.accepted_at), Style::strong}};
    if (receipt.day_of_acceptance != local_day)
        append(moment,
               words("day_of_acceptance", Style::body, {{"day", paper_date(receipt.day_of_acceptance)}}));
    add_field(flow, words("accepted", Style::label), moment);
}

void add_document_line(Flow& flow, const Wording& words, const ReceiptDocument& document, std::size_t index) {
    const auto blanks = [&](const std::string& name) {
        return Blanks{{"index", std::to_string(index)},
                      {"name", name},
                      {"number", document.number.empty() ? "" : ", № " + document.number},
                      {"pages", std::to_string(document.pages)}};
    };
    const std::string& russian = document.name.ru.empty() ? document.name.kk : document.name.ru;
    flow.gap(4);
    flow.text(words("document_line", Style::body, blanks(document.name.kk), blanks(russian)));
}

void add_document_row(Flow& flow, const Wording& words, const ReceiptDocument& document, std::size_t index) {
    flow.gap(5);
    flow.row({{{{std::to_string(index), Style::body}}, kIndexPart},
              {words.local(document.name, Style::body), kNamePart},
              {{{document.number.empty() ? "–" : document.number, Style::body}}, kNumberPart},
              {{{std::to_string(document.pages), Style::body}}, kPagesPart, Align::right}});
    flow.keep_last();
    flow.gap(5);
    flow.rule(kLineColour, 0.5);
}

void add_documents(Flow& flow, const AcceptanceReceipt& receipt, const Wording& words) {
    flow.gap(10);
    flow.text(words("documents", Style::heading), Align::left, true);
    const bool roll = flow.shape().grows;
    if (!roll) {
        flow.gap(5);
        flow.row({{{{"№", Style::label}}, kIndexPart},
                  {words("document_name", Style::label), kNamePart},
                  {words("document_number", Style::label), kNumberPart},
                  {words("document_pages", Style::label), kPagesPart, Align::right}},
                 true);
        flow.gap(3);
        flow.rule(kPrimary, 1);
        flow.keep_last();
    }
    unsigned pages = 0;
    for (std::size_t i = 0; i < receipt.documents.size(); ++i) {
        const ReceiptDocument& document = receipt.documents[i];
        pages += document.pages;
        if (roll)
            add_document_line(flow, words, document, i + 1);
        else
            add_document_row(flow, words, document, i + 1);
    }
    flow.keep_last();
    flow.gap(5);
    flow.text(
        words("documents_total", Style::strong,
              {{"documents", std::to_string(receipt.documents.size())}, {"pages", std::to_string(pages)}}));
}

/// `label`: "branch", or "pickup" where the branch that accepts also hands the result over.
void add_branch(Flow& flow, const BranchDetails& branch, const Wording& words, const char* label) {
    Phrases text = words.local(branch.name, Style::strong);
    append(text, words.local(branch.address, Style::body));
    if (!branch.phone.empty())
        text.push_back({words.inline_text("phone_short", {{"phone", branch.phone}}), Style::body});
    add_field(flow, words(label, Style::label), text);
}

void add_closing(Flow& flow, const AcceptanceReceipt& receipt, const Wording& words) {
    if (receipt.identity_by_documents) {
        flow.gap(6);
        flow.text(words("identity_by_documents", Style::body));
    }
    flow.gap(6);
    flow.text(words("free", Style::body));
    flow.gap(4);
    flow.text(words("contact", Style::strong));
    if (!receipt.qr_text.empty()) {
        flow.gap(4);
        flow.text(words("qr", Style::caption));
    }
    flow.gap(4);
    Phrases caption = words("employee", Style::caption);
    for (Phrase& phrase : caption)
        if (!receipt.employee_phone.empty())
            phrase.text += ", " + words.inline_text("phone_short", {{"phone", receipt.employee_phone}});
    add_signature(flow, {{}, receipt.employee_name, caption, words("signature", Style::caption)});
}

}  // namespace

Result<std::vector<Part>> compose_paper(const Desk& desk, const AcceptanceReceipt& receipt) {
    const Wording words(desk.forms.get(FormKind::acceptance), desk.options.language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_letterhead(flow, words, receipt.branch, receipt.copy_number);
    flow.gap(14);
    flow.text(words("title", Style::title));
    add_panel(flow, TRY(make_panel(receipt, words)));
    flow.gap(8);
    add_field(flow, words("service", Style::label), words.local(receipt.service, Style::strong));
    add_people(flow, receipt, words);
    add_moment(flow, receipt, words);
    add_field(flow, words("extension", Style::label), words.local(receipt.extension_note, Style::body));
    const bool same = receipt.pickup == receipt.branch.name;
    if (!same) add_field(flow, words("pickup", Style::label), words.local(receipt.pickup, Style::strong));
    add_branch(flow, receipt.branch, words, same ? "pickup" : "branch");
    add_documents(flow, receipt, words);
    add_closing(flow, receipt, words);
    return one_part(finish_part(desk, words, receipt.number.text, flow));
}

}  // namespace ardager::receipts

// Құжаттарды қабылдаудан бас тарту туралы қолхат: appendix 3 of the rules, in the order and words of the
// form.
#include "kiosk/receipts/blocks.h"
#include "kiosk/receipts/compose.h"

namespace ardager::receipts {
namespace {

/// `2026 жылғы "23" қараша`: the form's last line.
std::string form_date(const FormText& form, Date date) {
    std::istringstream months(form.text("months"));
    std::string month;
    for (unsigned i = 0; i < static_cast<unsigned>(date.month()); ++i) months >> month;
    const std::string iso = iso_date(date);
    return fill_blanks(form.text("date"),
                       {{"year", iso.substr(0, 4)}, {"day", iso.substr(8, 2)}, {"month", month}});
}

void add_body(Flow& flow, const RefusalReceipt& receipt, const Wording& words, bool kazakh) {
    const auto in_language = [&](const LocalText& text) {
        return kazakh || text.ru.empty() ? text.kk : text.ru;
    };
    flow.gap(10);
    flow.text(words("opening", Style::body,
                    {{"department", receipt.branch.department_number},
                     {"address", in_language(receipt.branch.address)}}));
    flow.gap(6);
    flow.text(words("service_blank", Style::strong, {{"service", in_language(receipt.service)}}),
              Align::centre, true);
    flow.gap(1);
    flow.rule(kInk, 0.7);
    flow.keep_last();
    flow.text(words("service_caption", Style::caption), Align::centre, true);
    flow.gap(4);
    flow.text(words("decision", Style::body));
    flow.gap(10);
    flow.text(words("missing", Style::strong), Align::left, true);
    for (std::size_t i = 0; i < receipt.missing.size(); ++i) {
        flow.gap(5);
        flow.text(words("missing_item", Style::strong,
                        {{"index", std::to_string(i + 1)}, {"name", in_language(receipt.missing[i])}}));
    }
    flow.gap(12);
    flow.text(words("copies", Style::body));
}

void add_signatures(Flow& flow, const RefusalReceipt& receipt, const Wording& words) {
    const Phrases signature = words("signature", Style::caption);
    add_signature(flow, {{}, receipt.employee_name, words("employee_caption", Style::caption), signature});
    add_signature(flow, {words("executor", Style::body),
                         receipt.executor_name,
                         words("executor_caption", Style::caption),
                         {}});
    add_signature(flow, {words("executor_phone", Style::body), receipt.executor_phone, {}, {}});
    add_signature(flow, {words("received", Style::body), receipt.applicant_name,
                         words("received_caption", Style::caption), signature});
}

/// The receipt's number, whose copy this is, and the appendix that prescribes the form.
void add_references(Flow& flow, const RefusalReceipt& receipt, const Wording& words, const char* copy_key) {
    Phrases number = words("number", Style::label);
    number.push_back({receipt.number.text, Style::strong});
    Phrases references = words(copy_key, Style::label);
    append(references, words("appendix", Style::caption));
    if (flow.shape().grows) {
        flow.text(number);
        flow.gap(3);
        flow.text(references);
    } else {
        flow.row({{number, 0.5}, {references, 0.5, Align::right}});
    }
}

Result<Part> compose_copy(const Desk& desk, const RefusalReceipt& receipt, ReceiptLanguage language,
                          const char* copy_key) {
    const Form& form = desk.forms.get(FormKind::refusal);
    const bool kazakh = language == ReceiptLanguage::kk;
    const Wording words(form, language);
    Flow flow(desk.typesetter, shape_of(desk.options.paper));
    add_letterhead(flow, words, receipt.branch, receipt.copy_number);
    flow.gap(8);
    add_references(flow, receipt, words, copy_key);
    flow.gap(12);
    flow.text(words("title", Style::title), Align::centre);
    add_body(flow, receipt, words, kazakh);
    add_signatures(flow, receipt, words);
    Phrases last{{form_date(kazakh ? form.kk : form.ru, local_date(receipt.refused_at)), Style::strong}};
    if (receipt.qr_text.empty()) {
        flow.gap(14);
        flow.text(last);
    } else {
        append(last, words("contact", Style::body));
        append(last, words("qr", Style::caption));
        add_qr(flow, TRY(make_qr(receipt.qr_text)), last);
    }
    return finish_part(desk, words, receipt.number.text, flow);
}

}  // namespace

Result<std::vector<Part>> compose_paper(const Desk& desk, const RefusalReceipt& receipt) {
    std::vector<ReceiptLanguage> languages{desk.options.language};
    if (desk.options.language == ReceiptLanguage::both)
        languages = {ReceiptLanguage::kk, ReceiptLanguage::ru};
    std::vector<Part> parts;
    for (const char* copy_key : {"first_copy", "second_copy"})
        for (const ReceiptLanguage language : languages)
            parts.push_back(TRY(compose_copy(desk, receipt, language, copy_key)));
    return parts;
}

}  // namespace ardager::receipts

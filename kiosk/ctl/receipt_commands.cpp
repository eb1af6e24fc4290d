#include "kiosk/base/files.h"
#include "kiosk/cases/print_receipt.h"
#include "kiosk/cases/show_status.h"
#include "kiosk/ctl/commands.h"
#include "kiosk/receipts/qr.h"
#include "kiosk/receipts/statement.h"
#include "kiosk/vault/signing_key.h"

namespace ardager::ctl {
namespace {

// A certificate in PEM is about 1 KB; a chain of them a few.
constexpr std::size_t kCertificateLimit = 64U << 10;

Result<std::string> statement_text(const ReceiptVerifyOptions& options) {
    if (options.text.empty() && options.image.empty())
        return fail(Code::invalid_input,
                    "nothing to verify: give what the QR code says, or a picture of it with --image FILE");
    if (options.image.empty()) return options.text;
    return receipts::read_qr_png(std::filesystem::path(options.image));
}

Result<std::vector<std::unique_ptr<Verifier>>> trusted_keys(const Context& context,
                                                            const ReceiptVerifyOptions& options) {
    auto files = options.certificates;
    if (std::filesystem::exists(context.paths.receipt_certificate()))
        files.push_back(context.paths.receipt_certificate().string());
    if (files.empty())
        return fail(Code::invalid_input,
                    "no certificate to verify with: name a record with --data or a file with --cert");
    std::vector<std::unique_ptr<Verifier>> keys;
    for (const auto& file : files) {
        const auto pem = TRY(read_file(file, kCertificateLimit));
        keys.push_back(TRY(load_verifier(as_text(pem))));
    }
    return keys;
}

Json describe(const StatusFacts& facts) {
    Json decisions = Json::array();
    for (const auto& decision : facts.decisions) {
        Json item{{"kind", decision.notice.kind}, {"at", iso_instant(decision.notice.at)}};
        if (decision.extended_days) item["days"] = *decision.extended_days;
        if (decision.due) item["due"] = iso_date(*decision.due);
        decisions.push_back(std::move(item));
    }
    return {{"number", facts.row.number.text},
            {"kind", facts.row.kind == ApplicationKind::acceptance ? "acceptance" : "refusal"},
            {"state", state_name(facts.row.state)},
            {"service", facts.row.service},
            {"standard_version", facts.row.standard_version},
            {"issued_at", iso_instant(facts.row.issued_at)},
            {"due", facts.row.due ? Json(iso_date(*facts.row.due)) : Json(nullptr)},
            {"prints", facts.row.prints},
            {"at_the_ministry", facts.at_the_ministry},
            {"decisions", std::move(decisions)}};
}

ExitCode report_forged(const Context& context, const Error& error) {
    const auto& fault =
        error.fields.empty() ? FieldFault{"", code_name(error.code), error.detail} : error.fields.front();
    const Json value{{"valid", false}, {"reason", fault.code}, {"message", fault.message}};
    return answer(context, value, "NOT VALID: " + fault.message + " (" + fault.code + ")", bad_input);
}

/// The paper beside its place until it is counted; gone again when it is not.
class UncountedPaper {
public:
    explicit UncountedPaper(const std::string& output) : output_(output), path_(output + ".uncounted") {}
    ~UncountedPaper() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    UncountedPaper(const UncountedPaper&) = delete;
    UncountedPaper& operator=(const UncountedPaper&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] bool becomes_the_output() const {
        std::error_code error;
        std::filesystem::rename(path_, output_, error);
        return !error;
    }

private:
    std::filesystem::path output_;
    std::filesystem::path path_;
};

}  // namespace

ExitCode receipt_show(const Context& context, const std::string& number) {
    const auto parsed = CTL_TRY(context, ReceiptNumber::parse(number));
    const auto office = CTL_TRY(context, context.office());
    const auto facts = CTL_TRY(context, show_status(*office, parsed));
    const Json value = describe(facts);
    std::string text;
    for (const auto& [key, item] : value.items())
        text += key + ": " + (item.is_string() ? item.get<std::string>() : item.dump()) + "\n";
    text.pop_back();
    return answer(context, value, text);
}

ExitCode receipt_pdf(const Context& context, const ReceiptPdfOptions& options) {
    const auto parsed = CTL_TRY(context, ReceiptNumber::parse(options.number));
    receipts::DrawOptions draw;
    draw.language = CTL_TRY(context, receipts::parse_receipt_language(options.language));
    draw.paper = options.paper == "roll" ? receipts::Paper::roll_80mm : receipts::Paper::a4;
    const auto office = CTL_TRY(context, context.office());
    const UncountedPaper paper(options.output);
    CTL_TRY(context, check_output(options.output));
    const auto lay = [&](const Bytes& pdf) { return write_file(paper.path(), pdf, 0600); };
    const auto printed = CTL_TRY(context, print_receipt(*office, parsed, draw, lay));
    if (!paper.becomes_the_output())
        return report(context, Error{Code::device,
                                     options.output + ": cannot be written. " + parsed.text +
                                         " is counted as printed; the next paper is a duplicate",
                                     {}});
    const Json value{{"number", parsed.text},
                     {"file", options.output},
                     {"copy", printed.copy_number},
                     {"bytes", printed.pdf.size()}};
    return answer(context, value,
                  options.output + ": " + (printed.copy_number == 0 ? "the original" : "a duplicate"));
}

ExitCode receipt_verify(const Context& context, const ReceiptVerifyOptions& options) {
    const auto text = CTL_TRY(context, statement_text(options));
    const auto keys = CTL_TRY(context, trusted_keys(context, options));
    std::vector<const Verifier*> trusted;
    trusted.reserve(keys.size());
    for (const auto& key : keys) trusted.push_back(key.get());
    const auto statement = receipts::verify_statement(text, trusted);
    if (!statement) return report_forged(context, statement.error());
    const Json value{{"valid", true},
                     {"number", statement->number.text},
                     {"kind", receipts::statement_kind_name(statement->kind)},
                     {"at", iso_instant(statement->at)},
                     {"due", statement->due ? Json(iso_date(*statement->due)) : Json(nullptr)},
                     {"branch", statement->branch},
                     {"application", statement->application.hex()},
                     {"journal_head", to_hex(statement->journal_head)},
                     {"seq", statement->seq}};
    return answer(context, value,
                  "valid: " + statement->number.text + ", " + receipts::statement_kind_name(statement->kind) +
                      ", " + iso_instant(statement->at));
}

}  // namespace ardager::ctl

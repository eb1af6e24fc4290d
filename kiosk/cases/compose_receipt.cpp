#include "kiosk/cases/compose_receipt.h"

#include "kiosk/cases/describe_branch.h"
#include "kiosk/cases/describe_terms.h"
#include "kiosk/receipts/statement.h"

namespace ardager {
namespace {

using receipts::AcceptanceReceipt;
using receipts::RefusalReceipt;

std::string full_name(const Json& person) {
    std::string name = person.value("surname", "") + " " + person.value("given_name", "");
    if (const auto patronymic = person.value("patronymic", ""); !patronymic.empty()) name += " " + patronymic;
    return name;
}

/// The local military administration body of a place (DOMAIN.md, "Words"), in the words of the paper's
/// language.
LocalText describe_provider(const Office& office, const std::string& kato) {
    LocalText body{"Жергілікті әскери басқару органы", "Местный орган военного управления",
                   "Local military administration body"};
    const auto* place = office.law.places.find(kato);
    if (place == nullptr) return body;
    return {body.kk + ", " + place->kk, body.ru + ", " + place->ru, body.en + ", " + place->kk};
}

struct Opened {
    ApplicationRow row;
    Entry entry;
    Json payload;
    const Standard* standard = nullptr;
};

Result<Opened> open_number(Office& office, const ReceiptNumber& number) {
    Opened opened;
    opened.row = TRY(find_application(office.journal().reader().database(), number));
    const auto stored = TRY(office.journal().reader().read(opened.row.entry_seq));
    opened.entry = stored.entry;
    opened.payload = TRY(parse_json(stored.payload));
    opened.standard = TRY(office.law.standards.version(opened.row.service, opened.row.standard_version));
    return opened;
}

Result<std::string> sign(const Office& office, const Opened& opened) {
    receipts::Statement statement;
    statement.number = opened.row.number;
    const bool accepted = opened.row.kind == ApplicationKind::acceptance;
    statement.kind = accepted ? receipts::StatementKind::acceptance : receipts::StatementKind::refusal;
    statement.at =
        TRY(parse_instant(TRY(json_text(opened.payload, accepted ? "accepted_at" : "refused_at"))));
    // The date on the paper is the promised one; what a later decision made of it stands on the notice.
    if (accepted) statement.due = TRY(parse_date(TRY(json_text(opened.payload, "due"))));
    statement.branch = office.config.device.branch;
    statement.application = opened.entry.payload_sha256;
    statement.journal_head = receipts::truncated_head(opened.entry.hash);
    statement.seq = opened.entry.seq;
    return receipts::sign_statement(statement, *office.signer);
}

Result<receipts::Receipt> compose_acceptance(Office& office, const Opened& opened, unsigned copy_number) {
    const Json& payload = opened.payload;
    AcceptanceReceipt receipt;
    receipt.number = opened.row.number;
    receipt.accepted_at = TRY(parse_instant(TRY(json_text(payload, "accepted_at"))));
    receipt.day_of_acceptance = TRY(parse_date(TRY(json_text(payload, "day_of_acceptance"))));
    receipt.due = TRY(parse_date(TRY(json_text(payload, "due"))));
    receipt.service = opened.standard->name;
    receipt.applicant_name = full_name(payload.at("applicant"));
    receipt.applicant_iin = payload.at("applicant").value("iin", "");
    for (const auto& document : payload.at("documents")) {
        const auto kind = document.value("kind", "");
        const auto pages = static_cast<unsigned>(document.at("files").size());
        receipt.documents.push_back(
            {office.law.document_kinds.name(kind), document.value("number", ""), pages});
        if (kind == "authority" && payload.at("representative").is_object())
            receipt.representative = {full_name(payload.at("representative")), document.value("number", "")};
    }
    receipt.extension_note = describe_extensions(*opened.standard);
    receipt.employee_name = payload.at("employee").value("name", "");
    receipt.employee_phone = payload.at("employee").value("phone", "");
    receipt.branch = describe_branch(office.config);
    receipt.pickup = describe_pickup(office.config, payload.value("pickup_branch", ""));
    receipt.identity_by_documents = payload.value("identity_by_documents", false);
    receipt.copy_number = copy_number;
    receipt.qr_text = TRY(sign(office, opened));
    return receipts::Receipt(std::move(receipt));
}

Result<receipts::Receipt> compose_refusal(Office& office, const Opened& opened, unsigned copy_number) {
    const Json& payload = opened.payload;
    RefusalReceipt receipt;
    receipt.number = opened.row.number;
    receipt.refused_at = TRY(parse_instant(TRY(json_text(payload, "refused_at"))));
    receipt.service = opened.standard->name;
    for (const auto& id : payload.at("missing"))
        for (const auto& requirement : opened.standard->requirements)
            if (requirement.id == id.get<std::string>()) receipt.missing.push_back(requirement.name);
    receipt.applicant_name = full_name(payload.at("applicant"));
    receipt.employee_name = payload.at("employee").value("name", "");
    receipt.executor_name = receipt.employee_name;
    receipt.executor_phone = payload.at("employee").value("phone", "");
    receipt.branch = describe_branch(office.config);
    receipt.copy_number = copy_number;
    receipt.qr_text = TRY(sign(office, opened));
    return receipts::Receipt(std::move(receipt));
}

template <class Notice>
Notice begin_notice(const Office& office, const Opened& opened, Instant at) {
    Notice notice;
    notice.number = opened.row.number;
    notice.issued_at = at;
    notice.service = opened.standard->name;
    notice.applicant_name = full_name(opened.payload.at("applicant"));
    notice.branch = describe_branch(office.config);
    return notice;
}

Result<receipts::Receipt> compose_decision(Office& office, const Opened& opened, const NoticeRow& row,
                                           const Json& decision) {
    const auto provider = describe_provider(office, opened.payload.value("provider", ""));
    const auto reference = decision.value("registration_number", "");
    if (row.kind == "decision.extended") {
        auto notice = begin_notice<receipts::ExtensionNotice>(office, opened, row.at);
        notice.day_of_acceptance = TRY(parse_date(TRY(json_text(opened.payload, "day_of_acceptance"))));
        notice.extended_to_working_days = static_cast<unsigned>(TRY(json_u64(decision, "days")));
        notice.new_due = TRY(parse_date(TRY(json_text(decision, "due"))));
        notice.provider = provider;
        notice.provider_reference = reference;
        return receipts::Receipt(std::move(notice));
    }
    if (row.kind == "decision.refused") {
        auto notice = begin_notice<receipts::RefusalNotice>(office, opened, row.at);
        const auto ground = decision.value("ground", "");
        for (const auto& known : opened.standard->refusal_grounds)
            if (known.id == ground) notice.ground = known.text;
        notice.explanation = decision.value("reason", "");
        notice.provider = provider;
        notice.provider_reference = reference;
        return receipts::Receipt(std::move(notice));
    }
    if (row.kind != "decision.granted") return fail(Code::not_found, "this decision has no paper");
    auto notice = begin_notice<receipts::ResultNotice>(office, opened, row.at);
    notice.pickup = describe_pickup(office.config, opened.payload.value("pickup_branch", ""));
    notice.provider = provider;
    return receipts::Receipt(std::move(notice));
}

}  // namespace

Result<receipts::Receipt> compose_receipt(Office& office, const ReceiptNumber& number, unsigned copy_number) {
    const auto opened = TRY(open_number(office, number));
    try {
        if (opened.row.kind == ApplicationKind::acceptance)
            return compose_acceptance(office, opened, copy_number);
        return compose_refusal(office, opened, copy_number);
    } catch (const Json::exception&) {
        return fail(Code::record_damaged,
                    "entry " + std::to_string(opened.entry.seq) + ": its payload lacks a receipt's fields");
    }
}

Result<receipts::Receipt> compose_notice(Office& office, const NoticeRow& row) {
    const auto opened = TRY(open_number(office, row.number));
    const auto decision = TRY(parse_json(TRY(office.journal().reader().read(row.entry_seq)).payload));
    try {
        return compose_decision(office, opened, row, decision);
    } catch (const Json::exception&) {
        return fail(Code::record_damaged,
                    "entry " + std::to_string(row.entry_seq) + ": its payload lacks a notice's fields");
    }
}

}  // namespace ardager

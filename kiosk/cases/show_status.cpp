#include "kiosk/cases/show_status.h"

#include "kiosk/base/text.h"
#include "kiosk/cases/describe_branch.h"
#include "kiosk/cases/tuning.h"
#include "sync/wire/messages.h"

namespace ardager {
namespace {

Result<DecisionFacts> read_decision(Office& office, const NoticeRow& notice) {
    DecisionFacts facts{notice, {}, {}};
    const auto payload = TRY(parse_json(TRY(office.journal().reader().read(notice.entry_seq)).payload));
    if (payload.contains("days")) facts.extended_days = static_cast<unsigned>(TRY(json_u64(payload, "days")));
    if (payload.contains("due")) facts.due = TRY(parse_date(TRY(json_text(payload, "due"))));
    return facts;
}

constexpr std::size_t kShownDigits = 4;

bool is_four_digits(std::string_view text) {
    return text.size() == kShownDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes as long for a wrong first digit as for a wrong last one.
bool ends_with_digits(std::string_view iin, std::string_view last_four) {
    if (iin.size() < kShownDigits) return false;
    const auto end = iin.substr(iin.size() - kShownDigits);
    unsigned different = 0;
    for (std::size_t i = 0; i < kShownDigits; ++i)
        different |= static_cast<unsigned char>(end[i]) ^ static_cast<unsigned char>(last_four[i]);
    return different == 0;
}

std::string initial_of(const std::string& name) {
    if (name.empty()) return {};
    std::size_t at = 0;
    std::string initial;
    append_utf8(initial, next_character(name, at));
    return initial + ". ";
}

PersonalStatus describe_personal(const Office& office, const Json& payload) {
    const Json& applicant = payload.at("applicant");
    PersonalStatus status;
    status.applicant = initial_of(applicant.value("given_name", "")) +
                       initial_of(applicant.value("patronymic", "")) + applicant.value("surname", "");
    if (!payload.contains("documents")) return status;
    for (const auto& document : payload.at("documents"))
        status.documents.push_back(office.law.document_kinds.name(document.value("kind", "")));
    status.pickup = describe_pickup(office.config, payload.value("pickup_branch", ""));
    return status;
}

}  // namespace

Result<StatusFacts> show_status(Office& office, const ReceiptNumber& number) {
    auto& reader = office.journal().reader();
    StatusFacts facts;
    facts.row = TRY(find_application(reader.database(), number));
    facts.service = TRY(office.law.standards.version(facts.row.service, facts.row.standard_version))->name;
    for (const auto& notice : TRY(notices_of(reader.database(), number)))
        facts.decisions.push_back(TRY(read_decision(office, notice)));
    if (const auto text = TRY(reader.state("sync.ack"))) {
        const auto ack = TRY(wire::Acknowledgement::from_json(*text));
        facts.at_the_ministry = facts.row.entry_seq < ack.next_seq;
    }
    return facts;
}

Result<PersonalStatus> reveal_status(Office& office, const ReceiptNumber& number,
                                     std::string_view last_four) {
    if (!is_four_digits(last_four))
        return fail_field("last_four", "format", "the last four digits of the IIN");
    auto& reader = office.journal().reader();
    const auto row = TRY(find_application(reader.database(), number));
    const auto payload = TRY(parse_json(TRY(reader.read(row.entry_seq)).payload));
    try {
        if (!ends_with_digits(payload.at("applicant").value("iin", ""), last_four))
            return fail(Code::not_allowed, number.text + ": the digits are not those of this number");
        return describe_personal(office, payload);
    } catch (const Json::exception&) {
        return fail(Code::record_damaged,
                    "entry " + std::to_string(row.entry_seq) + ": its payload lacks a person's fields");
    }
}

unsigned IdentityTries::left(const ReceiptNumber& number) const {
    const auto found = wrong_.find(number);
    const unsigned wrong = found == wrong_.end() ? 0 : found->second;
    return wrong >= kIdentityTries ? 0 : kIdentityTries - wrong;
}

}  // namespace ardager

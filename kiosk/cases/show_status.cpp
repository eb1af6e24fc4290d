#include "kiosk/cases/show_status.h"

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

}  // namespace ardager

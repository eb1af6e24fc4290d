// The desk's side of the queue and of home visits: the case, then its slip, in one job of the record thread.
#include "kiosk/base/log.h"
#include "kiosk/cases/compose_paper.h"
#include "kiosk/receipts/draw.h"
#include "ui/citizen_desk.h"
#include "ui/citizen_events.h"

namespace ardager {

using namespace citizen;

namespace {

using Pdf = std::shared_ptr<const Bytes>;

/// Nothing when it cannot be drawn: the number on the screen is then all there is.
Pdf draw_slip(const Office& office, const Result<receipts::Receipt>& slip, const std::string& language) {
    const auto drawn = slip ? receipts::render_pdf(office.law.forms, *slip, paper_options(language))
                            : Result<Bytes>(fail(slip.error()));
    if (drawn) return std::make_shared<const Bytes>(*drawn);
    log(LogLevel::error, "receipt", drawn.error().detail);
    return nullptr;
}

VisitPerson person_of(const NameAnswers& name) {
    return {name.surname, name.given_name, name.patronymic, {}};
}

VisitDraft visit_draft(const RequestVisit& effect) {
    VisitDraft draft;
    draft.language = effect.language;
    draft.person = person_of(effect.visit.person);
    if (effect.visit.requester) draft.requester = person_of(*effect.visit.requester);
    draft.phone = effect.visit.phone;
    draft.kato = effect.visit.address.kato;
    draft.address = effect.visit.address.text;
    draft.reason = effect.visit.reason;
    draft.days = effect.visit.days;
    draft.part_of_day = effect.visit.part_of_day;
    draft.consent = effect.visit.consent;
    return draft;
}

}  // namespace

void CitizenDesk::on(const TakeTicket& effect) {
    post([this, wish = TicketWish{effect.purpose, effect.language}](Office& office) -> RecordThread::Answer {
        auto ticket = issue_ticket(office, wish);
        if (!ticket) return [this, error = ticket.error()] { tell_failed(error); };
        const auto slip = draw_slip(office, compose_ticket_slip(office, *ticket), wish.language);
        return [this, slip, number = ticket->number.text, before = ticket->before] {
            last_number_ = number;
            paper_ = {number, slip, false};
            parts_.entry_kept();
            tell(TicketTaken{number, before.waiting, before.estimate_minutes});
        };
    });
}

void CitizenDesk::on(const RequestVisit& effect) {
    post([this, draft = visit_draft(effect), session = session_](Office& office) -> RecordThread::Answer {
        close_session_draft(office, session);
        auto visit = request_visit(office, draft);
        if (!visit) return [this, error = visit.error()] { tell_failed(error); };
        const auto slip = draw_slip(office, compose_visit_slip(office, visit->number), draft.language);
        return [this, slip, number = visit->number.text] {
            last_number_ = number;
            paper_ = {number, slip, false};
            parts_.entry_kept();
            tell(VisitRequested{number});
        };
    });
}

void CitizenDesk::on(const PrintSlip&) {
    if (!paper_.pdf) return tell(PrintEnded{false});
    put_on_paper(paper_.number, paper_.pdf, visitor_);
}

}  // namespace ardager

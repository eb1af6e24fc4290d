// Submitting, the three ways out of an incomplete package, receipts and the state by number.
#include "ui/citizen/asked.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

Key trouble_message(SubmitTrouble trouble) {
    switch (trouble) {
        case SubmitTrouble::not_now:
            return Key::error_not_now;
        case SubmitTrouble::disk_reserved:
            return Key::error_disk_reserved;
        case SubmitTrouble::disk:
            return Key::error_disk;
        case SubmitTrouble::outcome_unknown:
            return Key::error_outcome_unknown;
        case SubmitTrouble::record_damaged:
            return Key::error_record_damaged;
        case SubmitTrouble::invalid_field:
            return Key::error_field;
        case SubmitTrouble::missing_documents:
        case SubmitTrouble::internal:
            break;
    }
    return Key::error_internal;
}

Field field_of(const std::string& name) {
    struct Row {
        const char* name;
        Field field;
    };
    static constexpr Row kRows[] = {{"applicant.iin", Field::iin},
                                    {"applicant.surname", Field::surname},
                                    {"applicant.given_name", Field::given_name},
                                    {"applicant.patronymic", Field::patronymic},
                                    {"applicant.birth_date", Field::birth_date},
                                    {"applicant.phone", Field::phone},
                                    {"applicant.address.kato", Field::place},
                                    {"applicant.address.text", Field::address},
                                    {"pickup_branch", Field::pickup_branch},
                                    {"representative.iin", Field::representative_iin},
                                    {"representative.phone", Field::representative_phone},
                                    {"person.surname", Field::surname},
                                    {"person.given_name", Field::given_name},
                                    {"person.patronymic", Field::patronymic},
                                    {"phone", Field::phone},
                                    {"address.kato", Field::place},
                                    {"address.text", Field::address},
                                    {"reason", Field::visit_reason}};
    for (const Row& row : kRows)
        if (name == row.name) return row.field;
    if (name.starts_with("representative")) return Field::representative_name;
    if (name.starts_with("requester")) return Field::visit_requester;
    if (name.starts_with("preferred")) return Field::visit_days;
    return name.starts_with("documents") ? Field::scan : Field::none;
}

}  // namespace

bool CitizenFlow::is_outcome() const {
    switch (state_.page) {
        case Page::accepted:
        case Page::refused:
        case Page::draft_kept:
        case Page::ticket:
        case Page::visit_taken:
            return true;
        default:
            return false;
    }
}

void CitizenFlow::submit() {
    if (state_.needs_staff) return;
    if (state_.page == Page::visit_check) return request_visit();
    if (state_.page != Page::check) return;
    state_.errors.clear();
    check_everything();
    // What is only kept is signed when it is handed in.
    if (state_.keep_only)
        std::erase_if(state_.errors, [](const FieldError& e) { return e.field == Field::signature; });
    if (!state_.errors.empty()) return;
    if (!allows(Deed::finish)) {
        complain(Field::none, Key::error_record_damaged);
        return;
    }
    if (state_.keep_only) {
        effects_.push_back(KeepDraft{state_.answers});
        go(Page::keeping_draft);
        return;
    }
    effects_.push_back(Submit{state_.answers, state_.signature});
    go(Page::submitting);
}

void CitizenFlow::on_outcome(const Intent& intent) {
    switch (intent.act) {
        case Act::scan:
            go(Page::document_kind);
            break;
        case Act::bring_later:
            if (state_.page != Page::incomplete) break;
            effects_.push_back(KeepDraft{state_.answers});
            go(Page::keeping_draft);
            break;
        case Act::take_refusal:
            if (state_.page != Page::incomplete) break;
            effects_.push_back(Refuse{state_.answers});
            go(Page::refusing);
            break;
        case Act::reprint:
            if (state_.page == Page::ticket || state_.page == Page::visit_taken) {
                print_slip_again();
                break;
            }
            if (state_.outcome.print == PrintState::waiting) break;
            if (state_.status && state_.status->has_notice)
                effects_.push_back(PrintNotice{state_.status->number, state_.answers.language});
            // Paper that never came out is the first copy still, not a duplicate.
            else if (!state_.outcome.number.empty())
                print(state_.page == Page::refused ? 2 : 1, state_.outcome.print == PrintState::printed);
            state_.outcome.print = PrintState::waiting;
            break;
        case Act::back:
            if (state_.page == Page::incomplete)
                go(state_.answers.documents.empty() ? Page::document_kind : Page::scan);
            if (state_.page == Page::status)
                go(state_.by_receipt ? Page::status_choose : Page::status_number);
            break;
        default:
            break;
    }
}

void CitizenFlow::print(unsigned copies, bool again) {
    state_.outcome.print = PrintState::waiting;
    effects_.push_back(PrintReceipt{state_.outcome.number, copies, again});
}

void CitizenFlow::finish_with(Page page, Outcome outcome) {
    // Only the number stays on the screen; a power cut from here on must not bring the questions back.
    const std::string language = state_.answers.language;
    const std::string session = state_.session;
    const Comfort comfort = state_.comfort;
    state_ = CitizenState{};
    state_.session = session;
    state_.comfort = comfort;
    state_.answers.language = language;
    state_.outcome = std::move(outcome);
    effects_.push_back(WipeDraft{});
    go(page);
    touched_ = now_;
}

void CitizenFlow::on(const Submitted& submitted) {
    if (state_.page != Page::submitting) return;
    finish_with(Page::accepted, {submitted.number, submitted.due, PrintState::waiting, submitted.qr});
    print(1, false);
}

void CitizenFlow::on(const RefusedIssued& refused) {
    if (state_.page != Page::refusing) return;
    finish_with(Page::refused, {refused.number, std::nullopt, PrintState::waiting, nullptr});
    print(2, false);
}

void CitizenFlow::on(const DraftKept& kept) {
    if (state_.page != Page::keeping_draft) return;
    finish_with(Page::draft_kept, {kept.number, kept.until, PrintState::none, nullptr});
}

void CitizenFlow::on(const SubmitFailed& failed) {
    const Page from = state_.page;
    if (from == Page::ticket_taking || from == Page::visit_sending) return failed_aside(from, failed);
    if (from != Page::submitting && from != Page::refusing && from != Page::keeping_draft) return;
    touched_ = now_;
    if (failed.trouble == SubmitTrouble::missing_documents) {
        go(Page::incomplete);
        return;
    }
    const bool from_check = from == Page::submitting ||
                            (from == Page::keeping_draft && state_.keep_only && !state_.pages.empty());
    go(from_check ? Page::check : Page::incomplete);
    state_.needs_staff =
        failed.trouble == SubmitTrouble::outcome_unknown || failed.trouble == SubmitTrouble::record_damaged;
    if (failed.trouble == SubmitTrouble::invalid_field)
        for (const FieldFault& fault : failed.fields) complain(field_of(fault.field), Key::error_field);
    if (state_.errors.empty()) complain(Field::none, trouble_message(failed.trouble));
}

/// A ticket or a request for a visit was not kept, or nobody knows whether it was.
void CitizenFlow::failed_aside(Page from, const SubmitFailed& failed) {
    touched_ = now_;
    const bool ticket = from == Page::ticket_taking;
    go(ticket ? Page::ticket_purpose : Page::visit_check);
    state_.needs_staff =
        failed.trouble == SubmitTrouble::outcome_unknown || failed.trouble == SubmitTrouble::record_damaged;
    if (failed.trouble == SubmitTrouble::invalid_field && !ticket)
        for (const FieldFault& fault : failed.fields) complain(field_of(fault.field), Key::error_field);
    if (state_.errors.empty()) complain(Field::none, ticket ? Key::error_ticket : Key::error_visit);
}

void CitizenFlow::on(const PrintEnded& ended) {
    if (state_.outcome.print != PrintState::waiting) return;
    state_.outcome.print = ended.printed ? PrintState::printed : PrintState::failed;
    touched_ = now_;
}

void CitizenFlow::on(const StatusFound& found) {
    if (state_.page != Page::status_looking) return;
    state_.status = StatusAnswer{found.number,           found.stage,     found.accepted_on, found.due,
                                 found.extended_to_days, found.has_notice};
    state_.outcome = {};
    state_.revealed.reset();
    go(Page::status);
}

void CitizenFlow::on(const StatusMissing&) {
    if (state_.page != Page::status_looking) return;
    go(state_.by_receipt ? Page::status_receipt : Page::status_number);
    complain(state_.by_receipt ? Field::scan : Field::receipt_number, Key::error_receipt_unknown);
}

void CitizenFlow::on(const DraftFound& found) {
    if (state_.page != Page::status_looking) return;
    state_.keep_only = !allows(Deed::apply);
    if (const auto rung = forbidden_by(board_, Deed::prepare); rung && state_.keep_only) {
        go(Page::status_number);
        complain(Field::receipt_number, sentence_of(*rung));
        return;
    }
    state_.found_draft = found.answers;
    go(Page::identity);
}

void CitizenFlow::open_found_draft() {
    if (state_.answers.applicant.iin != state_.found_draft->applicant.iin) {
        if (++state_.draft_tries >= kDraftTries) {
            end_session();
            return;
        }
        complain(Field::iin, Key::error_draft_owner);
        return;
    }
    const std::string language = state_.answers.language;
    state_.answers = std::exchange(state_.found_draft, std::nullopt).value();
    state_.answers.language = language;
    state_.pages.clear();
    state_.authority_pages.clear();
    // The paper that gives authority was clear when it was kept; the other one is brought today.
    if (const auto& representative = state_.answers.representative)
        for (const std::string& id : representative->document.files)
            state_.authority_pages.push_back({id, PageQuality::ok, nullptr});
    keep_good_pages();
    go(Page::document_kind);
}

}  // namespace ardager::citizen

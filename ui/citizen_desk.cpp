#include "ui/citizen_desk.h"

#include "kiosk/base/log.h"
#include "kiosk/cases/accept_application.h"
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/receipts/qr.h"
#include "ui/citizen_events.h"

namespace ardager {

using namespace citizen;

namespace {
const SubmitFailed kDamaged{SubmitTrouble::record_damaged, {}};
}  // namespace

CitizenDesk::CitizenDesk(Parts parts) : parts_(std::move(parts)) {}

void CitizenDesk::carry_out(const Effects& effects) {
    for (const auto& effect : effects) std::visit([this](const auto& wanted) { on(wanted); }, effect);
}

std::optional<CitizenEvent> CitizenDesk::take_event() {
    if (events_.empty()) return std::nullopt;
    std::optional<CitizenEvent> event(std::move(events_.front()));
    events_.pop_front();
    return event;
}

void CitizenDesk::post(RecordThread::Job job, std::optional<CitizenEvent> otherwise) {
    RecordThread::Answer damaged;
    if (otherwise) damaged = [this, event = *otherwise] { tell(event); };
    if (parts_.record.post(std::move(job), std::move(damaged)) || !otherwise) return;
    // A queue that is full is no damage: it passes.
    if (std::holds_alternative<SubmitFailed>(*otherwise))
        otherwise = SubmitFailed{SubmitTrouble::not_now, {}};
    tell(std::move(*otherwise));
}

void CitizenDesk::tell_failed(const Error& error) {
    log(LogLevel::warning, "citizen", std::string(code_name(error.code)) + ": " + error.detail);
    tell(SubmitFailed{submit_trouble(error.code), error.fields});
}

void CitizenDesk::on(const OpenSession&) {
    std::array<std::uint8_t, 16> id{};
    parts_.random.fill(id);
    session_ = kSessionDrafts + to_hex(id);
    tell(SessionOpened{session_});
}

void CitizenDesk::on(const SaveDraft& effect) {
    post([session = session_, draft = effect.draft](Office& office) -> RecordThread::Answer {
        if (const auto saved = save_session_draft(office, session, draft); !saved)
            log(LogLevel::warning, "citizen", "a draft was not saved: " + saved.error().detail);
        return {};
    });
}

void CitizenDesk::resume(OpenedSession session) {
    session_ = std::move(session.id);
    for (auto& page : session.pages) pages_[page.id] = std::make_shared<const Bytes>(std::move(page.jpeg));
}

void CitizenDesk::end_session() {
    ++visitor_;
    pages_.clear();
    kept_draft_.clear();
    paper_ = {};
    printing_.reset();
}

void CitizenDesk::on(const WipeDraft&) {
    pages_.clear();
    kept_draft_.clear();
    if (session_.empty()) return;
    post([session = session_](Office& office) -> RecordThread::Answer {
        if (const auto wiped = office.journal().wipe_drafts(session); !wiped)
            log(LogLevel::error, "citizen", "a draft was not wiped: " + wiped.error().detail);
        return {};
    });
    session_.clear();
}

ApplicationDraft CitizenDesk::draft_of(const ApplicationAnswers& answers) const {
    ApplicationDraft draft;
    draft.service = answers.service;
    draft.language = answers.language;
    const auto& person = answers.applicant;
    draft.applicant = {person.iin,
                       person.surname,
                       person.given_name,
                       person.patronymic,
                       person.birth_date ? iso_date(*person.birth_date) : "",
                       person.phone,
                       person.address.kato,
                       person.address.text,
                       {}};
    const auto add = [&](const DocumentAnswer& document) {
        DraftDocument out{document.kind, document.number, {}};
        for (const auto& id : document.files)
            if (const auto page = pages_.find(id); page != pages_.end())
                out.files.push_back({id + ".jpg", *page->second});
        if (!out.files.empty()) draft.documents.push_back(std::move(out));
    };
    for (const auto& document : answers.documents) add(document);
    if (const auto& signer = answers.representative) {
        draft.representative.emplace();
        draft.representative->iin = signer->iin;
        draft.representative->surname = signer->surname;
        draft.representative->given_name = signer->given_name;
        draft.representative->patronymic = signer->patronymic;
        draft.representative->phone = signer->phone;
        draft.representative->authority = signer->authority;
        add(signer->document);
    }
    draft.consent = answers.consent;
    draft.pickup_branch = answers.pickup_branch;
    draft.channel = "kiosk";
    return draft;
}

void CitizenDesk::on(const Submit& effect) {
    language_ = effect.answers.language;
    auto draft = draft_of(effect.answers);
    if (!effect.signature.empty()) {
        auto png = ui::signature_png(effect.signature);
        if (!png) return tell_failed(png.error());
        draft.signature_png = std::move(*png);
    }
    // The menu begins none without room: what is handed in here was begun with it.
    draft.begun_with_room = true;
    post(
        [this, draft = std::move(draft), kept = kept_draft_,
         session = session_](Office& office) -> RecordThread::Answer {
            close_session_draft(office, session);
            auto accepted = accept_application(office, draft);
            if (!accepted) return [this, error = accepted.error()] { tell_failed(error); };
            if (!kept.empty()) forget_kept_draft(office, kept);
            return [this, number = accepted->number.text, due = accepted->due,
                    qr = qr_of(office, accepted->number)] {
                last_number_ = number;
                parts_.entry_kept();
                tell(Submitted{number, due, qr});
            };
        },
        kDamaged);
}

void CitizenDesk::on(const Refuse& effect) {
    language_ = effect.answers.language;
    auto draft = draft_of(effect.answers);
    // An incomplete package is given back: none of its papers is kept. The one that gives authority is shown
    // only so that the receipt does not call it missing.
    std::erase_if(draft.documents, [](const auto& document) { return document.kind != kAuthority; });
    post(
        [this, draft = std::move(draft), session = session_](Office& office) -> RecordThread::Answer {
            close_session_draft(office, session);
            auto refused = refuse_acceptance(office, draft);
            if (!refused) return [this, error = refused.error()] { tell_failed(error); };
            return [this, number = refused->number.text] {
                last_number_ = number;
                parts_.entry_kept();
                tell(RefusedIssued{number});
            };
        },
        kDamaged);
}

void CitizenDesk::on(const KeepDraft& effect) {
    std::vector<KeptPage> pages;
    for (const auto& [id, bytes] : pages_) pages.push_back({id, *bytes});
    post(
        [this, answers = answers_to_json(effect.answers),
         pages = std::move(pages)](Office& office) -> RecordThread::Answer {
            auto number = keep_draft(office, answers, pages);
            if (!number) return [this, error = number.error()] { tell_failed(error); };
            return [this, text = number->text, until = kept_until(office.clock.today())] {
                tell(DraftKept{text, until});
            };
        },
        kDamaged);
}

void CitizenDesk::on(const CallStaff&) {
    log(LogLevel::info, "citizen", "a citizen asks for an employee");
}

}  // namespace ardager

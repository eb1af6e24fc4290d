// Carries out what a citizen's session asks for: cases on the record thread, pages and paper on the device
// threads. Answers come back as events for CitizenFlow. Owned by the frame loop; no call waits for anything.
// Holds the scanned pages of the session in memory only; wiped with it. Of what the camera sees it holds
// nothing.
#pragma once

#include <deque>
#include <map>

#include "hw/device_thread.h"
#include "kiosk/cases/application_draft.h"
#include "kiosk/cases/record_thread.h"
#include "kiosk/receipts/receipt.h"
#include "ui/citizen/events.h"
#include "ui/session_draft.h"

namespace ardager {

class CitizenDesk {
public:
    struct Parts {
        RecordThread& record;
        hw::DeviceThread& devices;
        Random& random;
        std::function<void()> entry_kept;  // a new entry waits to be sent
    };
    explicit CitizenDesk(Parts parts);

    void carry_out(const citizen::Effects& effects);
    /// Takes in what the devices have finished.
    void look_at_devices();
    /// Takes up the scanned pages of a session that a power cut ended.
    void resume(OpenedSession session);
    /// Forgets the last paper, which until then can be printed again as it is, and what is still on its way.
    void end_session();
    /// The next event for the flow.
    [[nodiscard]] std::optional<citizen::CitizenEvent> take_event();
    /// The number of the last receipt; for the scripted day and the dev dock.
    [[nodiscard]] const std::string& last_number() const { return last_number_; }

private:
    using PageBytes = std::shared_ptr<const Bytes>;
    struct Paper {
        std::string number;
        std::shared_ptr<const Bytes> pdf;
        bool failed = false;
    };

    void on(const citizen::OpenSession&);
    void on(const citizen::ScanPage& effect);
    void on(const citizen::CancelScan&);
    void on(const citizen::SaveDraft& effect);
    void on(const citizen::WipeDraft&);
    void on(const citizen::Submit& effect);
    void on(const citizen::Refuse& effect);
    void on(const citizen::KeepDraft& effect);
    void on(const citizen::PrintReceipt& effect);
    void on(const citizen::LookUp& effect);
    void on(const citizen::PrintNotice& effect);
    void on(const citizen::CallStaff&);
    void on(const citizen::ScanReceipt& effect);
    void on(const citizen::Reveal& effect);
    void on(const citizen::PrintChecklist& effect);
    void on(const citizen::PrintBlank& effect);
    void on(const citizen::TakeTicket& effect);
    void on(const citizen::RequestVisit& effect);
    void on(const citizen::PrintSlip&);
    void on(const citizen::WatchCamera& effect);
    void on(const citizen::StopCamera&);

    /// `otherwise` is told when the job cannot run: too many wait, or the record is damaged.
    void post(RecordThread::Job job, std::optional<citizen::CitizenEvent> otherwise = {});
    void print_paper(const std::string& title,
                     std::function<Result<receipts::Receipt>(const Office&)> compose,
                     const std::string& language);
    void scan(std::uint64_t ticket, bool receipt);
    void read_receipt(std::shared_ptr<hw::ScannedPage> page);
    void tell(citizen::CitizenEvent event) { events_.push_back(std::move(event)); }
    void tell_failed(const Error& error);
    void take_scanned_page();
    void take_printed_paper();
    void take_sight();
    void read_code(std::string code);
    void put_on_paper(const std::string& number, std::shared_ptr<const Bytes> pdf, std::uint64_t visitor);
    [[nodiscard]] ApplicationDraft draft_of(const citizen::ApplicationAnswers& answers) const;
    /// False when what was asked for comes after its session: it belongs to nobody any more.
    [[nodiscard]] bool still(std::uint64_t visitor) const { return visitor == visitor_; }

    Parts parts_;
    std::deque<citizen::CitizenEvent> events_;
    std::string session_;
    std::uint64_t visitor_ = 0;  // counts sessions: tells a late answer from one of now
    std::string language_ = "kk";
    std::map<std::string, PageBytes> pages_;
    std::uint64_t scan_ticket_ = 0;
    bool scans_receipt_ = false;  // the page under the scanner is a receipt: read and forgotten
    std::uint64_t watch_ticket_ = 0;
    std::uint64_t pictures_ = 0;
    std::optional<hw::PrintRequest> printing_;
    Paper paper_;
    std::string kept_draft_;  // the number of the draft that this session took up
    std::string last_number_;
};

}  // namespace ardager

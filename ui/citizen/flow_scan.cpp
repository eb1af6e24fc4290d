// Scanning page by page and the card in the reader. A ticket tells the scan that is awaited from a late one.
#include <algorithm>

#include "ui/citizen/asked.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

Key scan_message(ScanTrouble trouble) {
    switch (trouble) {
        case ScanTrouble::no_document:
            return Key::error_scan_no_document;
        case ScanTrouble::jammed:
            return Key::error_scan_jammed;
        case ScanTrouble::cover_open:
            return Key::error_scan_cover_open;
        case ScanTrouble::offline:
            break;
    }
    return Key::error_scan_offline;
}

}  // namespace

bool CitizenFlow::on_scan_page(const Intent& intent) {
    auto& pages = asked_pages(state_);
    switch (intent.act) {
        case Act::scan:
            start_scan();
            return true;
        case Act::remove_page:
            if (state_.scanning || pages.empty()) return true;
            pages.pop_back();
            state_.errors.clear();
            keep_good_pages();
            save_draft();
            return true;
        case Act::no_document:
            leave_scan();
            pages.clear();
            keep_good_pages();
            go(state_.page == Page::authority_scan ? Page::representative : Page::incomplete);
            return true;
        default:
            return false;
    }
}

void CitizenFlow::start_scan() {
    if (state_.scanning) return;
    state_.errors.clear();
    if (asked_pages(state_).size() >= kScannedPages) {
        complain(Field::scan, Key::error_scan_too_many);
        return;
    }
    state_.scanning = ++tickets_;
    effects_.push_back(ScanPage{*state_.scanning});
}

void CitizenFlow::leave_scan() {
    if (!state_.scanning) return;
    state_.scanning.reset();
    effects_.push_back(CancelScan{});
}

void CitizenFlow::keep_good_pages() {
    DocumentAnswer* document = asked_document(state_);
    if (document == nullptr) return;
    document->files.clear();
    for (const ScannedPageState& page : asked_pages(state_))
        if (page.quality == PageQuality::ok) document->files.push_back(page.id);
}

void CitizenFlow::on(const ScanDone& scan) {
    if (state_.scanning != scan.ticket) return;
    touched_ = now_;
    state_.scanning.reset();
    state_.errors.clear();
    auto& pages = asked_pages(state_);
    // A page that could not be read gives its place to the next attempt.
    if (!pages.empty() && pages.back().quality != PageQuality::ok) pages.pop_back();
    pages.push_back({scan.page_id, scan.quality, scan.preview});
    keep_good_pages();
    save_draft();
}

void CitizenFlow::on(const ScanFailed& scan) {
    if (state_.scanning != scan.ticket) return;
    touched_ = now_;
    state_.scanning.reset();
    state_.errors.clear();
    complain(Field::scan, scan_message(scan.trouble));
}

void CitizenFlow::on(const CardRead& card) {
    // Nobody's card is read while the screen asks whose session this is.
    if (kind_of(state_.page) != Page::identity || state_.overlay == Overlay::resume) return;
    touched_ = now_;
    const auto mrz = parse_td1(card.mrz);
    state_.errors.clear();
    if (!mrz) {
        complain(Field::iin, Key::error_card);
        return;
    }
    asked_iin(state_) = mrz->iin.text;
    if (state_.page == Page::identity) state_.answers.applicant.birth_date = mrz->birth_date;
    asked_card(state_) = {true, mrz->surname + " " + mrz->given_names};
    next();
}

void CitizenFlow::on(const CardFailed&) {
    if (kind_of(state_.page) != Page::identity || state_.overlay == Overlay::resume) return;
    touched_ = now_;
    state_.errors.clear();
    complain(Field::iin, Key::error_card);
}

}  // namespace ardager::citizen

// The ways to a number: typed, or from the receipt on the scanner or before the camera; and from it to its
// personal part.
#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

Key receipt_message(ReceiptTrouble trouble) {
    switch (trouble) {
        case ReceiptTrouble::no_code:
            return Key::error_receipt_no_code;
        case ReceiptTrouble::other:
            return Key::error_receipt_other;
        case ReceiptTrouble::forged:
            break;
    }
    return Key::error_receipt_forged;
}

}  // namespace

bool CitizenFlow::reads_receipts() const {
    return allows(Deed::scan_receipt) || camera_reads(board_);
}

/// On exactly while its picture is in sight: not under a question, not on any other page.
void CitizenFlow::switch_camera() {
    const bool wanted = state_.page == Page::status_receipt && state_.overlay == Overlay::none &&
                        !state_.camera.failed && camera_reads(board_);
    if (wanted == watching_.has_value()) return;
    state_.camera.picture.reset();
    if (wanted) {
        watching_ = ++tickets_;
        effects_.push_back(WatchCamera{*watching_});
    } else {
        watching_.reset();
        effects_.push_back(StopCamera{});
    }
}

bool CitizenFlow::on_status_pages(const Intent& intent) {
    switch (state_.page) {
        case Page::status_choose:
            if (intent.act == Act::back) go(Page::menu);
            if (intent.act == Act::type_number) {
                state_.by_receipt = false;
                go(Page::status_number);
            }
            if (intent.act == Act::lay_receipt && reads_receipts()) {
                state_.camera = {};
                go(Page::status_receipt);
            }
            return true;
        case Page::status_receipt:
            on_receipt_page(intent);
            return true;
        case Page::status_identity:
            on_identity_of_status(intent);
            return true;
        case Page::status_revealing:
            return true;  // the answer is on its way
        case Page::status:
            if (intent.act != Act::show_more) return false;
            if (!state_.revealed && state_.reveal_tries < kRevealTries) go(Page::status_identity);
            return true;
        default:
            return false;
    }
}

void CitizenFlow::on_receipt_page(const Intent& intent) {
    if (intent.act == Act::back) {
        leave_scan();
        go(Page::status_choose);
    }
    if (intent.act != Act::scan || state_.scanning) return;
    state_.errors.clear();
    state_.scanning = ++tickets_;
    effects_.push_back(ScanReceipt{*state_.scanning});
}

void CitizenFlow::on(const ReceiptRead& read) {
    if (state_.page != Page::status_receipt) return;
    if (watching_ == read.ticket) {
        // Still held there, although this kiosk does not know it.
        if (state_.camera.number == read.number) return;
        state_.camera.number = read.number;
        leave_scan();
    } else if (state_.scanning == read.ticket) {
        state_.scanning.reset();
    } else {
        return;
    }
    touched_ = now_;
    state_.camera.hint.reset();
    state_.by_receipt = true;
    effects_.push_back(LookUp{read.number});
    go(Page::status_looking);
}

/// Before the camera something comes by that nobody meant to show: a hint, no complaint, and no touch.
void CitizenFlow::on(const ReceiptUnread& unread) {
    if (watching_ == unread.ticket) {
        state_.camera.hint =
            unread.trouble == ReceiptTrouble::other ? Key::error_receipt_other : Key::camera_other_code;
        return;
    }
    if (state_.page != Page::status_receipt || state_.scanning != unread.ticket) return;
    touched_ = now_;
    state_.scanning.reset();
    state_.errors.clear();
    complain(Field::scan, receipt_message(unread.trouble));
}

void CitizenFlow::on(const CameraSees& seen) {
    if (watching_ == seen.ticket) state_.camera.picture = seen.picture;
}

void CitizenFlow::on(const CameraFailed& failed) {
    if (watching_ == failed.ticket) state_.camera.failed = true;
}

void CitizenFlow::on_identity_of_status(const Intent& intent) {
    switch (intent.act) {
        case Act::type:
            type(intent);
            break;
        case Act::back:
            state_.last_four.clear();
            go(Page::status);
            break;
        case Act::next:
            state_.errors.clear();
            if (state_.last_four.size() < kLastDigits) {
                complain(Field::last_four, Key::error_last_four);
                break;
            }
            effects_.push_back(Reveal{state_.status->number, std::exchange(state_.last_four, {})});
            go(Page::status_revealing);
            break;
        default:
            break;
    }
}

void CitizenFlow::on(const Revealed& revealed) {
    if (state_.page != Page::status_revealing) return;
    touched_ = now_;
    state_.revealed = revealed;
    go(Page::status);
}

void CitizenFlow::on(const NotRevealed&) {
    if (state_.page != Page::status_revealing) return;
    touched_ = now_;
    if (++state_.reveal_tries >= kRevealTries) {
        go(Page::status);
        return;
    }
    go(Page::status_identity);
    complain(Field::last_four, Key::error_last_four_wrong);
}

}  // namespace ardager::citizen

#include "hw/fake/fake_scanner.h"

#include "hw/page_image.h"
#include "kiosk/base/files.h"

namespace ardager::hw {
namespace {

// A photograph of a page from a telephone; larger ones are a mistake.
constexpr std::size_t kMaxPictureBytes = 32U << 20U;

const char* what_to_do(ScannerState state) {
    switch (state) {
        case ScannerState::no_document:
            return "there is no page on the scanner: lay one on the glass";
        case ScannerState::jammed:
            return "the page is stuck in the scanner: open the cover and take it out";
        case ScannerState::cover_open:
            return "the scanner's cover is open: close it";
        case ScannerState::busy:
            return "another program uses the scanner: try again";
        case ScannerState::offline:
            return "the scanner does not answer: switch it on and check its cable";
        default:
            return "the scanner has a fault: switch it off and on";
    }
}

}  // namespace

ScannerState FakeScanner::state_now() const {
    if (trouble_ != ScannerState::ready) return trouble_;
    return picture_ || sample_ ? ScannerState::ready : ScannerState::no_document;
}

ScannerState FakeScanner::state() const {
    const std::lock_guard lock(mutex_);
    return state_now();
}

Result<ScannedPage> FakeScanner::scan() {
    std::unique_lock lock(mutex_);
    cancelled_ = false;
    changed_.wait(lock, [&] { return !held_ || cancelled_; });
    if (cancelled_) return fail(Code::not_now, "scanning was cancelled");
    const auto state = state_now();
    if (state == ScannerState::busy) return fail(Code::not_now, what_to_do(state));
    if (state != ScannerState::ready) return fail(Code::device, what_to_do(state));
    if (picture_) return *picture_;
    const auto sample = *sample_;
    lock.unlock();
    return draw_sample_page(sample);
}

void FakeScanner::cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
}

void FakeScanner::put(SamplePage page) {
    const std::lock_guard lock(mutex_);
    picture_.reset();
    sample_ = page;
}

Result<void> FakeScanner::put_picture(const std::filesystem::path& jpeg) {
    const auto bytes = TRY(read_file(jpeg, kMaxPictureBytes));
    auto page = TRY(decode_jpeg(bytes));
    const std::lock_guard lock(mutex_);
    picture_ = std::move(page);
    sample_.reset();
    return {};
}

void FakeScanner::take_document_away() {
    const std::lock_guard lock(mutex_);
    picture_.reset();
    sample_.reset();
}

void FakeScanner::set_trouble(ScannerState trouble) {
    const std::lock_guard lock(mutex_);
    trouble_ = trouble;
}

void FakeScanner::hold() {
    const std::lock_guard lock(mutex_);
    held_ = true;
}

void FakeScanner::release() {
    const std::lock_guard lock(mutex_);
    held_ = false;
    changed_.notify_all();
}

}  // namespace ardager::hw

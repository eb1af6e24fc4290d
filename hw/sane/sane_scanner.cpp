#include "hw/sane/sane_scanner.h"

#include "hw/child.h"

namespace ardager::hw {

Result<std::unique_ptr<SaneScanner>> SaneScanner::open(std::filesystem::path program, SaneOptions options,
                                                       std::chrono::milliseconds patience) {
    std::unique_ptr<SaneScanner> scanner(new SaneScanner(std::move(program), std::move(options), patience));
    const auto looked = scanner->ask(true);
    const bool runs = looked || std::filesystem::exists(scanner->program_);
    if (!runs) return fail(looked.error());
    return scanner;
}

Result<sane::Outcome<sane::Scanned>> SaneScanner::run(const std::string& device, bool only_look) {
    sane::ScanWish wish{options_, only_look};
    wish.options.device = device;
    const std::shared_ptr<Child> child =
        TRY(Child::start(program_, "scanner", sane::encode_wish(wish), patience_));
    {
        const std::lock_guard lock(mutex_);
        child_ = child;
    }
    auto bytes = child->read_all(kMaxPagePixels * 3 + kMostWishBytes);
    {
        const std::lock_guard lock(mutex_);
        child_.reset();
    }
    auto answer = sane::decode_answer(TRY(std::move(bytes)));
    if (answer) return answer;
    if (child->stopped())
        return sane::Outcome<sane::Scanned>(tl::unexpected<sane::Trouble>(
            sane::Trouble{ScannerState::ready, {Code::not_now, "scanning was cancelled", {}}}));
    return fail(Code::device, "scanner: its driver ended by itself (" + answer.error().detail +
                                  "); switch it off and on, then try again");
}

Result<std::optional<ScannedPage>> SaneScanner::ask(bool only_look) {
    const std::string known = options_.device.empty() ? found_ : options_.device;
    auto answer = run(known, only_look);
    const bool gone = answer && !*answer && answer->error().state == ScannerState::offline;
    // Plugged into another socket it has another name: it is looked for again.
    if (gone && known != options_.device) answer = run({}, only_look);
    if (!answer) {
        state_ = ScannerState::fault;
        return fail(answer.error());
    }
    if (!*answer) {
        state_ = answer->error().state;
        return fail(answer->error().error);
    }
    state_ = ScannerState::ready;
    found_ = (*answer)->device;
    return std::move((*answer)->page);
}

Result<ScannedPage> SaneScanner::scan() {
    auto page = TRY(ask(false));
    if (!page) return fail(Code::device, "scanner: it sent no page; switch it off and on");
    return std::move(*page);
}

void SaneScanner::cancel() {
    const std::lock_guard lock(mutex_);
    if (child_) child_->stop();
}

}  // namespace ardager::hw

#include "kiosk/dev_dock_hand.h"

#include "kiosk/base/log.h"
#include "kiosk/cases/compose_paper.h"
#include "kiosk/receipts/portal.h"
#include "kiosk/receipts/qr.h"
#include "kiosk/views/applications.h"
#include "ui/citizen_events.h"

namespace ardager {
namespace {

constexpr std::array<const char*, 5> kPageNames{"military ID", "service certificate", "blank page",
                                                "dark page", "blurred page"};
constexpr std::array<const char*, 3> kHeldNames{"nothing", "the last receipt", "another QR code"};
constexpr unsigned kFullTray = 100;
// DOMAIN.md's test card; its holder does not exist.
constexpr const char* kSampleCard =
    "IDKAZ0523456719250509300018<<<\n2505093M3301144KAZ<<<<<<<<<<<3\nARDAGEROV<<SYNAQ<<<<<<<<<<<<<<";

}  // namespace

DevDockHand::DevDockHand(DevWorld& world, sync::SyncRunner& runner, RecordThread& record,
                         std::function<void()> line_changed, std::function<void()> changed)
    : world_(world),
      runner_(runner),
      record_(record),
      line_changed_(std::move(line_changed)),
      changed_(std::move(changed)),
      thread_([this] { work(); }) {}

DevDockHand::~DevDockHand() {
    jobs_.close();
    thread_.join();
}

void DevDockHand::work() {
    while (auto job = jobs_.pop()) (*job)();
}

void DevDockHand::ask_ministry(std::function<void()> job) {
    if (!jobs_.try_push(std::move(job)))
        log(LogLevel::warning, "dock", "the ministry is still busy with earlier wishes");
}

void DevDockHand::refresh() {
    auto rows = world_.applications();
    if (!rows) return log(LogLevel::warning, "dock", rows.error().detail);
    const std::lock_guard lock(mutex_);
    ministry_ = std::move(*rows);
    changed_();
}

void DevDockHand::decide(const std::vector<std::string>& from_states, const Json& decision) {
    ask_ministry([this, from_states, decision] {
        refresh();
        std::string number;
        {
            const std::lock_guard lock(mutex_);
            for (const auto& row : ministry_)
                if (number.empty() &&
                    std::find(from_states.begin(), from_states.end(), row.state) != from_states.end())
                    number = row.number;
        }
        if (number.empty()) return log(LogLevel::info, "dock", "no application is in a state that allows it");
        if (const auto decided = world_.decide(number, decision); !decided)
            log(LogLevel::warning, "dock", decided.error().detail);
        refresh();
    });
}

devdock::DockView DevDockHand::view() const {
    const auto status = runner_.status();
    const auto local = local_time(world_.clock().now());
    devdock::DockView view;
    view.line_up = world_.line_up();
    view.paper = paper_;
    view.printer_jammed = printer_jammed_;
    view.scanner_jammed = scanner_jammed_;
    view.scanner_there = scanner_there_;
    view.camera_there = camera_there_;
    view.before_camera = kHeldNames[static_cast<std::size_t>(held_)];
    view.disk_low = world_.switches().disk_low;
    view.record_damaged = world_.switches().record_damaged;
    view.shift_open = world_.switches().shift_open;
    view.page_on_glass = kPageNames[static_cast<std::size_t>(page_)];
    view.clock = paper_date(local.date) + " " + paper_time(world_.clock().now());
    view.waiting = std::to_string(status.standing.waiting) + (status.standing.files_wait ? " and files" : "");
    if (status.fault) view.last_fault = status.fault->code;
    const std::lock_guard lock(mutex_);
    for (const auto& row : ministry_) view.ministry.push_back(row.number + "  " + row.state);
    return view;
}

void DevDockHand::act(devdock::Act act) {
    using devdock::Act;
    switch (act) {
        case Act::none:
            return;
        case Act::toggle_line:
            world_.set_line(!world_.line_up());
            line_changed_();
            return ask_ministry([this] { refresh(); });
        case Act::toggle_paper:
            paper_ = !paper_;
            return world_.printer().set_sheets(paper_ ? kFullTray : 0);
        case Act::toggle_printer_jam:
            printer_jammed_ = !printer_jammed_;
            return printer_jammed_ ? world_.printer().jam() : world_.printer().clear_jam();
        case Act::toggle_scanner_jam:
            scanner_jammed_ = !scanner_jammed_;
            return set_scanner_trouble();
        case Act::toggle_scanner:
            scanner_there_ = !scanner_there_;
            return set_scanner_trouble();
        case Act::next_page:
            page_ = static_cast<hw::SamplePage>((static_cast<std::size_t>(page_) + 1) % kPageNames.size());
            return world_.scanner().put(page_);
        case Act::hold_next:
            return hold_next();
        case Act::toggle_camera:
            camera_there_ = !camera_there_;
            return world_.camera().set_there(camera_there_);
        case Act::present_card:
            return world_.reader().present_card(kSampleCard);
        case Act::decide_register:
            return decide({"received"}, {{"kind", "register"}});
        case Act::decide_extend:
            return decide(
                {"registered"},
                {{"kind", "extend"}, {"days", 30}, {"reason", "Another Kazakh body must confirm."}});
        case Act::decide_grant:
            return decide({"registered", "extended"}, {{"kind", "grant"}});
        case Act::decide_refuse:
            return decide({"registered", "extended"},
                          {{"kind", "refuse"}, {"reason", "The papers do not agree."}});
        default:
            return act_on_branch(act);
    }
}

void DevDockHand::act_on_branch(devdock::Act act) {
    using devdock::Act;
    const auto turn = [](bool& flag) { flag = !flag; };
    switch (act) {
        case Act::clock_hour:
            return world_.clock().shift(std::chrono::hours(1));
        case Act::clock_day:
            return world_.clock().shift(std::chrono::hours(24));
        case Act::clock_back:
            return world_.clock().shift(-std::chrono::hours(24));
        case Act::toggle_disk:
            return turn(world_.switches().disk_low);
        case Act::toggle_record:
            return turn(world_.switches().record_damaged);
        case Act::toggle_shift:
            return turn(world_.switches().shift_open);
        default:
            return;
    }
}

void DevDockHand::hold_next() {
    held_ = static_cast<Held>((static_cast<std::size_t>(held_) + 1) % kHeldNames.size());
    if (held_ == Held::last_receipt) return hold_last_receipt();
    const auto other = receipts::make_qr(receipts::portal_address(kPortal));
    const bool shown = held_ == Held::other_code && other;
    world_.camera().hold(shown ? hw::draw_sample_frame(static_cast<unsigned>(other->side), other->dark)
                               : hw::draw_sample_frame(0, {}));
}

void DevDockHand::hold_last_receipt() {
    const bool posted = record_.post([this](Office& office) -> RecordThread::Answer {
        const auto last = list_applications(office.journal().reader().database(), 1);
        const auto qr = last && !last->empty() ? qr_of(office, last->front().number) : nullptr;
        if (!qr) return [] { log(LogLevel::info, "dock", "no receipt was given yet"); };
        return [this, qr] { world_.camera().hold(hw::draw_sample_frame(qr->size, qr->dark)); };
    });
    if (!posted) log(LogLevel::warning, "dock", "the record is still busy with earlier wishes");
}

void DevDockHand::set_scanner_trouble() {
    using hw::ScannerState;
    const auto fitted = scanner_jammed_ ? ScannerState::jammed : ScannerState::ready;
    world_.scanner().set_trouble(scanner_there_ ? fitted : ScannerState::offline);
}

}  // namespace ardager

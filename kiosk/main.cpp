// ardager: the touchscreen app. The composition root: it sees every folder and is the only place where fakes
// are chosen.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "hw/driver_threads.h"
#include "hw/late_scanner.h"
#include "hw/sane/sane_scanner.h"
#include "kiosk/base/log.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/dev_dock_hand.h"
#include "kiosk/dev_world.h"
#include "kiosk/scripted_day.h"
#include "kiosk/sync_line.h"
#include "kiosk/vault/process_hardening.h"
#include "sync/client/sync_thread.h"
#include "ui/app.h"

namespace {

using namespace ardager;

struct Options {
    std::string data = "data", out = "out", assets, mode = "citizen", screens;
    bool dev = false, scripted_day = false, full_screen = false, first_frame_only = false;
    int width = 1080, height = 1920;
};

std::filesystem::path assets_folder(const std::string& given) {
    if (!given.empty()) return given;
    if (const char* set = std::getenv("ARDAGER_ASSETS")) return set;
    return source_folder("assets");
}

/// The next Monday, 10:05 at the branch: a scripted day is always a working morning.
Milliseconds shift_to_monday(const Clock& clock) {
    using std::chrono::sys_days;
    const Instant now = clock.now();
    const sys_days today(local_date(now));
    const auto ahead = std::chrono::Monday - std::chrono::weekday(today);
    return from_local(Date(today + ahead), std::chrono::hours(10) + std::chrono::minutes(5)) - now;
}

/// Where the programs lie together.
std::filesystem::path own_folder() {
    std::error_code failed;
    return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
}

hw::DeviceSet real_devices() {
    hw::DeviceSet devices;
    devices.scanner = std::make_unique<hw::LateScanner>([]() -> Result<std::unique_ptr<hw::Scanner>> {
        return std::unique_ptr<hw::Scanner>(TRY(hw::SaneScanner::open(own_folder() / "ardager-scan", {})));
    });
    return devices;
}

citizen::CitizenSetup describe_setup(const Office& office) {
    citizen::CitizenSetup setup;
    for (const auto& [kato, place] : office.law.places.all()) setup.places.push_back(place);
    setup.branches = {
        {office.config.device.branch, office.config.branch_name.kk, office.config.branch_name.ru}};
    setup.home_place = office.config.place_kato;
    return setup;
}

/// Everything that runs, in the order in which it may end: the last member first.
struct Kiosk {
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<DevWorld> world;
    std::unique_ptr<ui::Window> window;
    std::unique_ptr<RecordThread> record;
    std::unique_ptr<hw::DeviceThread> devices;
    std::unique_ptr<SyncLine> line;
    std::unique_ptr<sync::SyncThread> sync;
    std::unique_ptr<DevDockHand> dock;
    std::unique_ptr<KioskApp> app;
};

Result<void> open_window(Kiosk& kiosk, const Options& options, const OfficeConfig& config,
                         const std::filesystem::path& assets) {
    ui::WindowOptions wanted;
    wanted.width_px = options.width;
    wanted.height_px = options.height;
    wanted.panel_width_mm = static_cast<float>(config.panel_width_mm);
    wanted.full_screen = options.full_screen;
    wanted.hidden = options.scripted_day;
    wanted.themes = assets / "themes";
    kiosk.window = TRY(ui::Window::open(wanted));
    return {};
}

Result<void> open_line(Kiosk& kiosk, const OfficeConfig& config, const JournalOptions& record,
                       const Vault& vault) {
    if (config.gateway.url.empty()) {
        log(LogLevel::warning, "sync", "no gateway is configured: everything stays in the record");
        return {};
    }
    SyncLine::Parts parts{config, record, vault, kiosk.clock, kiosk.random, {}, {}};
    parts.writer = [&kiosk](const auto& change) { return kiosk.record->run(change); };
    if (kiosk.world)
        parts.wrap = [&kiosk](auto transport) { return kiosk.world->wrap(std::move(transport)); };
    kiosk.line = TRY(SyncLine::open(std::move(parts)));
    kiosk.sync = std::make_unique<sync::SyncThread>(kiosk.line->runner());
    return {};
}

Result<void> open_app(Kiosk& kiosk, citizen::CitizenSetup setup, const std::filesystem::path& assets,
                      bool with_dock) {
    if (with_dock && kiosk.line)
        kiosk.dock = std::make_unique<DevDockHand>(
            *kiosk.world, kiosk.line->runner(), [&kiosk] { kiosk.sync->network_changed(); },
            [&kiosk] { kiosk.window->wake(); });
    KioskApp::Parts parts{
        *kiosk.window,
        TRY(ui::Text::load(assets / "text")),
        {*kiosk.record, *kiosk.devices, kiosk.random,
         [&kiosk] {
             if (kiosk.sync) kiosk.sync->wake();
         }},
        std::move(setup),
        kiosk.clock,
        [&kiosk] { return kiosk.line && kiosk.line->runner().status().state == sync::LineState::online; },
        [&kiosk] { return kiosk.record->accepting(); },
        [&kiosk] { return kiosk.record->queue(kiosk.clock.today()); },
        {}};
    if (kiosk.dock)
        parts.overlay = [&kiosk](ui::Kit& kit) {
            kiosk.dock->act(devdock::draw_dock(kit, kiosk.dock->view()));
        };
    kiosk.app = std::make_unique<KioskApp>(std::move(parts));
    return {};
}

Result<void> open_kiosk(Kiosk& kiosk, const Options& options) {
    const auto assets = assets_folder(options.assets);
    OfficePaths paths{options.data, assets};
    if (options.scripted_day) kiosk.clock.shift(shift_to_monday(kiosk.clock));
    if (options.dev) {
        kiosk.world = TRY(DevWorld::open(options.out, assets, kiosk.clock, kiosk.random));
        kiosk.world->set_line(!options.scripted_day);  // the day begins offline
        paths = kiosk.world->office_paths();
    }
    auto office = TRY(Office::open(paths, kiosk.clock, kiosk.random));
    auto session = TRY(take_up_session(*office));
    TRY(open_window(kiosk, options, office->config, assets));
    auto setup = describe_setup(*office);
    const auto& config = office->config;
    const auto record = office->record;
    const auto& vault = *office->vault;
    kiosk.record = std::make_unique<RecordThread>(std::move(office), [&kiosk] { kiosk.window->wake(); });
    auto devices = kiosk.world ? kiosk.world->take_devices() : real_devices();
    kiosk.devices =
        std::make_unique<hw::DeviceThread>(std::move(devices), [&kiosk] { kiosk.window->wake(); });
    TRY(open_line(kiosk, config, record, vault));
    TRY(open_app(kiosk, std::move(setup), assets, kiosk.world && options.screens.empty()));
    if (session) kiosk.app->resume(std::move(*session));
    return {};
}

/// Memory that is ours alone and our share of what is shared; 0 when the system does not say.
unsigned long proportional_memory_kb() {
    std::ifstream file("/proc/self/smaps_rollup");
    std::string word;
    unsigned long number = 0;
    while (file >> word)
        if (word == "Pss:" && file >> number) return number;
    return 0;
}

Result<void> run(const Options& options, std::chrono::steady_clock::time_point started) {
    Kiosk kiosk;
    TRY(open_kiosk(kiosk, options));
    kiosk.app->turn_until([&] { return kiosk.window->frames() > 0; }, std::chrono::seconds(10));
    const auto first_frame =
        std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - started);
    if (options.first_frame_only) {
        std::printf("{\"first_frame_ms\":%lld,\"pss_kb\":%lu}\n", static_cast<long long>(first_frame.count()),
                    proportional_memory_kb());
        return {};
    }
    if (options.scripted_day) {
        const auto pictures = options.screens.empty() ? std::filesystem::path(options.out) / "screens"
                                                      : std::filesystem::path(options.screens);
        ScriptedDay day({*kiosk.app, *kiosk.world, kiosk.line->runner(), *kiosk.sync, pictures,
                         options.screens.empty(), first_frame});
        std::printf("%sreceipts in %s/paper\n", TRY(day.play()).c_str(), options.out.c_str());
        return {};
    }
    while (!kiosk.window->closed()) kiosk.app->turn(std::chrono::hours(1));
    return {};
}

/// A driver that still searches or hangs runs on while main ends: no library may be torn down under it.
int leave(int code) {
    if (hw::driver_threads() == 0) return code;
    std::fflush(nullptr);
    std::_Exit(code);
}

/// The same meanings as ardagerctl's (DESIGN, section 11).
int exit_code(Code code) {
    switch (code) {
        case Code::record_damaged:
        case Code::outcome_unknown:
            return 5;
        case Code::invalid_input:
        case Code::invalid_field:
        case Code::not_found:
        case Code::conflict:
            return 2;
        default:
            return 4;
    }
}

}  // namespace

int main(int count, char** words) {
    const auto started = std::chrono::steady_clock::now();
    Options options;
    CLI::App cli("Ardager: the touchscreen app", "ardager");
    cli.set_version_flag("--version", ARDAGER_VERSION);
    cli.add_option("--data", options.data, "folder of the record (ardagerctl init makes it)")
        ->capture_default_str();
    cli.add_option("--mode", options.mode)->check(CLI::IsMember({"citizen"}))->capture_default_str();
    cli.add_option("--assets", options.assets, "folder of the standards, calendars, forms, texts and themes");
    cli.add_flag("--full-screen", options.full_screen);
    cli.add_option("--width", options.width, "pixels")->check(CLI::Range(640, 7680));
    cli.add_option("--height", options.height, "pixels")->check(CLI::Range(480, 7680));
    cli.add_flag("--dev", options.dev, "made-up branch, simulated devices, embedded ministry, dev dock");
    cli.add_option("--out", options.out, "where development mode puts everything")->capture_default_str();
    cli.add_flag("--exit-after-first-frame", options.first_frame_only,
                 "tell how long it took and how much memory it needs, then end");
    auto* day =
        cli.add_flag("--scripted-day", options.scripted_day, "play a day without a display (with --dev)");
    auto* screens =
        cli.add_option("--screens", options.screens, "play the day and leave its pictures in this folder");
    CLI11_PARSE(cli, count, words);
    options.scripted_day = *day || *screens;
    options.dev = options.dev || options.scripted_day;
    if (const auto hardened = harden_process(); !hardened) {
        std::fprintf(stderr, "ardager: %s\n", hardened.error().detail.c_str());
        return 4;
    }
    if (const auto ended = run(options, started); !ended) {
        std::fprintf(stderr, "ardager: %s: %s\n", code_name(ended.error().code),
                     ended.error().detail.c_str());
        return leave(exit_code(ended.error().code));
    }
    return leave(0);
}

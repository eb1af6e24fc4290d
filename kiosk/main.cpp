// ardager: the touchscreen app. The composition root: it sees every folder and is the only place where fakes
// are chosen.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "hw/alsa/alsa_sink.h"
#include "hw/cups/cups_printer.h"
#include "hw/driver_threads.h"
#include "hw/espeak/espeak.h"
#include "hw/fake/fake_voice.h"
#include "hw/gstreamer/gst_camera.h"
#include "hw/late_scanner.h"
#include "hw/sane/sane_scanner.h"
#include "hw/silent_voice.h"
#include "hw/voice_thread.h"
#include "kiosk/base/files.h"
#include "kiosk/base/log.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/cases/opening_hours.h"
#include "kiosk/citizen_setup.h"
#include "kiosk/dev_dock_hand.h"
#include "kiosk/dev_world.h"
#include "kiosk/scripted_day.h"
#include "kiosk/sync_line.h"
#include "kiosk/vault/process_hardening.h"
#include "sync/client/sync_thread.h"
#include "ui/app.h"

namespace {

using namespace ardager;

// The one service that a kiosk accepts: its hours are the branch's.
constexpr const char* kVeteranCertificate = "veteran-certificate";

struct Options {
    std::string data = "data", out = "out", assets, mode = "citizen";
    bool dev = false, scripted_day = false, full_screen = false, first_frame_only = false, still = false,
         gpu = false;
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

Result<hw::DeviceSet> real_devices(const OfficeConfig& config) {
    hw::DeviceSet devices;
    if (!config.printer.empty())
        devices.printer = TRY(hw::CupsPrinter::open({config.printer, config.printer_server}));
    devices.scanner = std::make_unique<hw::LateScanner>([]() -> Result<std::unique_ptr<hw::Scanner>> {
        return std::unique_ptr<hw::Scanner>(
            TRY(hw::SaneScanner::open(program_folder() / "ardager-scan", {})));
    });
    if (!config.camera.empty())
        devices.camera = std::make_unique<hw::GstCamera>(program_folder() / "ardager-camera", config.camera);
    return devices;
}

bool has_sound_card() {
    return hw::AlsaSink().open(hw::kLowestClipRate).has_value();
}

/// In development a machine without a sound card, and a scripted day, get a voice that nobody hears.
std::unique_ptr<hw::Voice> open_voice(const Options& options, const std::filesystem::path& assets,
                                      ui::AudioOutput audio) {
    const bool unheard = options.dev && (options.scripted_day || !has_sound_card());
    if (audio == ui::AudioOutput::none) return std::make_unique<hw::SilentVoice>();
    if (unheard) return std::make_unique<hw::FakeVoice>();
    return std::make_unique<hw::VoiceThread>(hw::VoiceThread::Parts{
        hw::EspeakSynthesizer::open, std::make_unique<hw::AlsaSink>(), assets / "clips"});
}

ui::AudioOutput audio_output(const OfficeConfig& config) {
    if (config.audio == "headphones") return ui::AudioOutput::headphones;
    return config.audio == "none" ? ui::AudioOutput::none : ui::AudioOutput::loudspeaker;
}

/// Everything that runs, in the order in which it may end: the last member first.
struct Kiosk {
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<DevWorld> world;
    std::unique_ptr<ui::Window> window;
    std::unique_ptr<RecordThread> record;
    std::unique_ptr<hw::DeviceThread> devices;
    std::unique_ptr<hw::Voice> voice;
    ui::AudioOutput audio = ui::AudioOutput::loudspeaker;
    std::unique_ptr<SyncLine> line;
    std::unique_ptr<sync::SyncThread> sync;
    std::unique_ptr<DevDockHand> dock;
    std::unique_ptr<KioskApp> app;
    OpeningHours hours;
    /// Why there is no record to write to; the kiosk then shows guides only.
    std::optional<Error> damaged;
};

Premises look_at_premises(const Kiosk& kiosk) {
    const auto clock = kiosk.clock.read();
    Premises premises{kiosk.record->standing(), kiosk.hours.open_at(clock.now), kiosk.hours.has_shift(),
                      kiosk.hours.is_wrong(clock, kiosk.record->last_entry_at())};
    if (kiosk.world == nullptr) return premises;
    const WorldSwitches& switches = kiosk.world->switches();
    if (switches.disk_low) premises.record = RecordStanding::disk_low;
    if (switches.record_damaged) premises.record = RecordStanding::damaged;
    premises.shift = premises.shift && switches.shift_open;
    return premises;
}

Result<void> open_window(Kiosk& kiosk, const Options& options, const OfficeConfig& config,
                         const std::filesystem::path& assets) {
    ui::WindowOptions wanted;
    wanted.width_px = options.width;
    wanted.height_px = options.height;
    wanted.panel_width_mm = static_cast<float>(config.panel_width_mm);
    wanted.full_screen = options.full_screen;
    wanted.hidden = options.scripted_day;
    wanted.gpu = options.gpu;
    wanted.motion = !options.still && !options.scripted_day;
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
            *kiosk.world, kiosk.line->runner(), *kiosk.record, [&kiosk] { kiosk.sync->network_changed(); },
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
        [&kiosk] { return look_at_premises(kiosk); },
        [&kiosk] { return kiosk.record->queue(kiosk.clock.today()); },
        {},
        *kiosk.voice,
        kiosk.audio};
    if (kiosk.dock)
        parts.overlay = [&kiosk](ui::Kit& kit) {
            kiosk.dock->act(devdock::draw_dock(kit, kiosk.dock->view()));
        };
    kiosk.app = std::make_unique<KioskApp>(std::move(parts));
    return {};
}

/// A record that is damaged is never written to: the kiosk opens without it and says so.
Result<std::unique_ptr<Office>> open_office(Kiosk& kiosk, const OfficePaths& paths) {
    auto office = Office::open(paths, kiosk.clock, kiosk.random);
    if (office || office.error().code != Code::record_damaged) return office;
    log(LogLevel::error, "record", office.error().detail);
    kiosk.damaged = office.error();
    return std::unique_ptr<Office>();
}

/// The record's thread, and the line that sends what it keeps.
Result<void> open_record(Kiosk& kiosk, std::unique_ptr<Office> office) {
    const auto wake = [&kiosk] { kiosk.window->wake(); };
    if (office == nullptr) {
        kiosk.record = std::make_unique<RecordThread>(nullptr, wake);
        return {};
    }
    // A session ends with the program that served it: what was being typed belongs to nobody any more.
    TRY(office->journal().wipe_drafts(kSessionDrafts));
    const auto& config = office->config;
    const auto record = office->record;
    const auto& vault = *office->vault;
    kiosk.record = std::make_unique<RecordThread>(std::move(office), wake);
    return open_line(kiosk, config, record, vault);
}

Result<void> open_kiosk(Kiosk& kiosk, const Options& options) {
    const auto assets = assets_folder(options.assets);
    OfficePaths paths{options.data, assets};
    // A made-up branch is found on a working morning, whenever a developer looks at it.
    if (options.dev) kiosk.clock.shift(shift_to_monday(kiosk.clock));
    if (options.dev) {
        kiosk.world = TRY(DevWorld::open(options.out, assets, kiosk.clock, kiosk.random));
        kiosk.world->set_line(!options.scripted_day);  // the day begins offline
        paths = kiosk.world->office_paths();
    }
    auto office = TRY(open_office(kiosk, paths));
    std::optional<LawBook> own_law;
    OfficeConfig config;
    std::optional<OpenedSession> session;
    if (office != nullptr) {
        config = office->config;
        session = TRY(take_up_session(*office));
    } else {
        config = TRY(load_config(paths.config()));
        own_law = TRY(LawBook::load(assets));
    }
    const LawBook& law = office != nullptr ? office->law : *own_law;
    auto setup = TRY(describe_setup(law, config, assets));
    kiosk.hours = OpeningHours::of(law, config, kVeteranCertificate);
    TRY(open_window(kiosk, options, config, assets));
    auto devices = kiosk.world ? kiosk.world->take_devices() : TRY(real_devices(config));
    kiosk.devices =
        std::make_unique<hw::DeviceThread>(std::move(devices), [&kiosk] { kiosk.window->wake(); });
    kiosk.audio = audio_output(config);
    kiosk.voice = open_voice(options, assets, kiosk.audio);
    TRY(open_record(kiosk, std::move(office)));
    TRY(open_app(kiosk, std::move(setup), assets, kiosk.world != nullptr));
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
        const auto pictures = std::filesystem::path(options.out) / "screens";
        ScriptedDay day(
            {*kiosk.app, *kiosk.world, kiosk.line->runner(), *kiosk.sync, pictures, first_frame});
        const auto paper = std::filesystem::path(options.out) / "paper";
        std::printf("%sreceipts in %s\n", TRY(day.play()).c_str(), paper.c_str());
        return {};
    }
    while (!kiosk.window->closed()) kiosk.app->turn(std::chrono::hours(1));
    if (kiosk.damaged) return fail(*kiosk.damaged);
    return {};
}

/// A driver that still searches or hangs runs on while main ends: no library may be torn down under it.
int leave(int code) {
    if (hw::driver_threads() == 0) return code;
    std::fflush(nullptr);
    std::_Exit(code);
}

// The same meanings as ardagerctl's (DESIGN, section 11).
constexpr int kBadInput = 2;

int exit_code(Code code) {
    switch (code) {
        case Code::record_damaged:
        case Code::outcome_unknown:
            return 5;
        case Code::invalid_input:
        case Code::invalid_field:
        case Code::not_found:
        case Code::conflict:
            return kBadInput;
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
    cli.add_flag("--gpu", options.gpu,
                 "draw with the display's driver: for panels beyond 1080×1920; takes memory");
    cli.add_flag("--no-motion", options.still, "pages change and scroll at once, without fading and gliding");
    cli.add_flag("--dev", options.dev, "made-up branch, simulated devices, embedded ministry, dev dock");
    cli.add_option("--out", options.out, "where development mode puts everything")->capture_default_str();
    cli.add_flag("--exit-after-first-frame", options.first_frame_only,
                 "tell how long it took and how much memory it needs, then end");
        cli.add_flag("--scripted-day", options.scripted_day, "play a day without a display (with --dev)");
    try {
        cli.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : kBadInput;
    }
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

#include <sys/stat.h>

#include "hw/alsa/alsa_sink.h"
#include "hw/espeak/espeak.h"
#include "hw/gstreamer/gst_camera.h"
#include "kiosk/base/files.h"
#include "kiosk/ctl/commands.h"
#include "kiosk/ctl/line_check.h"
#include "kiosk/ctl/printer_check.h"
#include "sync/client/outbox.h"

namespace ardager::ctl {
namespace {

const char* finding_name(Finding finding) {
    return finding == Finding::ok ? "ok" : finding == Finding::warning ? "warning" : "fault";
}

// The drawing of receipts and screens; without them Kazakh letters would be missing.
constexpr std::array<const char*, 2> kFonts{
    "/usr/share/fonts/opentype/inter/Inter-Regular.otf",
    "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf"};

void look_at_configuration(const Office& office, std::vector<Check>& checks) {
    const auto missing = unfinished(office.config);
    // A record that sends later still serves; receipts without an address or an employee are none.
    const auto otherwise = missing_on_papers(office.config).empty() ? Finding::warning : Finding::fault;
    std::string detail;
    for (std::size_t i = 0; i < missing.size(); ++i)
        detail.append(i == 0 ? "fill in " : ", ").append(missing[i]);
    checks.push_back({"configuration", missing.empty() ? Finding::ok : otherwise,
                      missing.empty() ? "complete" : detail + " in " + office.paths.config().string()});
}

void look_at_record(Office& office, std::vector<Check>& checks) {
    const auto verified = office.journal().verify();
    if (verified)
        checks.push_back({"record", Finding::ok, std::to_string(verified->entries) + " entries are whole"});
    else
        checks.push_back({"record", Finding::fault, verified.error().detail});
    const bool low = office.journal().disk_low();
    checks.push_back({"disk", low ? Finding::fault : Finding::ok,
                      low ? "nearly full: new applications are refused; free space" : "enough space"});
}

/// What an earlier pass of the sync found; known without a line.
void look_at_history(Office& office, std::vector<Check>& checks) {
    const auto standing = sync::read_standing(office.journal().reader());
    if (!standing) return checks.push_back({"history", Finding::fault, standing.error().detail});
    const auto& stopped = standing->stopped;
    checks.push_back({"history", stopped ? Finding::fault : Finding::ok,
                      stopped ? stopped->fault.code + " since " + iso_instant(stopped->at) + ": " +
                                    stopped->fault.detail + "; nothing new is accepted, see Recover"
                              : "the gateway has told of no other one"});
}

void look_at_law(const Office& office, std::vector<Check>& checks) {
    const Date today = office.clock.today();
    const auto standard = office.law.standards.in_force("veteran-certificate", today);
    if (!standard)
        checks.push_back({"standard", Finding::fault, standard.error().detail});
    else
        checks.push_back(
            {"standard", (*standard)->in_force_from_verified ? Finding::ok : Finding::warning,
             "veteran-certificate " + (*standard)->version +
                 ((*standard)->in_force_from_verified ? "" : ": its first day in force is not verified")});
    // What is accepted today may fall due in the next year.
    int longest = 1;
    if (standard)
        for (const auto& extension : (*standard)->terms.extensions)
            longest = std::max(longest, extension.days);
    const Date last = office.law.calendar.add_working_days(today, longest);
    const auto unverified = office.law.calendar.first_unverified(today, last);
    checks.push_back({"calendar", unverified ? Finding::warning : Finding::ok,
                      unverified ? "the days off of " + std::to_string(static_cast<int>(*unverified)) +
                                       ", where terms of today end, are not verified: see assets/calendars"
                                 : "verified up to " + iso_date(last)});
}

void look_at_files(const Office& office, std::vector<Check>& checks) {
    for (const char* font : kFonts)
        if (!std::filesystem::exists(font))
            checks.push_back(
                {"fonts", Finding::fault, std::string(font) + " is missing: install packaging/packages.txt"});
    struct stat info {};
    const bool closed = ::stat(office.paths.folder.c_str(), &info) == 0 && (info.st_mode & 077U) == 0;
    checks.push_back({"folder", closed ? Finding::ok : Finding::warning,
                      closed ? "readable by its owner only"
                             : "readable by others: chmod 0700 " + office.paths.folder.string()});
}

/// Reading aloud. Without it every page can still be read: never a fault.
void look_at_voice(const Office& office, std::vector<Check>& checks) {
    if (office.config.audio == "none")
        return checks.push_back({"voice", Finding::ok, "switched off by device.audio"});
    const auto synthesizer = hw::EspeakSynthesizer::open();
    if (!synthesizer) return checks.push_back({"voice", Finding::warning, synthesizer.error().detail});
    std::string missing;
    for (const auto language : {hw::VoiceLanguage::kk, hw::VoiceLanguage::ru, hw::VoiceLanguage::en})
        if (!(*synthesizer)->speaks(language)) missing += std::string(" ") + hw::voice_code(language);
    checks.push_back(
        {"voice", missing.empty() ? Finding::ok : Finding::warning,
         missing.empty() ? "speaks kk, ru, en" : "no voice for" + missing + ": install espeak-ng-data"});
    const auto sound = hw::AlsaSink().open((*synthesizer)->rate());
    checks.push_back({"sound", sound ? Finding::ok : Finding::warning,
                      sound ? "opens; for the " + office.config.audio
                            : sound.error().detail + "; reading aloud is not offered"});
}

/// One frame. Without a camera a number can be typed: never a fault.
void look_at_camera(const Office& office, std::vector<Check>& checks) {
    if (office.config.camera.empty())
        return checks.push_back({"camera", Finding::ok, "none is configured (device.camera)"});
    hw::GstCamera camera(program_folder() / "ardager-camera", office.config.camera);
    const auto on = camera.switch_on();
    const auto frame = on ? camera.next_frame() : Result<hw::CameraFrame>(fail(on.error()));
    checks.push_back(
        {"camera", frame ? Finding::ok : Finding::warning,
         frame ? "shows " + std::to_string(frame->width) + " x " + std::to_string(frame->height) + " pixels"
               : frame.error().detail});
}

void look_at_clock(const Office& office, std::vector<Check>& checks) {
    const auto reading = office.clock.read();
    if (!reading.mark.offset)
        checks.push_back({"clock", Finding::warning, "not compared with the gateway yet"});
    else
        checks.push_back({"clock",
                          reading.mark.quality == ClockQuality::suspect ? Finding::fault : Finding::ok,
                          std::to_string(reading.mark.offset->count()) + " ms from the gateway's"});
}

void look_at_line(Office& office, std::vector<Check>& checks) {
    if (office.config.gateway.url.empty())
        return checks.push_back({"line", Finding::warning, "no gateway is configured"});
    const auto fault = check_line(office);
    if (!fault)
        checks.push_back({"line", Finding::ok,
                          office.config.gateway.url + " takes us for " + office.config.device.text() +
                              " and has nothing that this record has not"});
    else  // being offline is normal: the record waits
        checks.push_back({"line", fault->of_record ? Finding::fault : Finding::warning,
                          fault->code + ": " + fault->detail});
}

}  // namespace

ExitCode doctor(const Context& context) {
    std::vector<Check> checks;
    auto opened = context.office();
    if (!opened && opened.error().code != Code::record_damaged) return report(context, opened.error());
    if (!opened) {
        checks.push_back({"record", Finding::fault, opened.error().detail});
    } else {
        look_at_configuration(**opened, checks);
        look_at_record(**opened, checks);
        look_at_history(**opened, checks);
        look_at_law(**opened, checks);
        look_at_files(**opened, checks);
        look_at_printer((*opened)->config, checks);
        look_at_voice(**opened, checks);
        look_at_camera(**opened, checks);
        look_at_line(**opened, checks);
        look_at_clock(**opened, checks);
    }
    Json list = Json::array();
    std::string text;
    bool ready = true;
    for (const auto& check : checks) {
        ready = ready && check.finding != Finding::fault;
        list.push_back(
            {{"name", check.name}, {"state", finding_name(check.finding)}, {"detail", check.detail}});
        text += std::string(finding_name(check.finding)) + "\t" + check.name + ": " + check.detail + "\n";
    }
    text += ready ? "ready to serve" : "not ready";
    const auto code = ready ? done : !opened ? damaged : not_now;
    return answer(context, {{"ready", ready}, {"checks", std::move(list)}}, text, code);
}

}  // namespace ardager::ctl

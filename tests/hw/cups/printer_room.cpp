#include "tests/hw/cups/printer_room.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "kiosk/base/files.h"

namespace ardager::hw {
namespace {

constexpr std::size_t kMostBytes = std::size_t{32} << 20;

/// What Debian's cupsd.conf allows to whoever prints, and nothing else.
constexpr const char* kCupsConf = R"(
Listen @FOLDER@/cups.sock
LogLevel info
MaxLogSize 0
Browsing No
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Cancel-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
)";

constexpr const char* kFilesConf = R"(
ServerRoot @FOLDER@
ServerKeychain @FOLDER@
RequestRoot @FOLDER@/spool
CacheDir @FOLDER@/cache
StateDir @FOLDER@/state
TempDir @FOLDER@/temporary
AccessLog @FOLDER@/log
ErrorLog @FOLDER@/log
PageLog @FOLDER@/log
Printcap
SystemGroup root
)";

// Without a driver: the printer takes PDF, so that what comes out can be compared byte by byte.
constexpr const char* kQueue = R"(
<Printer receipts>
DeviceURI @PRINTER@@OPTIONS@
State Idle
Accepting Yes
Shared No
OpPolicy default
ErrorPolicy @POLICY@
</Printer>
)";

/// ippeveprinter runs it for each job with the document's file; STATE: lines change what the printer says.
constexpr const char* kScript = R"(#!/bin/sh
cd @FOLDER@ || exit 1
if [ -e jam ]; then exit 1; fi
if [ -e empty ]; then
  echo 'STATE: +media-empty' >&2
  read -r sheet <tray
  echo 'STATE: -media-empty' >&2
fi
echo "$IPP_COPIES" >>copies
number=$(($(ls paper | wc -l) + 1))
cp "$1" "temporary-sheet" && mv "temporary-sheet" "paper/$number.pdf"
)";

/// The least that CUPS takes for a driver.
constexpr const char* kDriver = R"PPD(*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PSVersion: "(3010.000) 0"
*cupsVersion: 2.4
*cupsFilter2: "application/pdf application/pdf 0 @FOLDER@/filter.sh"
)PPD";

constexpr const char* kBusConf =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=@FOLDER@/bus</listen>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
  </policy>
</busconfig>
)";

int free_port() {
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(file, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::getsockname(file, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(file);
    return ntohs(address.sin_port);
}

std::string replaced(std::string text, const std::string& word, const std::string& by) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size()))
        text.replace(at, word.size(), by);
    return text;
}

}  // namespace

PrinterRoom::PrinterRoom(std::string error_policy, std::string backend_options)
    : error_policy_(std::move(error_policy)),
      backend_options_(std::move(backend_options)),
      port_(free_port()) {
    // As root CUPS runs its backends as user lp, who passes through here.
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0711));
    for (const char* inside : {"spool", "cache", "state", "temporary", "paper", "jobs", "keys"})
        std::filesystem::create_directory(folder_.path() / inside);
    write_configuration();
    REQUIRE(::mkfifo((folder_.path() / "tray").c_str(), 0600) == 0);
    // Both ends: neither opening nor writing waits for the script.
    tray_ = ::open((folder_.path() / "tray").c_str(), O_RDWR | O_CLOEXEC);
    // A copy, because AppArmor lets the installed program read Debian's own configuration only.
    std::filesystem::copy_file("/usr/sbin/cupsd", folder_.path() / "cupsd");
    // ippeveprinter ends at once without a system bus, although it announces itself to nobody (-r off).
    bus_ = Process({"/usr/bin/dbus-daemon", "--config-file=" + (folder_.path() / "bus.conf").string(),
                    "--nofork", "--nopidfile", "--print-address=1"});
    bus_.wait_for_a_line();
}

PrinterRoom::~PrinterRoom() {
    cups_.end(SIGTERM);
    printer_.end(SIGTERM);
    bus_.end(SIGTERM);
    ::close(tray_);
}

void PrinterRoom::write_configuration() const {
    const std::vector<std::tuple<const char*, const char*, unsigned>> files{
        {"cupsd.conf", kCupsConf, 0600},
        {"cups-files.conf", kFilesConf, 0600},
        {"printers.conf", kQueue, 0600},
        {"bus.conf", kBusConf, 0600},
        {"print.sh", kScript, 0700}};
    const std::vector<std::pair<std::string, std::string>> words{{"@FOLDER@", folder_.path()},
                                                                 {"@PRINTER@", printer_uri()},
                                                                 {"@OPTIONS@", backend_options_},
                                                                 {"@POLICY@", error_policy_}};
    for (const auto& [name, text, mode] : files) {
        std::string filled = text;
        for (const auto& [word, by] : words) filled = replaced(filled, word, by);
        REQUIRE(write_file(folder_.path() / name, to_bytes(filled), mode));
    }
}

void PrinterRoom::breaks_the_driver() {
    const auto& folder = folder_.path();
    std::filesystem::create_directory(folder / "ppd");
    const auto driver = replaced(kDriver, "@FOLDER@", folder);
    REQUIRE(write_file(folder / "ppd/receipts.ppd", to_bytes(driver), 0644));
    REQUIRE(write_file(folder / "filter.sh", to_bytes("#!/bin/sh\nexit 1\n"), 0755));
}

void PrinterRoom::start_cups() {
    cups_ = Process({folder_.path() / "cupsd", "-f", "-c", folder_.path() / "cupsd.conf", "-s",
                     folder_.path() / "cups-files.conf"});
}

void PrinterRoom::stop_cups() {
    cups_.end(SIGTERM);
}

void PrinterRoom::freeze_cups() {
    cups_.signal(SIGSTOP);
}

void PrinterRoom::thaw_cups() {
    cups_.signal(SIGCONT);
}

std::string PrinterRoom::log() const {
    const auto bytes = read_file(folder_.path() / "log", kMostBytes);
    return bytes ? std::string(as_text(*bytes)) : std::string();
}

void PrinterRoom::switch_printer_on() {
    printer_ = Process({"/usr/sbin/ippeveprinter", "-r", "off", "-n", "localhost", "-p",
                        std::to_string(port_), "-d", folder_.path() / "jobs", "-K", folder_.path() / "keys",
                        "-f", "application/pdf", "-c", folder_.path() / "print.sh", "Receipts"},
                       "DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + (folder_.path() / "bus").string());
}

void PrinterRoom::switch_printer_off() {
    printer_.end(SIGKILL);
}

std::string PrinterRoom::printer_uri() const {
    return "ipp://localhost:" + std::to_string(port_) + "/ipp/print";
}

void PrinterRoom::runs_out_of_paper() {
    REQUIRE(write_file(folder_.path() / "empty", {}));
}

void PrinterRoom::paper_comes() {
    std::filesystem::remove(folder_.path() / "empty");
    REQUIRE(::write(tray_, "\n", 1) == 1);
}

void PrinterRoom::jams() {
    REQUIRE(write_file(folder_.path() / "jam", {}));
}

void PrinterRoom::jam_is_cleared() {
    std::filesystem::remove(folder_.path() / "jam");
}

std::string PrinterRoom::copies() const {
    const auto bytes = read_file(folder_.path() / "copies", kMostBytes);
    return bytes ? std::string(as_text(*bytes)) : std::string();
}

std::vector<Bytes> PrinterRoom::papers() const {
    std::set<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "paper"))
        files.insert(file.path());
    std::vector<Bytes> papers;
    papers.reserve(files.size());
    for (const auto& file : files) papers.push_back(read_file(file, kMostBytes).value());
    return papers;
}

}  // namespace ardager::hw

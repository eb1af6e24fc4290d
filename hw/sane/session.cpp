#include "hw/sane/session.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

namespace ardager::hw::sane {
namespace {

// An A4 page; a longer bed would only add empty table to the picture.
constexpr double kPageWidthMm = 210;
constexpr double kPageHeightMm = 297;

struct Advice {
    SANE_Status status;
    ScannerState state;
    Code code;
    const char* what_to_do;
};

constexpr std::array<Advice, 9> kAdvice{{
    {SANE_STATUS_JAMMED, ScannerState::jammed, Code::device, "open the cover and take the stuck page out"},
    {SANE_STATUS_NO_DOCS, ScannerState::no_document, Code::device,
     "lay a page on the glass or into the feeder"},
    {SANE_STATUS_COVER_OPEN, ScannerState::cover_open, Code::device, "close the scanner's cover"},
    {SANE_STATUS_DEVICE_BUSY, ScannerState::busy, Code::not_now,
     "another program uses the scanner; try again"},
    {SANE_STATUS_IO_ERROR, ScannerState::offline, Code::device, "switch the scanner on and check its cable"},
    {SANE_STATUS_INVAL, ScannerState::offline, Code::device,
     "check the scanner's name, switch it on and check its cable"},
    {SANE_STATUS_ACCESS_DENIED, ScannerState::fault, Code::device,
     "this user may not use the scanner; add it to the group scanner"},
    {SANE_STATUS_NO_MEM, ScannerState::fault, Code::device,
     "the scanner's driver is out of memory; restart the machine"},
    {SANE_STATUS_CANCELLED, ScannerState::ready, Code::not_now, "scanning was cancelled"},
}};

tl::unexpected<Trouble> trouble(SANE_Status status, const std::string& doing) {
    return tl::unexpected<Trouble>(trouble_of(status, doing));
}

tl::unexpected<Trouble> unfit(const std::string& what) {
    return tl::unexpected<Trouble>(
        Trouble{ScannerState::fault, Error{Code::device, "scanner: " + what + "; check its settings", {}}});
}

std::optional<double> parse_number(const std::string& text) {
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc{} || stop != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

/// The bytes that an option of this type takes; nothing when the text does not fit.
std::optional<Bytes> option_bytes(const SANE_Option_Descriptor& option, const std::string& value) {
    Bytes bytes(static_cast<std::size_t>(option.size));
    SANE_Word word = 0;
    if (option.type == SANE_TYPE_STRING) {
        if (value.size() + 1 > bytes.size()) return std::nullopt;
        std::copy(value.begin(), value.end(), bytes.begin());
        return bytes;
    }
    if (option.type == SANE_TYPE_BOOL) {
        if (value != "yes" && value != "no") return std::nullopt;
        word = value == "yes" ? SANE_TRUE : SANE_FALSE;
    } else {
        const auto number = parse_number(value);
        if (!number) return std::nullopt;
        word =
            option.type == SANE_TYPE_FIXED ? SANE_FIX(*number) : static_cast<SANE_Word>(std::lround(*number));
    }
    if (bytes.size() != sizeof word) return std::nullopt;
    std::memcpy(bytes.data(), &word, sizeof word);
    return bytes;
}

/// Rows of the frame without their padding, grey made RGB. A page that ends early is cut after its last whole
/// row.
ScannedPage page_of(const SANE_Parameters& shape, const Bytes& frame, unsigned dots_per_inch) {
    const auto row_bytes = static_cast<std::size_t>(shape.bytes_per_line);
    const auto width = static_cast<std::size_t>(shape.pixels_per_line);
    const auto rows = frame.size() / row_bytes;
    ScannedPage page{static_cast<unsigned>(width), static_cast<unsigned>(rows), dots_per_inch, {}};
    page.rgb.reserve(width * rows * 3);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto* pixels = frame.data() + row * row_bytes;
        if (shape.format == SANE_FRAME_RGB) {
            page.rgb.insert(page.rgb.end(), pixels, pixels + width * 3);
        } else {
            for (std::size_t x = 0; x < width; ++x) page.rgb.insert(page.rgb.end(), 3, pixels[x]);
        }
    }
    return page;
}

Outcome<void> check_shape(const SANE_Parameters& shape) {
    const bool colour = shape.format == SANE_FRAME_RGB;
    if (!colour && shape.format != SANE_FRAME_GRAY) return unfit("it sends a page in several passes");
    if (shape.depth != 8) return unfit("it sends " + std::to_string(shape.depth) + " bits instead of 8");
    const auto width = std::int64_t{shape.pixels_per_line};
    if (width <= 0 || shape.bytes_per_line < width * (colour ? 3 : 1))
        return unfit("its rows have no fitting length");
    if (shape.lines > 0 && static_cast<std::uint64_t>(width * shape.lines) > kMaxPagePixels)
        return unfit("the page is larger than " + std::to_string(kMaxPagePixels) + " pixels");
    return {};
}

Outcome<std::string> first_device() {
    const SANE_Device** list = nullptr;
    if (const auto status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD)
        return trouble(status, "looking for a scanner");
    if (list == nullptr || list[0] == nullptr) return trouble(SANE_STATUS_INVAL, "looking for a scanner");
    return std::string(list[0]->name);
}

}  // namespace

Trouble trouble_of(SANE_Status status, const std::string& doing) {
    const auto* known =
        std::find_if(kAdvice.begin(), kAdvice.end(), [&](const Advice& row) { return row.status == status; });
    if (known != kAdvice.end())
        return {known->state, {known->code, "scanner, " + doing + ": " + known->what_to_do, {}}};
    return {
        ScannerState::fault,
        {Code::device, "scanner, " + doing + ": " + sane_strstatus(status) + "; switch it off and on", {}}};
}

Outcome<Session> Session::open(const std::string& device) {
    auto name = device.empty() ? first_device() : Outcome<std::string>(device);
    if (!name) return tl::unexpected<Trouble>(name.error());
    SANE_Handle handle = nullptr;
    if (const auto status = sane_open(name->c_str(), &handle); status != SANE_STATUS_GOOD)
        return trouble(status, "opening it");
    return Session(std::move(*name), handle);
}

Session::~Session() {
    if (handle_ == nullptr) return;
    if (started_) sane_cancel(handle_);
    sane_close(handle_);
}

int Session::find_option(const std::string& name) const {
    // Option 0 is their number (§4.5.1).
    for (int index = 1;; ++index) {
        const auto* option = sane_get_option_descriptor(handle_, index);
        if (option == nullptr) return 0;
        if (option->name != nullptr && name == option->name && SANE_OPTION_IS_SETTABLE(option->cap) &&
            SANE_OPTION_IS_ACTIVE(option->cap))
            return index;
    }
}

Outcome<void> Session::set_option(const std::string& name, const std::string& value) {
    const int index = find_option(name);
    if (index == 0) return unfit("it has no setting '" + name + "'");
    auto bytes = option_bytes(*sane_get_option_descriptor(handle_, index), value);
    if (!bytes) return unfit("its setting '" + name + "' does not take '" + value + "'");
    const auto status = sane_control_option(handle_, index, SANE_ACTION_SET_VALUE, bytes->data(), nullptr);
    if (status == SANE_STATUS_INVAL) return unfit("its setting '" + name + "' does not take '" + value + "'");
    if (status != SANE_STATUS_GOOD) return trouble(status, "setting " + name);
    return {};
}

/// Many drivers start with a small window. Best effort: a feeder without these options scans the whole page.
void Session::use_whole_bed() {
    const std::array<std::tuple<const char*, bool, double>, 4> edges{
        {{SANE_NAME_SCAN_TL_X, false, 0},
         {SANE_NAME_SCAN_TL_Y, false, 0},
         {SANE_NAME_SCAN_BR_X, true, kPageWidthMm},
         {SANE_NAME_SCAN_BR_Y, true, kPageHeightMm}}};
    for (const auto& [name, far_edge, most_mm] : edges) {
        const auto* option = sane_get_option_descriptor(handle_, find_option(name));
        if (option == nullptr || option->unit != SANE_UNIT_MM ||
            option->constraint_type != SANE_CONSTRAINT_RANGE)
            continue;
        const auto* range = option->constraint.range;
        const bool fixed = option->type == SANE_TYPE_FIXED;
        const auto edge = [&](SANE_Word word) { return fixed ? SANE_UNFIX(word) : double(word); };
        const double place = far_edge ? std::min(edge(range->max), most_mm) : edge(range->min);
        (void)set_option(name, std::to_string(place));
    }
}

double Session::resolution() const {
    const int index = find_option(SANE_NAME_SCAN_RESOLUTION);
    if (index == 0) return 0;
    SANE_Word word = 0;
    if (sane_control_option(handle_, index, SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD)
        return 0;
    return sane_get_option_descriptor(handle_, index)->type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

Outcome<void> Session::set_up(const SaneOptions& options) {
    if (auto set = set_option(SANE_NAME_SCAN_MODE,
                              options.colour ? SANE_VALUE_SCAN_MODE_COLOR : SANE_VALUE_SCAN_MODE_GRAY);
        !set)
        return set;
    if (find_option(SANE_NAME_BIT_DEPTH) != 0) {
        if (auto set = set_option(SANE_NAME_BIT_DEPTH, "8"); !set) return set;
    }
    if (auto set = set_option(SANE_NAME_SCAN_RESOLUTION, std::to_string(options.dots_per_inch)); !set)
        return set;
    use_whole_bed();
    for (const auto& [name, value] : options.settings) {
        if (auto set = set_option(name, value); !set) return set;
    }
    return {};
}

Outcome<Bytes> Session::read_frame(const SANE_Parameters& shape, const std::atomic<bool>& cancelled) {
    const std::size_t most = static_cast<std::size_t>(shape.bytes_per_line) *
                             (kMaxPagePixels / static_cast<std::size_t>(shape.pixels_per_line));
    Bytes frame;
    if (shape.lines > 0)
        frame.reserve(static_cast<std::size_t>(shape.bytes_per_line) * static_cast<std::size_t>(shape.lines));
    Bytes piece(kScanReadBytes);
    while (true) {
        if (cancelled) return trouble(SANE_STATUS_CANCELLED, "reading the page");
        SANE_Int length = 0;
        const auto status = sane_read(handle_, piece.data(), static_cast<SANE_Int>(piece.size()), &length);
        if (status == SANE_STATUS_EOF) return frame;
        if (status != SANE_STATUS_GOOD) return trouble(status, "reading the page");
        if (frame.size() + static_cast<std::size_t>(length) > most) return unfit("the page does not end");
        frame.insert(frame.end(), piece.begin(), piece.begin() + length);
    }
}

Outcome<ScannedPage> Session::scan(const SaneOptions& options, const std::atomic<bool>& cancelled) {
    if (auto set = set_up(options); !set) return tl::unexpected<Trouble>(set.error());
    if (const auto status = sane_start(handle_); status != SANE_STATUS_GOOD)
        return trouble(status, "starting a page");
    started_ = true;
    SANE_Parameters shape{};
    if (const auto status = sane_get_parameters(handle_, &shape); status != SANE_STATUS_GOOD)
        return trouble(status, "starting a page");
    if (auto fits = check_shape(shape); !fits) return tl::unexpected<Trouble>(fits.error());
    auto frame = read_frame(shape, cancelled);
    if (!frame) return tl::unexpected<Trouble>(frame.error());
    auto page = page_of(shape, *frame, static_cast<unsigned>(std::lround(resolution())));
    if (page.height == 0) return unfit("it sent an empty page");
    return page;
}

}  // namespace ardager::hw::sane

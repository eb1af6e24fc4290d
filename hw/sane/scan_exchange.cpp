#include "hw/sane/scan_exchange.h"

#include "kiosk/base/json.h"

namespace ardager::hw::sane {
namespace {

// Numbers of enums may go between two ends of one build.
template <class E>
Json number_of(E value) {
    return static_cast<std::uint64_t>(value);
}

Result<Outcome<Scanned>> decode_trouble(const Json& head) {
    Trouble trouble;
    trouble.state = static_cast<ScannerState>(TRY(json_u64(head, "state")));
    trouble.error.code = static_cast<Code>(TRY(json_u64(head, "code")));
    trouble.error.detail = TRY(json_text(head, "detail"));
    return Outcome<Scanned>(tl::unexpected<Trouble>(std::move(trouble)));
}

}  // namespace

std::string encode_wish(const ScanWish& wish) {
    Json settings = Json::array();
    for (const auto& [name, value] : wish.options.settings)
        settings.push_back({{"name", name}, {"value", value}});
    return dump_json({{"device", wish.options.device},
                      {"colour", wish.options.colour},
                      {"dots_per_inch", wish.options.dots_per_inch},
                      {"settings", settings},
                      {"only_look", wish.only_look}}) +
           "\n";
}

Result<ScanWish> decode_wish(std::string_view text) {
    const Json wished = TRY(parse_json(text));
    ScanWish wish;
    wish.options.device = TRY(json_text(wished, "device"));
    wish.options.colour = TRY(json_bool(wished, "colour"));
    wish.options.dots_per_inch = static_cast<unsigned>(TRY(json_u64(wished, "dots_per_inch")));
    wish.only_look = TRY(json_bool(wished, "only_look"));
    if (!wished.contains("settings") || !wished["settings"].is_array())
        return fail(Code::invalid_input, "settings: missing");
    for (const auto& setting : wished["settings"]) {
        auto name = TRY(json_text(setting, "name"));
        auto value = TRY(json_text(setting, "value"));
        wish.options.settings.emplace_back(std::move(name), std::move(value));
    }
    return wish;
}

std::string encode_answer(const Outcome<Scanned>& answer) {
    if (!answer) {
        const auto& trouble = answer.error();
        return dump_json({{"state", number_of(trouble.state)},
                          {"code", number_of(trouble.error.code)},
                          {"detail", trouble.error.detail}}) +
               "\n";
    }
    Json head{{"device", answer->device}};
    if (answer->page) {
        head["width"] = answer->page->width;
        head["height"] = answer->page->height;
        head["dots_per_inch"] = answer->page->dots_per_inch;
    }
    return dump_json(head) + "\n";
}

Result<Outcome<Scanned>> decode_answer(ByteView bytes) {
    const std::string_view text = as_text(bytes);
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return fail(Code::invalid_input, "no whole answer came");
    const Json head = TRY(parse_json(text.substr(0, end)));
    if (head.contains("code")) return decode_trouble(head);
    Scanned scanned{TRY(json_text(head, "device")), std::nullopt};
    const ByteView pixels = bytes.subspan(end + 1);
    if (!head.contains("width") && pixels.empty()) return Outcome<Scanned>(std::move(scanned));
    const auto width = TRY(json_u64(head, "width"));
    const auto height = TRY(json_u64(head, "height"));
    if (width == 0 || height == 0 || width > kMaxPagePixels || height > kMaxPagePixels / width ||
        pixels.size() != width * height * 3)
        return fail(Code::invalid_input, "the page is cut");
    const auto dots_per_inch = static_cast<unsigned>(TRY(json_u64(head, "dots_per_inch")));
    scanned.page = ScannedPage{static_cast<unsigned>(width), static_cast<unsigned>(height), dots_per_inch,
                               Bytes(pixels.begin(), pixels.end())};
    return Outcome<Scanned>(std::move(scanned));
}

}  // namespace ardager::hw::sane

#include "hw/gstreamer/camera_exchange.h"

#include "kiosk/base/json.h"

namespace ardager::hw::gstreamer {
namespace {

std::uint32_t read_u32(const HeadBytes& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | bytes[at + i];
    return value;
}

}  // namespace

std::string encode_wish(const CameraWish& wish) {
    return dump_json({{"source", wish.source},
                      {"frames_per_second", wish.frames_per_second},
                      {"most_width", wish.most_width},
                      {"most_height", wish.most_height}}) +
           "\n";
}

Result<CameraWish> decode_wish(std::string_view text) {
    const Json wished = TRY(parse_json(text));
    CameraWish wish;
    wish.source = TRY(json_text(wished, "source"));
    wish.frames_per_second = static_cast<unsigned>(TRY(json_u64(wished, "frames_per_second")));
    wish.most_width = static_cast<unsigned>(TRY(json_u64(wished, "most_width")));
    wish.most_height = static_cast<unsigned>(TRY(json_u64(wished, "most_height")));
    return wish;
}

Bytes encode_head(const Head& head) {
    Bytes bytes;
    put_u32(bytes, static_cast<std::uint32_t>(head.kind));
    put_u32(bytes, head.first);
    put_u32(bytes, head.second);
    return bytes;
}

Result<Head> decode_head(const HeadBytes& bytes) {
    const Head head{static_cast<Kind>(read_u32(bytes, 0)), read_u32(bytes, 4), read_u32(bytes, 8)};
    switch (head.kind) {
        case Kind::frame:
            if (head.first == 0 || head.second == 0 || head.first > kMostCameraWidth ||
                head.second > kMostCameraHeight)
                break;
            return head;
        case Kind::trouble:
            if (head.first > static_cast<std::uint32_t>(CameraState::fault) || head.second > kMostWishBytes)
                break;
            return head;
    }
    return fail(Code::invalid_input, "what it sends is no picture");
}

}  // namespace ardager::hw::gstreamer

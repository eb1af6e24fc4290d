#include "tests/bench/pictures.h"

#include <zlib.h>

namespace ardager::bench {
namespace {

void put_chunk(Bytes& out, std::string_view type, ByteView data) {
    put_u32(out, static_cast<std::uint32_t>(data.size()));
    Bytes checked = to_bytes(type);
    checked.insert(checked.end(), data.begin(), data.end());
    out.insert(out.end(), checked.begin(), checked.end());
    put_u32(out, static_cast<std::uint32_t>(crc32(0, checked.data(), static_cast<uInt>(checked.size()))));
}

}  // namespace

Bytes make_png(Random& random, std::uint64_t filler_bytes) {
    Bytes out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const Bytes header{0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0};  // 1 × 1, 8-bit grey
    put_chunk(out, "IHDR", header);
    Bytes filler(static_cast<std::size_t>(filler_bytes));
    random.fill(filler);
    put_chunk(out, "raNd", filler);
    const Bytes pixel{0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01};  // zlib of the row 00 00
    put_chunk(out, "IDAT", pixel);
    put_chunk(out, "IEND", {});
    return out;
}

}  // namespace ardager::bench

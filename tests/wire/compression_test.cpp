#include <zstd.h>
#include <catch2/catch.hpp>

#include "kiosk/base/random.h"
#include "sync/wire/messages.h"
#include "sync/wire/tuning.h"

using namespace ardager;

namespace {

std::string packed_with_window(const std::string& plain, int window_log) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    std::string out(ZSTD_compressBound(plain.size()), '\0');
    ZSTD_inBuffer input{plain.data(), plain.size(), 0};
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    // Two steps, so that the size is not known ahead and the window stands as it was asked for.
    while (input.pos < input.size) ZSTD_compressStream2(context, &output, &input, ZSTD_e_continue);
    while (ZSTD_compressStream2(context, &output, &input, ZSTD_e_end) != 0) {
    }
    ZSTD_freeCCtx(context);
    out.resize(output.pos);
    return out;
}

std::string noise(std::size_t size) {
    SeededRandom random(size);
    std::string out(size, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
    return out;
}

}  // namespace

TEST_CASE("compressed text comes back", "[wire]") {
    const auto size = GENERATE(as<std::size_t>(), 0, 1, 1000, 262'143, 262'144, 262'145, 3'000'000);
    CAPTURE(size);
    for (const auto& plain : {std::string(size, 'x'), noise(size)}) {
        const auto read = wire::decompress(wire::compress(plain), size);
        REQUIRE(read);
        CHECK(*read == plain);
    }
}

TEST_CASE("a frame that would pass the limit is refused", "[wire]") {
    const std::string bomb = wire::compress(std::string(64U << 20, '0'));
    CHECK(bomb.size() < 16'384);
    CHECK_FALSE(wire::decompress(bomb, wire::kMostBatchBytes));
    CHECK_FALSE(wire::decompress(wire::compress("12345"), 4));
    CHECK(wire::decompress(wire::compress("12345"), 5));
}

TEST_CASE("a frame with a larger window is refused", "[wire]") {
    const std::string plain = noise(100'000);
    CHECK(wire::decompress(packed_with_window(plain, 23), 1U << 20));
    CHECK_FALSE(wire::decompress(packed_with_window(plain, 24), 1U << 20));
}

TEST_CASE("a frame cut at any byte is refused", "[wire]") {
    const std::string packed = wire::compress(noise(700));
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(wire::decompress(std::string_view(packed).substr(0, size), 4096));
    }
}

TEST_CASE("bytes after the frame are refused", "[wire]") {
    const std::string packed = wire::compress("text");
    CHECK_FALSE(wire::decompress(packed + "x", 4096));
    CHECK_FALSE(wire::decompress(packed + packed, 4096));
}

TEST_CASE("noise is refused", "[wire]") {
    for (std::size_t size = 1; size < 200; ++size) CHECK_FALSE(wire::decompress(noise(size), 4096));
}

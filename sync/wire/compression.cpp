#include <zstd.h>

#include <memory>

#include "sync/wire/messages.h"
#include "sync/wire/tuning.h"

namespace ardager::wire {
namespace {

struct FreeCompressor {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

std::string compress(std::string_view plain) {
    const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
    ARDAGER_CHECK(context != nullptr);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kCompressionLevel);
    std::string out(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context.get(), out.data(), out.size(), plain.data(), plain.size());
    ARDAGER_CHECK(ZSTD_isError(size) == 0);  // the bound is enough and level 1's window is 2^19
    out.resize(size);
    return out;
}

Result<std::string> decompress(std::string_view packed, std::size_t limit_bytes) {
    const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
    ARDAGER_CHECK(context != nullptr);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMostWindowLog);
    std::string out;
    ZSTD_inBuffer input{packed.data(), packed.size(), 0};
    for (std::size_t filled = 0;;) {
        // One byte past the limit is room to see that the frame would pass it.
        const std::size_t room = std::min(filled + std::max(filled, kInflateStepBytes), limit_bytes + 1);
        out.resize(room);
        ZSTD_outBuffer output{out.data(), room, filled};
        const std::size_t input_before = input.pos;
        const std::size_t left = ZSTD_decompressStream(context.get(), &output, &input);
        if (ZSTD_isError(left) != 0)
            return fail(Code::invalid_input, std::string("zstd: ") + ZSTD_getErrorName(left));
        if (output.pos > limit_bytes) return fail(Code::invalid_input, "zstd: the output passes its limit");
        if (left == 0) {
            if (input.pos != input.size) return fail(Code::invalid_input, "zstd: bytes follow the frame");
            out.resize(output.pos);
            return out;
        }
        const bool stands_still = output.pos == filled && input.pos == input_before;
        if (input.pos == input.size && (stands_still || output.pos < room))
            return fail(Code::invalid_input, "zstd: the frame is cut short");
        filled = output.pos;
    }
}

}  // namespace ardager::wire

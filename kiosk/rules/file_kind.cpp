#include "kiosk/rules/file_kind.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/rules/tuning.h"

namespace ardager {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::uint8_t, 8> kPngSignature{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

std::uint32_t u16_at(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
}
std::uint32_t u32_at(ByteView bytes, std::size_t at) {
    return u16_at(bytes, at) << 16 | u16_at(bytes, at + 2);
}

bool begins_with(ByteView bytes, ByteView prefix) {
    return bytes.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

std::optional<FileKind> kind_by_signature(ByteView bytes) {
    static constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
    if (begins_with(bytes, kJpeg)) return FileKind::jpeg;
    if (begins_with(bytes, kPngSignature)) return FileKind::png;
    if (begins_with(bytes, as_bytes("%PDF-"))) return FileKind::pdf;
    return std::nullopt;
}

/// SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81, table B.1.
bool is_frame_header(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool has_end_of_image(ByteView scan) {
    static constexpr std::array<std::uint8_t, 2> kEnd{0xFF, 0xD9};
    return std::search(scan.begin(), scan.end(), kEnd.begin(), kEnd.end()) != scan.end();
}

/// Segments up to the first scan must fit, one of them be a frame with a size; the scan must end with EOI.
/// A byte FF in scan data is stuffed, so FF D9 there can only be the end.
bool is_whole_jpeg(ByteView bytes) {
    bool has_frame = false;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (bytes[at] != 0xFF) return false;
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        const std::size_t length = u16_at(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.size()) return false;
        if (is_frame_header(marker)) {
            if (length < 8 || u16_at(bytes, at + 7) == 0) return false;
            has_frame = u16_at(bytes, at + 5) != 0;
        }
        if (marker == 0xDA) return has_frame && has_end_of_image(bytes.subspan(at + 2 + length));
        at += 2 + length;
    }
    return false;
}

/// ISO 3309, as PNG's annex D has it.
std::uint32_t check_sum(ByteView bytes) {
    return static_cast<std::uint32_t>(::crc32_z(0, bytes.data(), bytes.size()));
}

/// Every chunk fits and has its check sum; the first is IHDR with a size, the last IEND.
bool is_whole_png(ByteView bytes) {
    bool first = true;
    for (std::size_t at = kPngSignature.size(); at + 12 <= bytes.size();) {
        const std::size_t length = u32_at(bytes, at);
        if (length > bytes.size() - at - 12) return false;
        if (check_sum(bytes.subspan(at + 4, length + 4)) != u32_at(bytes, at + 8 + length)) return false;
        const std::string_view type = as_text(bytes.subspan(at + 4, 4));
        const bool header = type == "IHDR"sv && length == 13;
        if (first && (!header || u32_at(bytes, at + 8) == 0 || u32_at(bytes, at + 12) == 0)) return false;
        if (type == "IEND"sv) return true;
        first = false;
        at += 12 + length;
    }
    return false;
}

/// `%PDF-1.x` or `%PDF-2.x` first, `%%EOF` near the end.
bool is_whole_pdf(ByteView bytes) {
    const std::string_view text = as_text(bytes);
    if (text.size() < 8 || (text[5] != '1' && text[5] != '2') || text[6] != '.') return false;
    const auto tail = text.substr(text.size() - std::min(text.size(), kPdfTail));
    return tail.find("%%EOF") != std::string_view::npos;
}

bool is_whole(FileKind kind, ByteView bytes) {
    switch (kind) {
        case FileKind::jpeg:
            return is_whole_jpeg(bytes);
        case FileKind::png:
            return is_whole_png(bytes);
        case FileKind::pdf:
            return is_whole_pdf(bytes);
    }
    return false;
}

/// After the last dot, lower case; empty without one.
std::string extension_of(std::string_view name) {
    const auto slash = name.find_last_of('/');
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    const auto dot = name.find_last_of('.');
    if (dot == std::string_view::npos) return "";
    std::string extension(name.substr(dot + 1));
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension;
}

std::optional<FileKind> kind_by_extension(std::string_view extension) {
    if (extension == "jpg" || extension == "jpeg") return FileKind::jpeg;
    if (extension == "png") return FileKind::png;
    if (extension == "pdf") return FileKind::pdf;
    return std::nullopt;
}

}  // namespace

const char* media_type(FileKind kind) {
    switch (kind) {
        case FileKind::jpeg:
            return "image/jpeg";
        case FileKind::png:
            return "image/png";
        case FileKind::pdf:
            return "application/pdf";
    }
    return "";
}

Result<void> check_file_size(std::uint64_t size, const std::string& field) {
    if (size == 0) return fail_field(field, "empty", "the file is empty");
    if (size > kAttachmentLimit) return fail_field(field, "too_large", "the file is larger than 20 MiB");
    return {};
}

Result<FileKind> check_file(ByteView bytes, std::string_view file_name, const std::string& field) {
    TRY(check_file_size(bytes.size(), field));
    const std::string extension = extension_of(file_name);
    const auto promised = kind_by_extension(extension);
    const auto kind = kind_by_signature(bytes);
    if (!kind && !promised) return fail_field(field, "unknown_type", "the file is no JPEG, PNG or PDF");
    if (!kind || (!extension.empty() && promised != kind)) {
        return fail_field(field, "not_what_it_says", "the file's content is not what its name says");
    }
    if (!is_whole(*kind, bytes)) return fail_field(field, "truncated", "the file is cut off or damaged");
    return *kind;
}

}  // namespace ardager

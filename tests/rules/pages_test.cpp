// Pages and files are made here, byte by byte: no sample belongs to a person.
#include <catch2/catch.hpp>

#include "kiosk/rules/file_kind.h"
#include "kiosk/rules/page_quality.h"
#include "kiosk/rules/tuning.h"

using namespace ardager;
using namespace std::string_literals;

namespace {

struct Picture {
    unsigned width = 620;
    unsigned height = 877;
    Bytes pixels;
    [[nodiscard]] GreyPage view() const { return {width, height, pixels}; }
};

/// Paper with a slow shade and grain, as a scanner gives it.
Picture paper(int brightness) {
    Picture page;
    std::uint32_t noise = 12345;
    for (unsigned y = 0; y < page.height; ++y) {
        for (unsigned x = 0; x < page.width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const int grain = static_cast<int>(noise >> 29) - 4;
            const int shade = static_cast<int>(y * 12 / page.height);
            page.pixels.push_back(static_cast<std::uint8_t>(std::clamp(brightness - shade + grain, 0, 255)));
        }
    }
    return page;
}

/// Lines of strokes two pixels wide that differ from letter to letter.
Picture text_page(int lines, int ink = 40, int brightness = 235) {
    Picture page = paper(brightness);
    for (int line = 0; line < lines; ++line) {
        for (unsigned letter = 0; letter < 60; ++letter) {
            const unsigned left = 40 + letter * 9;
            const unsigned top = 40 + static_cast<unsigned>(line) * 18;
            for (unsigned i = 0; i < 10; ++i) {
                const unsigned lean = letter % 3 == 0 ? i / 3 : 0;
                for (unsigned x = 0; x < 2; ++x) {
                    page.pixels[(top + i) * page.width + left + lean + x] = static_cast<std::uint8_t>(ink);
                }
            }
        }
    }
    return page;
}

/// A box blur of 2 × radius + 1 pixels in both directions, twice: close to being out of focus.
Picture blurred(Picture page, int radius) {
    const int width = static_cast<int>(page.width);
    const int height = static_cast<int>(page.height);
    const auto place = [&](int row, int column) {
        return static_cast<std::size_t>(row) * page.width + static_cast<std::size_t>(column);
    };
    for (int pass = 0; pass < 4; ++pass) {
        const Bytes before = page.pixels;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                int sum = 0;
                for (int i = -radius; i <= radius; ++i) {
                    const int column = pass % 2 == 0 ? std::clamp(x + i, 0, width - 1) : x;
                    const int row = pass % 2 == 0 ? y : std::clamp(y + i, 0, height - 1);
                    sum += before[place(row, column)];
                }
                page.pixels[place(y, x)] =
                    static_cast<std::uint8_t>(sum / (2 * radius + 1));
            }
        }
    }
    return page;
}

std::string quality(const Picture& page) {
    const auto measures = measure_page(page.view()).value();
    CAPTURE(measures.mean, measures.contrast, measures.sharpness, measures.ink);
    UNSCOPED_INFO("sharpness " << measures.sharpness << " ink " << measures.ink);
    return page_quality_name(judge_page(measures));
}

/// `image/jpeg` or the code of the fault.
std::string kind(const std::string& bytes, const std::string& name) {
    const auto checked = check_file(as_bytes(bytes), name, "documents[0].files[0]");
    if (checked) return media_type(*checked);
    CHECK(checked.error().fields.front().field == "documents[0].files[0]");
    return checked.error().fields.front().code;
}

const std::string kJpeg =
    "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00"s  // APP0
    "\xFF\xC0\x00\x0B\x08\x00\x10\x00\x10\x01\x01\x11\x00"s                  // SOF0, 16 × 16
    "\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00"s
    "\x12\x34\xFF\x00\x56\xFF\xD9"s;  // SOS, data, EOI
const std::string kPng =
    "\x89PNG\r\n\x1A\n"s
    "\x00\x00\x00\x0DIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3A\x7E\x9B\x55"s
    "\x00\x00\x00\x0AIDAT\x78\x9C\x63\x60\x00\x00\x00\x02\x00\x01\x48\xAF\xA4\x71"s
    "\x00\x00\x00\x00IEND\xAE\x42\x60\x82"s;
const std::string kPdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n";

}  // namespace

TEST_CASE("a page of text is legible, sharp or a little soft, black or faint", "[pages]") {
    CHECK(quality(text_page(40)) == "ok");
    CHECK(quality(text_page(2)) == "ok");
    CHECK(quality(text_page(40, 120)) == "ok");
    CHECK(quality(text_page(40, 40, 170)) == "ok");  // grey paper
}

TEST_CASE("a page without ink is blank", "[pages]") {
    CHECK(quality(paper(240)) == "blank");
    CHECK(quality(paper(180)) == "blank");
}

TEST_CASE("a page under an open lid is dark", "[pages]") {
    CHECK(quality(paper(20)) == "dark");
    CHECK(quality(text_page(40, 5, 50)) == "dark");
}

TEST_CASE("a page out of focus is blurred", "[pages]") {
    CHECK(quality(blurred(text_page(40), 2)) == "blurred");
    CHECK(quality(blurred(text_page(10, 0), 3)) == "blurred");
    CHECK(quality(blurred(text_page(40), 1)) == "ok");
}

TEST_CASE("a page whose shape does not fit its pixels is refused", "[pages]") {
    const Bytes pixels(std::size_t{100} * 100, 255);
    CHECK(page_quality({100, 100, pixels}).has_value());
    CHECK_FALSE(page_quality({100, 101, pixels}).has_value());
    CHECK_FALSE(page_quality({0, 0, {}}).has_value());
    CHECK_FALSE(page_quality({10, 1000, pixels}).has_value());
}

TEST_CASE("grey is the luma of a colour", "[pages]") {
    const Bytes rgb{255, 255, 255, 0, 0, 0, 255, 0, 0};
    CHECK(grey_from_rgb(rgb) == Bytes{255, 0, 76});
}

TEST_CASE("a file is what its bytes are", "[files]") {
    struct Row {
        std::string bytes;
        const char* name;
        const char* outcome;
    };
    const std::string progressive = std::string(kJpeg).replace(21, 1, "\xC2");
    const auto row = GENERATE_COPY(values<Row>({
        {kJpeg, "page1.jpg", "image/jpeg"},
        {kJpeg, "PAGE1.JPEG", "image/jpeg"},
        {progressive, "page1.jpg", "image/jpeg"},
        {kPng, "page1.png", "image/png"},
        {kPdf, "page1.pdf", "application/pdf"},
        {kPdf, "папка.jpg/scan", "application/pdf"},  // no extension promises nothing
        {"", "page1.jpg", "empty"},
        {kPng, "page1.jpg", "not_what_it_says"},
        {kJpeg, "page1.pdf", "not_what_it_says"},
        {kJpeg, "page1.exe", "not_what_it_says"},
        {"MZ\x90", "page1.jpg", "not_what_it_says"},
        {"hello", "page1.txt", "unknown_type"},
        {"GIF89a", "page1", "unknown_type"},
    }));
    CAPTURE(row.name);
    CHECK(kind(row.bytes, row.name) == row.outcome);
}

TEST_CASE("a file that is cut off anywhere or damaged is refused", "[files]") {
    const auto cut_everywhere = [](const std::string& whole, std::size_t least, std::size_t most,
                                   const char* name) {
        for (std::size_t size = least; size < most; ++size) {
            CHECK(kind(whole.substr(0, size), name) == "truncated");
        }
    };
    cut_everywhere(kJpeg, 3, kJpeg.size(), "a.jpg");
    cut_everywhere(kPng, 8, kPng.size(), "a.png");
    cut_everywhere(kPdf, 5, kPdf.size() - 1, "a.pdf");  // without its last line end it is still whole
    for (std::size_t at = 8; at < kPng.size(); ++at) {
        std::string damaged = kPng;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        CHECK(kind(damaged, "a.png") == "truncated");
    }
    CHECK(kind("%PDF-9.9\n%%EOF", "a.pdf") == "truncated");
    CHECK(kind(std::string(kJpeg).replace(25, 2, "\x00\x00"s), "a.jpg") == "truncated");  // no height
}

TEST_CASE("a file over 20 MiB is refused before it is read", "[files]") {
    CHECK(check_file_size(kAttachmentLimit, "f").has_value());
    CHECK(check_file_size(kAttachmentLimit + 1, "f").error().fields.front().code == "too_large");
    CHECK(check_file_size(500ULL << 20, "f").error().fields.front().code == "too_large");
    CHECK(check_file_size(0, "f").error().fields.front().code == "empty");
}

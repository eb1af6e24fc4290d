#include "hw/fake/sample_pages.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace ardager::hw {
namespace {

constexpr int kWidth = 1165;   // 148 mm at 200 dpi
constexpr int kHeight = 1654;  // 210 mm
constexpr unsigned kDotsPerInch = 200;
// A page in a room with the lid open and the lamp off.
constexpr unsigned kDarkShare = 18;  // of 100
// Wide enough that handwriting of 3 mm cannot be read.
constexpr int kBlurRadius = 9;

struct Row {
    const char* label;
    const char* value;
};

struct PageText {
    const char* title;
    const char* subtitle;
    std::array<Row, 7> rows;
};

constexpr PageText kMilitaryId{"ӘСКЕРИ БИЛЕТ",
                               "ВОЕННЫЙ БИЛЕТ  НО 123456",
                               {{{"Тегі / Фамилия", "Ардагеров"},
                                 {"Аты / Имя", "Сынақ"},
                                 {"Әкесінің аты / Отчество", "Тестұлы"},
                                 {"Туған күні / Дата рождения", "09.05.1925"},
                                 {"Әскери атағы / Воинское звание", "қатардағы / рядовой"},
                                 {"Қызмет еткен бөлімі / Часть", "№ 00000"},
                                 {"Қызмет мерзімі / Срок службы", "1943–1945"}}}};

constexpr PageText kServiceCertificate{"АНЫҚТАМА",
                                       "СПРАВКА  № 0000",
                                       {{{"Тегі / Фамилия", "Ардагеров"},
                                         {"Аты / Имя", "Сынақ"},
                                         {"Әкесінің аты / Отчество", "Тестұлы"},
                                         {"Туған күні / Дата рождения", "09.05.1925"},
                                         {"Майдандағы армияда / В действующей армии", "1943–1945"},
                                         {"Бөлімі / Часть", "№ 00000"},
                                         {"Негізі / Основание", "мұрағат / архив"}}}};

/// An RGB24 drawing that lives as long as this object.
class Drawing {
public:
    Drawing()
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight), cairo_surface_destroy),
          cairo_(cairo_create(surface_.get()), cairo_destroy) {
        cairo_set_source_rgb(cairo_.get(), 0.97, 0.95, 0.88);
        cairo_paint(cairo_.get());
    }
    [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }

    void text(double x, double y, const char* font, const char* words) const {
        const std::unique_ptr<PangoLayout, decltype(&g_object_unref)> layout(
            pango_cairo_create_layout(cairo()), g_object_unref);
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> description(
            pango_font_description_from_string(font), pango_font_description_free);
        pango_layout_set_font_description(layout.get(), description.get());
        pango_layout_set_text(layout.get(), words, -1);
        cairo_move_to(cairo(), x, y);
        pango_cairo_show_layout(cairo(), layout.get());
    }
    [[nodiscard]] ScannedPage page() const {
        cairo_surface_flush(surface_.get());
        const auto* pixels = cairo_image_surface_get_data(surface_.get());
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
        ScannedPage page{kWidth, kHeight, kDotsPerInch, {}};
        page.rgb.reserve(std::size_t{kWidth} * kHeight * 3);
        for (std::size_t y = 0; y < kHeight; ++y) {
            for (std::size_t x = 0; x < kWidth; ++x) {
                std::uint32_t pixel = 0;
                std::memcpy(&pixel, pixels + y * stride + x * 4, sizeof pixel);
                for (const unsigned shift : {16U, 8U, 0U})
                    page.rgb.push_back(static_cast<std::uint8_t>(pixel >> shift));
            }
        }
        return page;
    }

private:
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo_;
};

void draw_stamp(const Drawing& drawing) {
    auto* cairo = drawing.cairo();
    cairo_save(cairo);
    cairo_set_source_rgba(cairo, 0.25, 0.25, 0.65, 0.75);
    cairo_set_line_width(cairo, 7);
    cairo_translate(cairo, 850, 1380);
    cairo_rotate(cairo, -0.2);
    cairo_arc(cairo, 0, 0, 150, 0, 6.2832);
    cairo_stroke(cairo);
    drawing.text(-76, -62, "Inter Bold 34", "ҮЛГІ");
    drawing.text(-104, 0, "Inter Bold 26", "ОБРАЗЕЦ");
    cairo_restore(cairo);
}

ScannedPage draw_document(const PageText& words) {
    const Drawing drawing;
    auto* cairo = drawing.cairo();
    cairo_set_source_rgb(cairo, 0.15, 0.15, 0.18);
    cairo_set_line_width(cairo, 5);
    cairo_rectangle(cairo, 50, 50, kWidth - 100, kHeight - 100);
    cairo_stroke(cairo);
    drawing.text(110, 110, "Inter Bold 46", words.title);
    drawing.text(110, 220, "Inter 28", words.subtitle);
    double y = 360;
    for (const auto& row : words.rows) {
        cairo_set_source_rgb(cairo, 0.30, 0.30, 0.33);
        drawing.text(110, y, "Inter 18", row.label);
        cairo_set_source_rgb(cairo, 0.10, 0.14, 0.45);  // ink
        drawing.text(130, y + 34, "Inter Italic 30", row.value);
        cairo_set_source_rgb(cairo, 0.15, 0.15, 0.18);
        cairo_set_line_width(cairo, 2);
        cairo_move_to(cairo, 110, y + 98);
        cairo_line_to(cairo, kWidth - 110, y + 98);
        cairo_stroke(cairo);
        y += 130;
    }
    draw_stamp(drawing);
    return drawing.page();
}

void darken(ScannedPage& page) {
    for (auto& value : page.rgb) value = static_cast<std::uint8_t>(value * kDarkShare / 100);
}

/// One line of pixels, `step` bytes apart, becomes the mean of its neighbours; the edge repeats.
void blur_line(std::uint8_t* first, int count, std::size_t step, std::vector<unsigned>& line) {
    const auto at = [&](int index) {
        return unsigned{first[static_cast<std::size_t>(std::clamp(index, 0, count - 1)) * step]};
    };
    unsigned sum = 0;
    for (int index = -kBlurRadius; index <= kBlurRadius; ++index) sum += at(index);
    for (int index = 0; index < count; ++index) {
        line[static_cast<std::size_t>(index)] = sum / (2 * kBlurRadius + 1);
        sum += at(index + kBlurRadius + 1) - at(index - kBlurRadius);
    }
    for (int index = 0; index < count; ++index)
        first[static_cast<std::size_t>(index) * step] =
            static_cast<std::uint8_t>(line[static_cast<std::size_t>(index)]);
}

void blur(ScannedPage& page) {
    std::vector<unsigned> line(std::max(kWidth, kHeight));
    const std::size_t row_bytes = std::size_t{kWidth} * 3;
    for (std::size_t colour = 0; colour < 3; ++colour) {
        for (std::size_t y = 0; y < kHeight; ++y)
            blur_line(&page.rgb[y * row_bytes + colour], kWidth, 3, line);
        for (std::size_t x = 0; x < kWidth; ++x)
            blur_line(&page.rgb[x * 3 + colour], kHeight, row_bytes, line);
    }
}

}  // namespace

ScannedPage draw_sample_page(SamplePage sample) {
    switch (sample) {
        case SamplePage::blank:
            return Drawing().page();
        case SamplePage::service_certificate:
            return draw_document(kServiceCertificate);
        case SamplePage::military_id:
            return draw_document(kMilitaryId);
        case SamplePage::dark: {
            auto page = draw_document(kMilitaryId);
            darken(page);
            return page;
        }
        case SamplePage::blurred: {
            auto page = draw_document(kMilitaryId);
            blur(page);
            return page;
        }
    }
    return Drawing().page();
}

}  // namespace ardager::hw

#include "ui/kit/glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>

#include "kiosk/base/text.h"
#include "ui/kit/kit_tuning.h"

namespace ardager::ui {
namespace {

constexpr const char* kInter = "/usr/share/fonts/opentype/inter/";
constexpr const char* kIcons =
    "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

std::uint64_t key_of(const Font& font, char32_t character) {
    return static_cast<std::uint64_t>(character) << 32U | static_cast<std::uint64_t>(font.weight) << 16U |
           static_cast<std::uint64_t>(font.size_px);
}

/// White pixels whose alpha is the glyph's coverage; the vertex colour tints them.
std::vector<std::uint32_t> white_pixels(const FT_Bitmap& bitmap) {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned y = 0; y < bitmap.rows; ++y) {
        const std::uint8_t* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
        for (unsigned x = 0; x < bitmap.width; ++x) {
            pixels[static_cast<std::size_t>(y) * bitmap.width + x] =
                static_cast<std::uint32_t>(row[x]) << 24U | 0xFFFFFFU;
        }
    }
    return pixels;
}

}  // namespace

Result<std::unique_ptr<Glyphs>> Glyphs::open(SDL_Renderer* renderer) {
    std::unique_ptr<Glyphs> glyphs(new Glyphs(renderer));
    if (FT_Init_FreeType(&glyphs->library_) != 0) return fail(Code::device, "FreeType does not start");
    for (const char* name : {"Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"}) {
        TRY(glyphs->add_face((std::string(kInter) + name).c_str(), "fonts-inter"));
    }
    TRY(glyphs->add_face(kIcons, "fonts-material-design-icons-iconfont"));
    return glyphs;
}

Glyphs::~Glyphs() {
    for (const Page& page : pages_) SDL_DestroyTexture(page.texture);
    for (FT_Face face : faces_) FT_Done_Face(face);
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

Result<void> Glyphs::add_face(const char* file, const char* package) {
    FT_Face face = nullptr;
    if (FT_New_Face(library_, file, 0, &face) != 0) {
        return fail(Code::device, std::string("font not found: install ") + package);
    }
    faces_.push_back(face);
    return {};
}

const Glyph& Glyphs::glyph(const Font& font, char32_t character) {
    const auto [found, added] = glyphs_.try_emplace(key_of(font, character));
    if (added) found->second = rasterise(font, character);
    return found->second;
}

Glyph Glyphs::rasterise(const Font& font, char32_t character) {
    FT_Face face = faces_[static_cast<std::size_t>(font.weight)];
    Glyph glyph;
    FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(font.size_px));
    const FT_UInt index = FT_Get_Char_Index(face, character);
    glyph.missing = index == 0;
    // Light hinting moves outlines only vertically: lines stay crisp and widths stay the designer's.
    if (FT_Load_Glyph(face, index, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT) != 0) return glyph;
    const FT_GlyphSlot slot = face->glyph;
    glyph.advance = static_cast<float>(slot->linearHoriAdvance) / 65536.0F;
    glyph.left = slot->bitmap_left;
    glyph.top = slot->bitmap_top;
    const int width = static_cast<int>(slot->bitmap.width);
    const int height = static_cast<int>(slot->bitmap.rows);
    if (width == 0 || height == 0) return glyph;
    const Glyph kept = keep(white_pixels(slot->bitmap), width, height);
    glyph.page = kept.page;
    glyph.source = kept.source;
    return glyph;
}

Glyph Glyphs::keep(const std::vector<std::uint32_t>& pixels, int width, int height) {
    const auto spot = place(width, height);
    if (!spot) return {};
    SDL_UpdateTexture(spot->first->texture, &spot->second, pixels.data(), width * 4);
    return {spot->first->texture, spot->second};
}

const Glyph& Glyphs::stamp(std::uint64_t key, int side, const std::function<float(float, float)>& coverage) {
    const auto [found, added] = stamps_.try_emplace(key);
    if (!added || side <= 0) return found->second;
    std::vector<std::uint32_t> pixels;
    pixels.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float share = coverage(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
            const auto alpha = static_cast<std::uint32_t>(std::lround(255 * std::clamp(share, 0.0F, 1.0F)));
            pixels.push_back(alpha << 24U | 0xFFFFFFU);
        }
    }
    return found->second = keep(pixels, side, side);
}

std::optional<std::pair<Glyphs::Page*, SDL_Rect>> Glyphs::place(int width, int height) {
    constexpr int kSide = tuning::kGlyphPageSide;
    if (!pages_.empty()) {
        Page& page = pages_.back();
        if (page.x + width + 1 > kSide) {
            page.x = 1;
            page.y += page.row_height + 1;
            page.row_height = 0;
        }
        if (page.y + height + 1 <= kSide && page.x + width + 1 <= kSide) {
            const SDL_Rect spot{page.x, page.y, width, height};
            page.x += width + 1;
            page.row_height = std::max(page.row_height, height);
            return std::pair{&page, spot};
        }
    }
    if (pages_.size() >= tuning::kMostGlyphPages || width + 2 > kSide || height + 2 > kSide) {
        full_ = true;
        return std::nullopt;
    }
    SDL_Texture* texture =
        SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, kSide, kSide);
    if (texture == nullptr) return std::nullopt;
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    pages_.push_back({texture});
    return place(width, height);
}

void Glyphs::forget() {
    for (const Page& page : pages_) SDL_DestroyTexture(page.texture);
    pages_.clear();
    glyphs_.clear();
    stamps_.clear();
    full_ = false;
}

float Glyphs::width(const Font& font, std::string_view text) {
    float total = 0;
    for (std::size_t at = 0; at < text.size();)
        total += glyph(font, next_character(text, at)).advance + font.spacing_px;
    return total;
}

float Glyphs::ascent(const Font& font) const {
    const FT_Face face = faces_[static_cast<std::size_t>(font.weight)];
    return static_cast<float>(face->ascender) * static_cast<float>(font.size_px) /
           static_cast<float>(face->units_per_EM);
}

}  // namespace ardager::ui

// Words to pixels: FreeType outlines of Inter and Material Icons, rasterised when first drawn and kept in
// texture pages. ImGui's own atlas must be complete before the first frame; this one holds only what a page
// shows, which makes the first frame fast and the memory small. Owned by the frame loop.
#pragma once

#include <SDL.h>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/base/result.h"

typedef struct FT_LibraryRec_* FT_Library;
typedef struct FT_FaceRec_* FT_Face;

namespace ardager::ui {

enum class Weight { regular, semibold, bold, icon };

/// A weight at a size in whole pixels of the em square.
struct Font {
    Weight weight = Weight::regular;
    int size_px = 29;
    float spacing_px = 0;  // added after each character
};

struct Glyph {
    SDL_Texture* page = nullptr;  // null for a space
    SDL_Rect source{};            // within the page, pixels
    int left = 0, top = 0;        // from the pen to the bitmap's left edge; from the base line up to its top
    float advance = 0;
    bool missing = false;  // the font has no such character
};

class Glyphs {
public:
    /// Error: device when a font file is missing, naming the Debian package that brings it.
    [[nodiscard]] static Result<std::unique_ptr<Glyphs>> open(SDL_Renderer* renderer);
    ~Glyphs();
    Glyphs(const Glyphs&) = delete;
    Glyphs& operator=(const Glyphs&) = delete;

    [[nodiscard]] const Glyph& glyph(const Font& font, char32_t character);
    /// A shape with soft edges that SDL's software renderer cannot draw: `coverage` says from 0 to 1 how much
    /// of the pixel with this centre it fills. Rasterised when first asked for and kept under `key`.
    [[nodiscard]] const Glyph& stamp(std::uint64_t key, int side,
                                     const std::function<float(float x, float y)>& coverage);
    [[nodiscard]] float width(const Font& font, std::string_view text);
    /// From the top of the line to the base line, pixels.
    [[nodiscard]] float ascent(const Font& font) const;
    /// Something asked for has found no place and is blank: the frame must be drawn again after forget().
    [[nodiscard]] bool full() const { return full_; }
    /// Lets everything go; what the next frame shows is rasterised again. Between frames only.
    void forget();

private:
    struct Page {
        SDL_Texture* texture = nullptr;
        int x = 1, y = 1, row_height = 0;
    };
    explicit Glyphs(SDL_Renderer* renderer) : renderer_(renderer) {}
    Result<void> add_face(const char* file, const char* package);
    Glyph rasterise(const Font& font, char32_t character);
    /// Puts white pixels of this coverage on a page; a glyph without page when there is no room.
    Glyph keep(const std::vector<std::uint32_t>& pixels, int width, int height);
    /// A free place, or nothing when the texture could not be made.
    std::optional<std::pair<Page*, SDL_Rect>> place(int width, int height);

    SDL_Renderer* renderer_;
    FT_Library library_ = nullptr;
    std::vector<FT_Face> faces_;  // in the order of Weight
    std::vector<Page> pages_;
    std::unordered_map<std::uint64_t, Glyph> glyphs_;
    std::unordered_map<std::uint64_t, Glyph> stamps_;
    bool full_ = false;
};

}  // namespace ardager::ui

// What a window shows: its last frame, a page that fades in, pictures of itself.
#include "kiosk/base/files.h"
#include "ui/kit/png_bytes.h"
#include "ui/kit/window_parts.h"

namespace ardager::ui {

void Window::Parts::present(Milliseconds at) {
    SDL_Renderer* to = renderer.get();
    SDL_RenderCopy(to, shown.get(), nullptr, nullptr);
    if (fade_from && at - *fade_from >= tuning::kPageFade) fade_from.reset();
    if (fade_from) {
        // The page comes out of its own ground; header, footer and keyboard stand still.
        const Box view = state->content_area();
        const SDL_FRect veil{view.x, view.y, view.width, view.height};
        const Rgba ground = state->themes[static_cast<std::size_t>(state->contrast)][Colour::background];
        const auto gone =
            static_cast<float>((at - *fade_from).count()) / static_cast<float>(tuning::kPageFade.count());
        const auto left = static_cast<Uint8>(std::lround(255 * std::clamp(1 - gone, 0.0F, 1.0F)));
        SDL_SetRenderDrawBlendMode(to, SDL_BLENDMODE_BLEND);
        SDL_SetRenderDrawColor(to, ground.red, ground.green, ground.blue, left);
        SDL_RenderFillRectF(to, &veil);
    }
    SDL_RenderPresent(to);
}

void Window::Parts::show_fade(Milliseconds at) {
    if (fade_from) present(at);
}

Result<Picture> Window::pixels() const {
    Picture picture;
    picture.width = static_cast<unsigned>(parts_->width());
    picture.height = static_cast<unsigned>(parts_->height());
    picture.rgb.resize(std::size_t{picture.width} * picture.height * 3);
    SDL_SetRenderTarget(parts_->renderer.get(), parts_->shown.get());
    const int read = SDL_RenderReadPixels(parts_->renderer.get(), nullptr, SDL_PIXELFORMAT_RGB24,
                                          picture.rgb.data(), static_cast<int>(picture.width) * 3);
    SDL_SetRenderTarget(parts_->renderer.get(), nullptr);
    if (read != 0) return sdl_fault("the picture cannot be read");
    return picture;
}

Result<void> Window::screenshot(const std::filesystem::path& file) const {
    const Picture picture = TRY(pixels());
    return write_file(file, TRY(png_bytes(picture.rgb, picture.width, picture.height, PixelKind::rgb)));
}

const std::vector<DrawnText>& Window::drawn_texts() const {
    return parts_->state->canvas.drawn_texts();
}

}  // namespace ardager::ui

#include "ui/kit/kit_state.h"

#include <imgui.h>

#include <cmath>

namespace ardager::ui {

KitState::KitState(SDL_Renderer* sdl_renderer, std::unique_ptr<Glyphs> own_glyphs, Theme calm_theme,
                   Theme high_theme, Box window_box, float pixels_per_mm)
    : renderer(sdl_renderer),
      glyphs(std::move(own_glyphs)),
      canvas(*glyphs, pixels_per_mm),
      calm(calm_theme),
      high(high_theme),
      window(window_box) {
    scene.pixels_per_mm = next.pixels_per_mm = pixels_per_mm;
}

KitState::~KitState() {
    for (const CachedPicture& picture : pictures) SDL_DestroyTexture(picture.texture);
}

void KitState::begin_frame(ImDrawList* draw_list) {
    list = draw_list;
    canvas.begin(list, contrast == Contrast::calm ? calm : high);
    list->ChannelsSplit(3);
    next = Scene{{}, scene.pixels_per_mm, {}};
    typing.keys.clear();
    unsettled = false;
    page_open = in_content = welcoming = false;
    footer_left = 0;
    layer = Layer::page;
    columns.clear();
    frames.clear();
    card_count = 0;
    flow = {};
}

bool KitState::end_frame() {
    ARDAGER_CHECK(!page_open && columns.empty() && frames.empty());
    list->ChannelsMerge();
    scene = std::move(next);
    tapped.reset();  // a widget that is no longer there cannot be tapped
    if (!unsettled) focus_moved = false;
    unsettled_frames = unsettled ? unsettled_frames + 1 : 0;
    return !unsettled || unsettled_frames >= tuning::kMostUnsettledFrames;
}

void KitState::handle(const TouchEvent& event) {
    const bool can_scroll = content_height > scene.viewport.height + 1;
    const TouchOutcome outcome = touch.handle(event, scene, can_scroll);
    if (outcome.scrolled_px != 0) scroll_by(outcome.scrolled_px);
    // Keys act at once, so that fast typing between two frames loses nothing.
    if (outcome.tapped && !typing.press_key(*outcome.tapped)) tapped = outcome.tapped;
    const auto pad = signatures.find(touch.captured());
    const SceneItem* item = scene.find(touch.captured());
    if (event.kind == TouchEvent::Kind::release) {
        for (auto& [id, edit] : signatures) {
            edit.finished = edit.finished || edit.stroke_open;
            edit.stroke_open = false;
        }
    } else if (pad != signatures.end() && item != nullptr) {
        SignatureEdit& edit = pad->second;
        if (event.kind == TouchEvent::Kind::press) edit.drawn.strokes.emplace_back();
        edit.stroke_open = true;
        auto& stroke = edit.drawn.strokes.back();
        const float mm = scene.pixels_per_mm;
        const PointMm point{std::clamp(event.x - item->box.x, 0.0F, item->box.width) / mm,
                            std::clamp(event.y - item->box.y, 0.0F, item->box.height) / mm};
        const bool far = stroke.empty() || std::hypot(point.x - stroke.back().x, point.y - stroke.back().y) >=
                                               tuning::kStrokeStepMm;
        if (far && stroke.size() < tuning::kMostStrokePoints) stroke.push_back(point);
    }
}

void KitState::handle(const TypingCommand& command) {
    typing.apply(command);
}

bool KitState::scroll_by(float pixels) {
    const float most = std::max(0.0F, content_height - scene.viewport.height);
    const float moved = std::clamp(scroll + pixels, 0.0F, most) - scroll;
    scroll += moved;
    for (SceneItem& item : scene.items) {
        if (item.scrolls) item.box.y -= moved;
    }
    return moved != 0;
}

bool KitState::reveal(std::string_view id) {
    const SceneItem* item = scene.find(id);
    if (item == nullptr || !item->scrolls) return false;
    const Box view = scene.viewport;
    const float margin = px(tuning::kGap);
    const float above = item->box.y - margin - view.y;
    const float below = item->box.y + item->box.height + margin - view.y - view.height;
    if (above < 0) return scroll_by(above);
    return below > 0 && scroll_by(std::min(below, above));
}

SceneItem& KitState::record(Role role, std::string_view id, std::string_view label, std::string_view spoken,
                            const Box& box, bool touchable, bool enabled) {
    SceneItem item;
    item.role = role;
    item.id = id;
    item.label = label;
    item.spoken = spoken.empty() ? label : spoken;
    if (carries_values(role))
        item.carries = Carries::words;
    else
        item.spoken_public = item.spoken;
    item.box = box;
    item.layer = static_cast<int>(layer);
    item.scrolls = in_content && layer == Layer::page;
    const Box view = item.scrolls ? next.viewport : window;
    item.clipped = box.y < view.y - 1 || box.y + box.height > view.y + view.height + 1 ||
                   box.x < view.x - 1 || box.x + box.width > view.x + view.width + 1;
    item.state.touchable = touchable;
    item.state.disabled = touchable && !enabled;
    item.state.pressed = touchable && enabled && is_pressed(id);
    item.state.focused = !id.empty() && typing.focus == id;
    next.items.push_back(std::move(item));
    return next.items.back();
}

bool KitState::take_tap(std::string_view id) {
    if (!tapped || *tapped != id) return false;
    tapped.reset();
    return true;
}

Box KitState::take(float height, float before, float after) {
    if (flow.gap_after >= 0) flow.y += std::max(flow.gap_after, before);
    flow.gap_after = after;
    const Box box{flow.x, flow.y, flow.width, height};
    flow.y += height;
    return box;
}

float KitState::measured(const std::string& key) const {
    const auto found = heights.find(key);
    return found == heights.end() ? 0 : found->second;
}

void KitState::measure(const std::string& key, float value) {
    float& known = heights[key];
    if (std::abs(known - value) > 0.5F) unsettled = true;
    known = value;
}

void KitState::select_layer(Layer new_layer) {
    layer = new_layer;
    list->ChannelsSetCurrent(static_cast<int>(layer));
}

SDL_Texture* KitState::texture_of(const Picture& picture) {
    for (const CachedPicture& cached : pictures) {
        if (cached.version == picture.version) return cached.texture;
    }
    const bool whole =
        picture.rgb.size() == std::size_t{3} * picture.width * picture.height && picture.width > 0;
    if (!whole) return nullptr;
    if (pictures.size() >= tuning::kMostPictures) {
        SDL_DestroyTexture(pictures.front().texture);
        pictures.erase(pictures.begin());
    }
    SDL_Texture* texture =
        SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGB24, SDL_TEXTUREACCESS_STATIC,
                          static_cast<int>(picture.width), static_cast<int>(picture.height));
    if (texture == nullptr) return nullptr;
    SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
    SDL_UpdateTexture(texture, nullptr, picture.rgb.data(), static_cast<int>(picture.width) * 3);
    pictures.push_back({picture.version, texture});
    return texture;
}

OutsideContent::OutsideContent(KitState& state) : state_(state), was_(state.in_content) {
    state_.in_content = false;
    state_.canvas.unclip(state_.window);
}

OutsideContent::~OutsideContent() {
    state_.canvas.end_clip();
    state_.in_content = was_;
}

}  // namespace ardager::ui

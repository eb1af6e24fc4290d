#include "ui/kit/kit_state.h"

#include <imgui.h>

#include <cmath>

#include "ui/kit/layout.h"

namespace ardager::ui {

KitState::KitState(SDL_Renderer* sdl_renderer, std::unique_ptr<Glyphs> own_glyphs,
                   const std::array<Theme, kContrasts>& all_themes, Box window_box, float pixels_per_mm)
    : renderer(sdl_renderer),
      glyphs(std::move(own_glyphs)),
      canvas(*glyphs, pixels_per_mm * layout_scale(window_box, pixels_per_mm)),
      themes(all_themes),
      window(window_box),
      wide(is_wide(window_box)) {
    scene.pixels_per_mm = next.pixels_per_mm = pixels_per_mm;
}

KitState::~KitState() {
    drop_pictures();
}

void KitState::begin_frame(ImDrawList* draw_list, Milliseconds at) {
    list = draw_list;
    now = at;
    if (!lingering.empty() && now >= linger_until) lingering.clear();
    glide();
    canvas.begin(list, themes[static_cast<std::size_t>(contrast)]);
    list->ChannelsSplit(3);
    next = Scene{{}, scene.pixels_per_mm, {}};
    typing.keys.clear();
    unsettled = false;
    page_open = in_content = welcoming = side_entered = false;
    footer_left = 0;
    back_id.clear();
    escape_id.clear();
    summary_first.clear();
    layer = Layer::page;
    columns.clear();
    frames.clear();
    card_count = 0;
    flow = {};
}

bool KitState::end_frame() {
    ARDAGER_CHECK(!page_open && columns.empty() && frames.empty());
    hold_target();
    keep_focus();
    if (by_keys) draw_focus_ring();
    list->ChannelsMerge();
    scene = std::move(next);
    tapped.reset();  // a widget that is no longer there cannot be tapped
    if (!unsettled && std::exchange(focus_moved, false)) moved_by_hand = false;
    if (unsettled && ++unsettled_frames < tuning::kMostUnsettledFrames) return false;
    unsettled_frames = 0;
    return true;
}

void KitState::handle(const TouchEvent& event) {
    const bool can_scroll = content_height > scene.viewport.height + 1;
    by_keys = false;
    const std::string held = touch.captured();
    const TouchOutcome outcome = touch.handle(event, scene, can_scroll);
    if (event.kind == TouchEvent::Kind::press) glide_px_per_s = 0;
    if (outcome.scrolled_px != 0) scroll_by(outcome.scrolled_px);
    if (motion && outcome.flung_px_per_s != 0) {
        glide_px_per_s =
            std::clamp(outcome.flung_px_per_s, -tuning::kMostGlidePxPerS, tuning::kMostGlidePxPerS);
        glide_at = now;
    }
    if (event.kind == TouchEvent::Kind::release) {
        if (std::exchange(held_px, 0.0F) != 0) unsettled = true;
        if (motion && !held.empty()) {
            lingering = held;
            linger_until = now + tuning::kPressLinger;
        }
    }
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

void KitState::glide() {
    if (glide_px_per_s == 0) return;
    const float seconds = static_cast<float>((now - glide_at).count()) / 1000;
    glide_at = now;
    const bool moved = scroll_by(glide_px_per_s * std::min(seconds, 0.1F));
    glide_px_per_s *= std::exp(-seconds / tuning::kGlideSeconds);
    const bool ended = std::abs(glide_px_per_s) < tuning::kLeastGlidePxPerS || (!moved && seconds > 0);
    if (ended) glide_px_per_s = 0;
}

void KitState::hold_target() {
    if (!touch.down() || touch.captured().empty() || touch.draws()) return;
    const SceneItem* item = next.find(touch.captured());
    if (item == nullptr || !item->scrolls) return;
    const float moved = item->box.y - touch.captured_box().y;
    if (std::abs(moved) < 0.5F) return;
    // A message has pushed the widget away from under the finger: the content waits until it leaves.
    held_px -= moved;
    unsettled = true;
}

std::optional<Milliseconds> KitState::next_motion() const {
    if (glide_px_per_s != 0) return glide_at + tuning::kMotionStep;
    if (!lingering.empty()) return linger_until;
    return std::nullopt;
}

bool KitState::scroll_by(float pixels) {
    const float most = std::max(0.0F, content_height - scene.viewport.height);
    held_px = 0;
    const float moved = std::clamp(scroll + pixels, 0.0F, most) - scroll;
    scroll += moved;
    moved_by_hand = true;
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
    item.state.focused = !id.empty() && (typing.focus == id || (by_keys && cursor == id));
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
    canvas.on_layer(static_cast<int>(layer));
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
    pictures.push_back({picture.version, texture, picture.rgb.size()});
    return texture;
}

void KitState::drop_pictures() {
    for (const CachedPicture& picture : pictures) SDL_DestroyTexture(picture.texture);
    pictures.clear();
}

std::size_t KitState::picture_bytes() const {
    std::size_t bytes = 0;
    for (const CachedPicture& picture : pictures) bytes += picture.bytes;
    return bytes;
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

// Columns, cards, dialogs, the dev dock and the session's wishes.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

void enter_column(KitState& state) {
    ColumnSet& set = state.columns.back();
    if (set.stacked) return;
    const float gap = state.px(kColumnGap);
    const float width =
        (set.outer.width - gap * static_cast<float>(set.count - 1)) / static_cast<float>(set.count);
    state.flow = {set.outer.x + (width + gap) * static_cast<float>(set.index), width, set.outer.y, -1};
}

void open_frame(KitState& state, const std::string& key, const Box& box, float inset) {
    state.frames.push_back({state.flow, box, key});
    state.flow = {box.x + inset, box.width - 2 * inset, box.y + inset, -1};
}

/// Ends a frame; its box with the height that its content took.
Frame close_frame(KitState& state, float inset) {
    ARDAGER_CHECK(!state.frames.empty());
    Frame frame = state.frames.back();
    state.frames.pop_back();
    frame.box.height = state.flow.y + inset - frame.box.y;
    state.measure(frame.key, frame.box.height);
    return frame;
}

/// Less on a low window, where a question with the largest words must find room.
float dialog_inset(const KitState& state) {
    return state.px(state.wide ? drawn(36) : drawn(56));
}

}  // namespace

void Kit::begin_columns(unsigned count) {
    ARDAGER_CHECK(count > 0);
    state_.enter_side();
    state_.take(0, state_.px(kGap), 0);
    const float width = state_.flow.width / static_cast<float>(count) - state_.px(kColumnGap);
    const bool stacked = count > 1 && width < state_.px(kLeastColumn) * state_.scale();
    state_.columns.push_back({state_.flow, count, 0, state_.flow.y, stacked});
    if (stacked) state_.flow.gap_after = -1;
    enter_column(state_);
}

void Kit::next_column() {
    ColumnSet& set = state_.columns.back();
    ARDAGER_CHECK(set.index + 1 < set.count);
    set.deepest = std::max(set.deepest, state_.flow.y);
    ++set.index;
    if (set.stacked) return;
    enter_column(state_);
}

void Kit::end_columns() {
    const ColumnSet set = state_.columns.back();
    state_.columns.pop_back();
    const float bottom = std::max(set.deepest, state_.flow.y);
    state_.flow = {set.outer.x, set.outer.width, bottom, state_.px(kGap)};
}

void Kit::begin_card() {
    const std::string key = "card_" + std::to_string(state_.card_count++);
    const Box box = state_.take(0);
    const Box ground{box.x, box.y, box.width, state_.measured(key)};
    state_.canvas.shadow(ground, state_.px(kCardRadius));
    state_.canvas.panel(ground, Colour::card, Colour::line, state_.px(kHairline), state_.px(kCardRadius));
    open_frame(state_, key, ground, state_.px(drawn(42)));
}

void Kit::end_card() {
    const Frame frame = close_frame(state_, state_.px(drawn(36)));
    state_.flow = {frame.outer.x, frame.outer.width, frame.box.y + frame.box.height, state_.px(kGap)};
}

void Kit::begin_dialog(std::string_view id, std::string_view escape_id) {
    const std::string key = "dialog_" + std::string(id);
    const float margin = state_.px(kHeaderMargin);
    const float height = state_.measured(key);
    const Box window = state_.window;
    const float width = std::min(window.width - 2 * margin, state_.px(kWidestDialog));
    const Box box{(window.width - width) / 2, std::max(margin / 2, (window.height - height) / 2), width,
                  height};
    state_.escape_id = escape_id;
    state_.select_layer(Layer::dialog);
    state_.canvas.unclip(window);
    state_.canvas.fill(window, Colour::shade, 0, 0.55F);
    state_.canvas.shadow(box, state_.px(kCardRadius));
    state_.canvas.panel(box, Colour::card, Colour::soft_border, state_.px(kStrongBorder),
                        state_.px(kCardRadius));
    state_.record(Role::dialog, id, {}, {}, box);
    open_frame(state_, key, box, dialog_inset(state_));
}

void Kit::end_dialog() {
    const Frame frame = close_frame(state_, dialog_inset(state_));
    state_.canvas.end_clip();
    state_.select_layer(Layer::page);
    state_.flow = frame.outer;
}

bool Kit::begin_dock(std::string_view id, std::string_view title, const DockOptions& options) {
    KitState& state = state_;
    ARDAGER_CHECK(!state.page_open);
    state.select_layer(Layer::dock);
    const Box window = state.window;
    const float width = std::min(state.px(options.width_mm), window.width * 0.9F);
    const float left = state.dock_open ? window.width - width : window.width;
    const float side = state.px(drawn(52));
    const Box handle{left - side, window.height * 0.42F, side, state.px(drawn(120))};
    const std::string handle_id = std::string(id) + "_handle";
    state.record(Role::button, handle_id, title, {}, handle, true);
    state.canvas.fill(handle, Colour::shade, state.px(kKeyRadius), 0.85F);
    state.canvas.icon_in(handle, state.dock_open ? Icon::chevron_right : Icon::build_circle, drawn(40),
                         Colour::card);
    if (state.take_tap(handle_id)) {
        state.dock_open = !state.dock_open;
        state.unsettled = true;
    }
    if (!state.dock_open) {
        state.select_layer(Layer::page);
        return false;
    }
    const Box drawer{window.width - width, 0, width, window.height};
    state.canvas.fill(drawer, Colour::card);
    state.canvas.border(drawer, Colour::line, state.px(kHairline));
    state.record(Role::table, id, title, {}, drawer, true);
    open_frame(state, "dock", drawer, state.px(drawn(20)));
    dock_heading(title);
    return true;
}

void Kit::dock_heading(std::string_view text) {
    const Font font = state_.canvas.font(Weight::bold, drawn(26));
    const Box box = state_.take(state_.px(drawn(34)), state_.px(drawn(14)), state_.px(drawn(6)));
    state_.record(Role::title, {}, text, {}, box);
    state_.canvas.text_in(box, font, Colour::ink, text, Align::left);
}

void Kit::dock_label(std::string_view label, std::string_view value) {
    const Font plain = state_.canvas.font(Weight::regular, kDockText);
    const Font strong = state_.canvas.font(Weight::semibold, kDockText);
    const Box box = state_.take(state_.px(drawn(30)), state_.px(drawn(4)), state_.px(drawn(4)));
    state_.record(Role::text, {}, std::string(label) + ": " + std::string(value), {}, box);
    state_.canvas.text_in(box, plain, Colour::muted_text, label, Align::left);
    state_.canvas.text_in(box, strong, Colour::ink, value, Align::right);
}

bool Kit::dock_button(std::string_view id, std::string_view label) {
    const Box box = state_.take(state_.px(drawn(52)), state_.px(drawn(10)), state_.px(drawn(10)));
    return button_in(state_, id, label, box,
                     {ButtonStyle::secondary, Icon::none, Icon::none, kDockText, true, true});
}

bool Kit::dock_toggle(std::string_view id, std::string_view label, bool on) {
    const Box box = state_.take(state_.px(drawn(52)), state_.px(drawn(10)), state_.px(drawn(10)));
    const ButtonLook look{on ? ButtonStyle::primary : ButtonStyle::secondary,
                          on ? Icon::check : Icon::none,
                          Icon::none,
                          kDockText,
                          true,
                          true};
    const bool tapped = button_in(state_, id, label, box, look);
    state_.next.items.back().role = Role::toggle;
    state_.next.items.back().state.selected = on;
    return tapped;
}

void Kit::end_dock() {
    const Frame frame = state_.frames.back();
    state_.frames.pop_back();
    state_.flow = frame.outer;
    state_.select_layer(Layer::page);
}

void Kit::set_text_size(TextSize size) {
    if (state_.text_size == size) return;
    state_.text_size = size;
    state_.unsettled = true;
}
TextSize Kit::text_size() const {
    return state_.text_size;
}

void Kit::set_contrast(Contrast contrast) {
    if (state_.contrast == contrast) return;
    state_.contrast = contrast;
    state_.unsettled = true;
}
Contrast Kit::contrast() const {
    return state_.contrast;
}

void Kit::forget_session() {
    state_.typing.forget();
    state_.signatures.clear();
    state_.drop_pictures();  // of scanned papers
    state_.cursor.clear();
    state_.pen.clear();
    state_.by_keys = false;
    state_.page_id.clear();
    set_text_size(TextSize::normal);
    set_contrast(Contrast::calm);
}

const Scene& Kit::scene() const {
    return state_.scene;
}

}  // namespace ardager::ui

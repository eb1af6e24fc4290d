// A page: its beginning, its end and the buttons at its foot.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"
#include "ui/kit/page_frame.h"

namespace ardager::ui {

using namespace tuning;

namespace {

/// The footer's place; draws its ground before the first button.
Box footer_box(KitState& state) {
    const float height = state.footer_height();
    const float left = state.rail_width();
    const Box box{left, state.window.height - state.utility_height() - height, state.window.width - left,
                  height};
    if (state.footer_left == 0) {
        state.canvas.shadow_above(box);
        state.canvas.fill(box, Colour::card);
        state.canvas.fill({box.x, box.y, box.width, state.px(kHairline)}, Colour::line);
    }
    return box;
}

Box footer_button_box(KitState& state, const Box& footer, float left, float width) {
    const float least = state.glass(kPrimaryTargetMm);
    const float inset = std::min(state.px(drawn(32)), (footer.height - least) / 2);
    return {left, footer.y + inset, width, footer.height - 2 * inset};
}

}  // namespace

void Kit::begin_page(std::string_view id, const PageHeader& header) {
    KitState& state = state_;
    ARDAGER_CHECK(!state.page_open);
    if (state.page_id != id) {
        state.page_id = id;
        state.scroll = state.content_height = 0;
        state.heights.clear();
        state.typing.forget();
        state.signatures.clear();
        state.touch.cancel();
        state.lingering.clear();
        state.cursor.clear();
        state.pen.clear();
        state.glide_px_per_s = state.held_px = 0;
        state.summary_shown = state.summary_pulled = state.moved_by_hand = false;
        state.page_changed = true;
        state.unsettled = true;
    }
    state.page_open = true;
    state.canvas.fill(state.window, Colour::background);
    state.record(Role::page, id, {}, {}, state.window);
    draw_header(state, header);
    state.open_content();
    state.canvas.clip(state.content_area());
    state.in_content = true;
}

Utility Kit::end_page(const UtilityLabels& labels) {
    KitState& state = state_;
    ARDAGER_CHECK(state.page_open);
    state.content_height = state.content_bottom() + state.scroll - state.held_px - state.next.viewport.y +
                           state.px(kContentBottom);
    state.in_content = false;
    state.canvas.end_clip();
    draw_scroll_arrows(state, labels);
    const float side = state.side_entered ? state.side_box().width : 0;
    state.measure("footer", state.footer_left > 0 ? state.footer_height() : 0);
    state.measure("keyboard", std::exchange(state.keyboard_height, 0.0F));
    state.measure("keyboard_beside", std::exchange(state.keyboard_width, 0.0F));
    state.measure("side", side);
    const float most = std::max(0.0F, state.content_height - state.next.viewport.height);
    if (state.scroll > most) {
        state.scroll = most;
        state.unsettled = true;
    }

    const Utility chosen = draw_utilities(state, labels);
    state.page_open = false;
    return chosen;
}

bool Kit::footer_back(std::string_view id, std::string_view label, Icon icon) {
    const OutsideContent outside(state_);
    const Box footer = footer_box(state_);
    const Font font = state_.frame_font(Weight::semibold, kButtonText);
    const float words = state_.canvas.width(font, label);
    const float sides = state_.px(drawn(icon == Icon::none ? 96 : 154)) * state_.frame_scale();
    const float most = footer.width * 0.5F;
    const Box box =
        footer_button_box(state_, footer, footer.x + state_.margin(), std::min(most, words + sides));
    state_.footer_left = box.x + box.width + state_.px(kColumnGap);
    state_.back_id = id;
    return button_in(state_, id, label, box,
                     {ButtonStyle::secondary, icon, Icon::none, kButtonText, true, true});
}

bool Kit::footer_main(std::string_view id, std::string_view label, Icon after, ButtonStyle style,
                      bool enabled) {
    const OutsideContent outside(state_);
    const Box footer = footer_box(state_);
    const float left = std::max(state_.footer_left, footer.x + state_.margin());
    const Box box = footer_button_box(state_, footer, left, footer.x + footer.width - state_.margin() - left);
    state_.footer_left = state_.window.width;
    // An arrow points on and stands after the words; any other sign names the deed and stands before them.
    const bool arrow = after == Icon::arrow_forward;
    return button_in(
        state_, id, label, box,
        {style, arrow ? Icon::none : after, arrow ? after : Icon::none, kButtonText, enabled, true});
}

}  // namespace ardager::ui

#include "ui/kit/layout.h"

#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

bool is_wide(const Box& window) {
    return window.width > window.height * 1.2F;
}

float layout_scale(const Box& window, float pixels_per_mm) {
    if (!is_wide(window)) return 1;
    return std::clamp(window.height / pixels_per_mm / kFullHeightMm, kLeastScale, 1.0F);
}

float KitState::header_height() const {
    return px(wide ? kWideHeaderHeight : kHeaderHeight);
}

bool KitState::header_gives_way() const {
    return wide && measured("keyboard") > 0;
}

float KitState::footer_height() const {
    if (!wide) return px(kFooterHeight);
    return std::max(px(kWideFooterHeight), glass(kPrimaryTargetMm + 2 * kTargetGapMm));
}

float KitState::utility_height() const {
    return wide ? 0 : px(kUtilityHeight);
}

float KitState::rail_width() const {
    return wide ? std::max(px(kRailWidth), glass(kPrimaryTargetMm)) : 0;
}

float KitState::margin() const {
    // The arrows of a long page stand in it.
    return wide ? std::max(px(kMargin), glass(kSmallestTargetMm + kTargetGapMm) + px(kSmallGap))
                : px(kMargin);
}

Box KitState::content_area() const {
    const float top = header_gives_way() ? 0 : header_height();
    const float foot = utility_height() + measured("footer") + measured("keyboard");
    const float right = window.width - measured("keyboard_beside");
    return {rail_width(), top, right - rail_width(), window.height - top - foot};
}

bool KitState::keyboard_beside() const {
    return wide && window.width - rail_width() - 3 * margin() >= px(kKeyboardWidth + kLeastQuestionWidth);
}

void KitState::open_content() {
    const Box area = content_area();
    const float whole = area.width - 2 * margin();
    const float top = area.y + px(wide ? kGap : kContentTop) - scroll + held_px;
    // The arrows' strip at the right stays free of content.
    next.viewport = {area.x, area.y, area.width - margin() + px(kFocusRing), area.height};
    const bool two_columns = measured("side") > 0;
    const float width = two_columns ? whole - measured("side") - px(kSideGap)
                                    : std::min(whole, wide ? px(kWidestColumn) : whole);
    const float left = two_columns ? area.x + margin() : area.x + margin() + (whole - width) / 2;
    flow = {left, width, top};
}

void KitState::enter_side() {
    const bool here = wide && layer == Layer::page && in_content && columns.empty() && frames.empty();
    // A keyboard beside the page leaves no room for a third column.
    if (!here || side_entered || measured("keyboard_beside") > 0) return;
    side_entered = true;
    main_bottom = flow.y;
    if (measured("side") == 0) return;  // known from the next pass on
    const Box box = side_box();
    flow = {box.x, box.width, box.y - scroll + held_px, -1};
}

Box KitState::side_box() const {
    const Box area = content_area();
    const float width = (area.width - 2 * margin()) * kSideShare;
    const float top = px(kGap);
    return {area.x + area.width - margin() - width, area.y + top, width,
            area.height - top - px(kContentBottom)};
}

float KitState::content_bottom() const {
    return side_entered ? std::max(flow.y, main_bottom) : flow.y;
}

}  // namespace ardager::ui

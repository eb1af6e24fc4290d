// The page's frame: header, scrolling content, footer, utility bar.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

void draw_header(KitState& state, const PageHeader& header) {
    Canvas& canvas = state.canvas;
    const float height = state.px(kHeaderHeight);
    const float margin = state.px(kHeaderMargin);
    canvas.fill({0, 0, state.window.width, height}, Colour::card);
    canvas.fill({0, height - state.px(kHairline), state.window.width, state.px(kHairline)}, Colour::line);
    const float side = state.px(drawn(68));
    const Box emblem{margin, (height - side) / 2, side, side};
    canvas.fill(emblem, Colour::primary, state.px(drawn(16)));
    canvas.icon_in(emblem, Icon::star, drawn(40), Colour::emblem);

    const float chip_width = chip_at(state, header.line, 0, 0, drawn(64), false);
    const float chip_left = state.window.width - margin - chip_width;
    const float words_left = emblem.x + side + state.px(drawn(20));
    const float room = chip_left - words_left - state.px(kSmallGap);
    // The chip keeps its words; the branch's own name is what may be cut by a narrow window.
    canvas.clip({words_left, 0, room, height});
    Font organisation = canvas.font(Weight::semibold, drawn(26));
    while (organisation.size_px > 1 && canvas.width(organisation, header.organisation) > room)
        --organisation.size_px;
    Font branch = canvas.font(Weight::regular, kFinePrintText);
    while (branch.size_px > 1 && canvas.width(branch, header.branch) > room) --branch.size_px;
    const float upper = state.px(drawn(23));
    const Box first{words_left, upper, room, state.px(drawn(36))};
    const Box second{words_left, upper + state.px(drawn(36)), room, state.px(drawn(28))};
    canvas.text_in(first, organisation, Colour::ink, header.organisation, Align::left);
    canvas.text_in(second, branch, Colour::muted_text, header.branch, Align::left);
    canvas.end_clip();
    state.record(Role::text, {}, header.organisation, {}, first);
    state.record(Role::text, {}, header.branch, {}, second);
    chip_at(state, header.line, chip_left, height / 2, drawn(64));
}

struct UtilityItem {
    Utility utility;
    const char* id;
    Icon icon;
    std::string_view label;
};

/// Draws one item in its box; true when tapped.
bool utility_item(KitState& state, const UtilityItem& item, const Box& box) {
    Canvas& canvas = state.canvas;
    SceneItem& scene = state.record(Role::button, item.id, item.label, {}, box, true);
    if (scene.state.pressed) canvas.fill(box, Colour::pressed);
    Font font = canvas.font(Weight::semibold, drawn(25));
    const float icon_side = state.px(drawn(38));
    const float gap = state.px(drawn(12));
    const float room = box.width - icon_side - gap - state.px(drawn(12));
    Paragraph words = lay_out(state, font, item.label, room, 1.18F);
    for (; words.text.broken_word && font.size_px > 1;
         words = lay_out(state, font, item.label, room, 1.18F)) {
        --font.size_px;
    }
    const float x = box.x + (box.width - icon_side - gap - words.text.widest) / 2;
    canvas.icon_in({x, box.y, icon_side, box.height}, item.icon, drawn(38), Colour::primary_text);
    draw_paragraph(state, words, font, Colour::primary_text, x + icon_side + gap,
                   box.y + (box.height - words.height) / 2, words.text.widest);
    return state.take_tap(item.id);
}

/// The footer's place; draws its ground before the first button.
Box footer_box(KitState& state) {
    const float height = state.px(kFooterHeight);
    const Box box{0, state.window.height - state.px(kUtilityHeight) - height, state.window.width, height};
    if (state.footer_left == 0) {
        state.canvas.fill(box, Colour::card);
        state.canvas.fill({box.x, box.y, box.width, state.px(kHairline)}, Colour::line);
    }
    return box;
}

Box footer_button_box(KitState& state, const Box& footer, float left, float width) {
    const float inset = state.px(drawn(32));
    return {left, footer.y + inset, width, footer.height - 2 * inset};
}

void draw_scroll_mark(KitState& state) {
    const Box view = state.next.viewport;
    if (state.content_height <= view.height + 1) return;
    const float share = view.height / state.content_height;
    const float width = state.px(drawn(10));
    const float top = view.y + view.height * state.scroll / state.content_height;
    state.canvas.fill({view.x + view.width - width * 2, top, width, view.height * share}, Colour::muted,
                      width / 2);
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
        state.unsettled = true;
    }
    state.page_open = true;
    state.canvas.fill(state.window, Colour::background);
    state.record(Role::page, id, {}, {}, state.window);
    draw_header(state, header);
    const float top = state.px(kHeaderHeight);
    const float foot = state.px(kUtilityHeight) + state.measured("footer") + state.measured("keyboard");
    state.next.viewport = {0, top, state.window.width, state.window.height - top - foot};
    state.canvas.clip(state.next.viewport);
    state.in_content = true;
    const float margin = state.px(kMargin);
    state.flow = {margin, state.window.width - 2 * margin, top + state.px(kContentTop) - state.scroll};
}

Utility Kit::end_page(const UtilityLabels& labels) {
    KitState& state = state_;
    ARDAGER_CHECK(state.page_open);
    state.content_height = state.flow.y + state.scroll - state.next.viewport.y + state.px(kContentBottom);
    state.in_content = false;
    state.canvas.end_clip();
    draw_scroll_mark(state);
    state.measure("footer", state.footer_left > 0 ? state.px(kFooterHeight) : 0);
    state.measure("keyboard", std::exchange(state.keyboard_height, 0.0F));
    const float most = std::max(0.0F, state.content_height - state.next.viewport.height);
    if (state.scroll > most) {
        state.scroll = most;
        state.unsettled = true;
    }

    const float height = state.px(kUtilityHeight);
    const Box bar{0, state.window.height - height, state.window.width, height};
    state.canvas.fill(bar, Colour::card);
    state.canvas.fill({bar.x, bar.y, bar.width, state.px(kHairline)}, Colour::line);
    std::vector items{
        UtilityItem{Utility::text_size, "utility_text_size", Icon::text_increase, labels.text_size},
        UtilityItem{Utility::contrast, "utility_contrast", Icon::contrast, labels.contrast},
        UtilityItem{Utility::read_aloud, "utility_read_aloud", Icon::volume_up, labels.read_aloud},
        UtilityItem{Utility::help, "utility_help", Icon::support_agent, labels.help},
        UtilityItem{Utility::language, "utility_language", Icon::language, labels.language}};
    std::erase_if(items, [](const UtilityItem& item) { return item.label.empty(); });
    Utility chosen = Utility::none;
    const float gap = state.px(drawn(8));
    const float margin = state.px(drawn(40));
    const float step = (bar.width - 2 * margin + gap) / static_cast<float>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Box box{margin + step * static_cast<float>(i), bar.y + state.px(kHairline), step - gap,
                      bar.height - state.px(kHairline)};
        if (utility_item(state, items[i], box)) chosen = items[i].utility;
    }
    state.page_open = false;
    return chosen;
}

bool Kit::footer_back(std::string_view id, std::string_view label, Icon icon) {
    const OutsideContent outside(state_);
    const Box footer = footer_box(state_);
    const Font font = state_.frame_font(Weight::semibold, kButtonText);
    const float words = state_.canvas.width(font, label);
    const float sides = state_.px(drawn(icon == Icon::none ? 96 : 154)) * state_.frame_scale();
    const float most = state_.window.width * 0.5F;
    const Box box = footer_button_box(state_, footer, state_.px(kMargin), std::min(most, words + sides));
    state_.footer_left = box.x + box.width + state_.px(kColumnGap);
    return button_in(state_, id, label, box,
                     {ButtonStyle::secondary, icon, Icon::none, kButtonText, true, true});
}

bool Kit::footer_main(std::string_view id, std::string_view label, Icon after, ButtonStyle style,
                      bool enabled) {
    const OutsideContent outside(state_);
    const Box footer = footer_box(state_);
    const float left = std::max(state_.footer_left, state_.px(kMargin));
    const Box box = footer_button_box(state_, footer, left, state_.window.width - state_.px(kMargin) - left);
    state_.footer_left = state_.window.width;
    // An arrow points on and stands after the words; any other sign names the deed and stands before them.
    const bool arrow = after == Icon::arrow_forward;
    return button_in(
        state_, id, label, box,
        {style, arrow ? Icon::none : after, arrow ? after : Icon::none, kButtonText, enabled, true});
}

}  // namespace ardager::ui

// Words on the page: titles, text, progress, notices, statements.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

struct TextLook {
    Weight weight;
    float em_mm;
    float leading;
    Colour colour;
    float before_mm = kGap, after_mm = kGap;
    Role role = Role::text;
};

void write(KitState& state, std::string_view words, const TextLook& look) {
    Font font = state.font(look.weight, look.em_mm);
    if (look.role == Role::title) font.spacing_px = static_cast<float>(font.size_px) * kTitleSpacing;
    const Paragraph paragraph = lay_out_whole(state, font, words, state.flow.width, look.leading);
    const Box box = state.take(paragraph.height, state.px(look.before_mm), state.px(look.after_mm));
    state.record(look.role, {}, words, {}, box).truncated = paragraph.text.broken_word;
    draw_paragraph(state, paragraph, font, look.colour, box.x, box.y, box.width);
}

}  // namespace

void Kit::welcome(std::string_view text) {
    state_.welcoming = true;
    write(state_, text,
          {Weight::bold, kWelcomeText, kTitleLeading, Colour::ink, drawn(36), drawn(56), Role::title});
}

void Kit::title(std::string_view text) {
    write(state_, text,
          {Weight::bold, kTitleText, kTitleLeading, Colour::ink, drawn(36), kTitleGap, Role::title});
}

void Kit::heading(std::string_view text) {
    write(state_, text, {Weight::bold, kHeadingText, 1.2F, Colour::ink, kSectionGap, drawn(20), Role::title});
}

void Kit::lead(std::string_view text) {
    const bool large = state_.welcoming;
    // A lead belongs to its title and stands closer to it than anything else would.
    if (!large) state_.flow.gap_after = std::min(state_.flow.gap_after, state_.px(drawn(18)));
    write(state_, text,
          {Weight::regular, large ? kWelcomeLeadText : kLeadText, 1.44F, Colour::muted_text, drawn(14),
           large ? drawn(110) : drawn(32)});
}

void Kit::lead(const OwnWords& words) {
    lead(words.shown);
    carry(state_.next.items.back(), Carries::words, words.shown, words.aloud);
}

void Kit::body(std::string_view text) {
    write(state_, text, {Weight::regular, kBodyText, kLeading, Colour::ink});
}

void Kit::body(const OwnWords& words) {
    body(words.shown);
    carry(state_.next.items.back(), Carries::words, words.shown, words.aloud);
}

void Kit::gap(Gap gap) {
    constexpr std::array kSizes{kSmallGap, kGap, kSectionGap, kLargeGap};
    state_.flow.gap_after = std::max(state_.flow.gap_after, state_.px(kSizes[static_cast<std::size_t>(gap)]));
}

void Kit::progress(unsigned step, unsigned of, std::string_view label) {
    ARDAGER_CHECK(of > 0 && step <= of);
    const std::string words = std::to_string(step) + "/" + std::to_string(of) + " · " + std::string(label);
    Font font = state_.font(Weight::semibold, kHintText);
    const Paragraph line = lay_out_whole(state_, font, words, state_.flow.width, 1.2F);
    const float bar_gap = state_.px(drawn(16));
    const float bar_height = state_.px(drawn(10));
    const Box box = state_.take(line.height + bar_gap + bar_height, state_.px(kGap), state_.px(drawn(36)));
    state_.record(Role::progress, {}, words, {}, box);
    draw_paragraph(state_, line, font, Colour::primary_text, box.x, box.y, box.width);
    Box bar{box.x, box.y + line.height + bar_gap, box.width, bar_height};
    state_.canvas.panel(bar, Colour::track, Colour::soft_border, state_.px(kHairline), bar_height / 2);
    bar.width *= static_cast<float>(step) / static_cast<float>(of);
    state_.canvas.fill(bar, Colour::primary, bar_height / 2);
}

void Kit::emblem(Icon icon) {
    state_.flow.gap_after = -1;  // it has its own place, whatever gap a page asked for at its top
    // Larger words take their room from above the mark before they make the page scroll.
    if (!state_.wide) state_.flow.y += state_.px(kWelcomeTop) * std::max(0.0F, 3 - 2 * state_.scale());
    const float side = state_.px(drawn(150));
    Box box = state_.take(side);
    box.width = side;
    state_.record(Role::image, {}, {}, {}, box);
    state_.canvas.fill(box, Colour::primary, state_.px(drawn(36)));
    state_.canvas.icon_in(box, icon, drawn(96), Colour::emblem);
}

void Kit::outcome(Tone tone, Icon icon) {
    const ToneColours colours = tone_colours(tone);
    const float side = state_.px(drawn(140));
    Box box = state_.take(side, state_.px(kGap), state_.px(drawn(36)));
    box.width = side;
    state_.record(Role::image, {}, {}, {}, box);
    state_.canvas.disc(box.x + side / 2, box.y + side / 2, side / 2, colours.soft);
    state_.canvas.ring(box.x + side / 2, box.y + side / 2, side / 2, Colour::soft_border,
                       state_.px(kHairline));
    state_.canvas.icon_in(box, icon, drawn(88), colours.strong);
}

void Kit::notice(Tone tone, std::string_view text, Icon icon) {
    const ToneColours colours = tone_colours(tone);
    Font font = state_.font(Weight::regular, kNoticeText);
    const float left = state_.px(drawn(32));
    const float icon_side = state_.px(drawn(42)) * state_.scale();
    const float words_left = left + icon_side + state_.px(drawn(22));
    const float words_width = state_.flow.width - words_left - left;
    const Paragraph words = lay_out_whole(state_, font, text, words_width, 1.41F);
    const float padding = state_.px(drawn(26));
    const Box box = state_.take(words.height + 2 * padding);
    state_.record(Role::notice, {}, text, {}, box).truncated = words.text.broken_word;
    state_.canvas.panel(box, colours.soft, Colour::soft_border, state_.px(kBorder), state_.px(kFieldRadius));
    state_.canvas.icon_in({box.x + left, box.y + padding, icon_side, words.line_height},
                          icon == Icon::none ? tone_icon(tone) : icon, drawn(42), colours.strong,
                          state_.scale());
    draw_paragraph(state_, words, font, colours.words, box.x + words_left, box.y + padding, words_width);
}

void Kit::notice(Tone tone, const OwnWords& words, Icon icon) {
    notice(tone, words.shown, icon);
    carry(state_.next.items.back(), Carries::words, words.shown, words.aloud);
}

void Kit::chip(const Chip& chip) {
    const Box box = state_.take(state_.px(drawn(64)), state_.px(kSmallGap), state_.px(kSmallGap));
    chip_at(state_, chip, box.x, box.y + box.height / 2, drawn(64));
}

}  // namespace ardager::ui

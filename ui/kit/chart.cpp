// A bar chart of figures against a limit: hours of a day, waiting minutes, the legal fifteen.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

/// The largest size, up to the font's, in which all words fit the room.
Font fitting(KitState& state, Font font, const std::vector<std::string_view>& words, float room) {
    for (const std::string_view one : words)
        while (font.size_px > 1 && state.canvas.width(font, one) > room) --font.size_px;
    return font;
}

double highest(const Chart& chart) {
    double most = chart.limit.value_or(0);
    for (const Chart::Bar& bar : chart.bars) most = std::max(most, bar.value);
    return most > 0 ? most : 1;
}

bool is_over(const Chart& chart, const Chart::Bar& bar) {
    return chart.limit && bar.value > *chart.limit;
}

std::string told(const Chart& chart) {
    std::string all = chart.title + ". ";
    for (const Chart::Bar& bar : chart.bars) {
        all.append(bar.label).append(": ").append(bar.said);
        if (is_over(chart, bar)) all.append(", ").append(chart.over_spoken);
        all += "; ";
    }
    if (chart.limit) all.append(chart.limit_label).append(".");
    return all;
}

void draw_bar(KitState& state, const Chart& chart, const Chart::Bar& bar, const Box& column, float tall) {
    Canvas& canvas = state.canvas;
    const float bottom = column.y + column.height;
    const bool over = is_over(chart, bar);
    if (tall >= 1) {
        const float radius = std::min(state.px(drawn(10)), tall);
        canvas.fill({column.x, bottom - tall, column.width, tall}, over ? Colour::danger : Colour::primary,
                    radius);
        // It stands on its line: the lower corners are square.
        canvas.fill({column.x, bottom - radius, column.width, radius},
                    over ? Colour::danger : Colour::primary);
    }
    if (!over) return;
    // Not by colour alone.
    const Font font = fitting(state, state.font(Weight::bold, kFinePrintText), {bar.said}, column.width);
    const float height = static_cast<float>(font.size_px) * kLeading;
    canvas.text_in({column.x, bottom - tall - height, column.width, height}, font, Colour::danger_text,
                   bar.said, Align::centre);
}

void draw_limit(KitState& state, const Chart& chart, const Box& area, float y) {
    const float line = state.px(kBorder);
    const float dash = line * 3;
    for (float x = area.x; x < area.x + area.width; x += 2 * dash)
        state.canvas.fill({x, y, std::min(dash, area.x + area.width - x), line}, Colour::danger);
    const Font font =
        fitting(state, state.font(Weight::semibold, kFinePrintText), {chart.limit_label}, area.width);
    const float height = static_cast<float>(font.size_px) * kLeading;
    state.canvas.text_in({area.x, y - height, area.width, height}, font, Colour::danger_text,
                         chart.limit_label, Align::right);
}

}  // namespace

void Kit::chart(std::string_view id, const Chart& chart) {
    KitState& state = state_;
    const Font small = state.font(Weight::regular, kFinePrintText);
    const float labels = static_cast<float>(small.size_px) * kLeading;
    const Box box = state.take(state.px(kChartHeight) + labels);
    SceneItem& item = state.record(Role::chart, id, chart.title, told(chart), box);
    item.spoken_public = item.spoken;  // figures of a hall, of no person
    // Over the highest bar or the limit there is room for its words.
    const Box area{box.x, box.y + labels, box.width, box.height - 2 * labels};
    const float per_unit = area.height / static_cast<float>(highest(chart));
    if (chart.limit)
        draw_limit(state, chart, area, area.y + area.height - static_cast<float>(*chart.limit) * per_unit);
    const float step = area.width / static_cast<float>(std::max<std::size_t>(1, chart.bars.size()));
    std::vector<std::string_view> words;
    for (const Chart::Bar& bar : chart.bars) words.emplace_back(bar.label);
    const Font font = fitting(state, small, words, step - state.px(drawn(4)));
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const Chart::Bar& bar = chart.bars[i];
        const float left = area.x + step * static_cast<float>(i);
        const Box column{left + step * 0.15F, area.y, step * 0.7F, area.height};
        draw_bar(state, chart, bar, column, static_cast<float>(std::max(0.0, bar.value)) * per_unit);
        state.canvas.text_in({left, area.y + area.height, step, labels}, font, Colour::muted_text, bar.label,
                             Align::centre);
    }
    const float line = state.px(kHairline);
    state.canvas.fill({area.x, area.y + area.height, area.width, line}, Colour::line);
}

}  // namespace ardager::ui

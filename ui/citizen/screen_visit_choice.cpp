#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

/// So many choices still stand under each other without scrolling, on a tablet too.
constexpr std::size_t kMostInOneColumn = 4;

/// The first, which stands for all, over two columns of the others.
Intent draw_in_columns(Kit& kit, const std::string& prefix, const std::vector<Option>& options) {
    Intent intent = draw_options(kit, prefix, {options.front()});
    const auto middle = options.begin() + static_cast<std::ptrdiff_t>(options.size() / 2 + 1);
    kit.begin_columns(2);
    intent = first_of(intent, draw_options(kit, prefix, {options.begin() + 1, middle}));
    kit.next_column();
    intent = first_of(intent, draw_options(kit, prefix, {middle, options.end()}));
    kit.end_columns();
    return intent;
}

}  // namespace

Intent draw_visit_choice(Kit& kit, const Text& text, const VisitChoiceView& view) {
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    const Intent intent = view.options.size() > kMostInOneColumn
                              ? draw_in_columns(kit, "visit_", view.options)
                              : draw_options(kit, "visit_", view.options);
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen

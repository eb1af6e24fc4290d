#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

std::string queue_sentence(const Text& text, const QueueView& queue) {
    const auto people = ui::with_count(*queue.people);
    if (!queue.minutes) return text(Key::start_queue_people, {people});
    return text(Key::start_queue, {people, {"minutes", *queue.minutes}});
}

}  // namespace

Intent draw_start(Kit& kit, const Text& text, const StartView& view) {
    Intent intent;
    kit.gap(ui::Gap::section);
    kit.gap(ui::Gap::section);
    kit.emblem(ui::Icon::military_tech);
    kit.welcome(text(Key::start_welcome));
    kit.lead(text(Key::start_lead));
    kit.gap(ui::Gap::section);
    for (const ui::Language language : ui::kLanguages) {
        const std::string code = ui::language_code(language);
        const std::string label = text.in(language)(Key::start_button);
        if (kit.start_button("start_" + code, label, language == ui::Language::kk))
            intent = {.act = Act::begin, .value = code};
    }
    kit.gap(ui::Gap::section);
    if (view.guard) {
        kit.notice(ui::Tone::warning, text(*view.guard), ui::Icon::info);
    } else if (view.queue.people.value_or(0) > 0) {
        kit.notice(ui::Tone::ok, queue_sentence(text, view.queue), ui::Icon::schedule);
    } else {
        kit.notice(ui::Tone::info, text(Key::start_prepare), ui::Icon::badge);
    }
    return intent;
}

}  // namespace ardager::citizen

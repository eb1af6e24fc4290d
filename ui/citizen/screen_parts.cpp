#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

void draw_step(Kit& kit, const Text& text, Step step) {
    constexpr unsigned kSteps = 7;
    static constexpr std::array kLabels{Key::step_consent, Key::step_identity,  Key::step_applicant,
                                        Key::step_contact, Key::step_documents, Key::step_check};
    const auto number = static_cast<unsigned>(step);
    kit.progress(number, kSteps, text(kLabels[number - 1]));
}

void draw_step(Kit& kit, const Text& text, const StepView& step) {
    if (step.of > 0) kit.progress(step.number, step.of, text(step.label));
}

void draw_slip_state(Kit& kit, const Text& text, const OutcomeView& view, Key take) {
    const Outcome& outcome = view.outcome;
    const Key failed = outcome.printed_again ? Key::slip_failed_again : Key::slip_failed;
    if (outcome.print == PrintState::failed)
        kit.notice(ui::Tone::warning, text(failed), ui::Icon::print);
    else if (view.printer_waits)
        kit.notice(ui::Tone::warning, text(Key::print_waits), ui::Icon::print);
    else
        kit.lead(text(outcome.print == PrintState::printed ? take : Key::slip_printing));
}

Intent draw_slip_footer(Kit& kit, const Text& text, const OutcomeView& view) {
    Intent intent;
    if (!view.outcome.printed_again && kit.footer_back("reprint", text(Key::reprint), ui::Icon::print))
        intent = {.act = Act::reprint};
    if (kit.footer_main("main", text(Key::done_in, {ui::with_count(view.seconds)}), ui::Icon::none))
        intent = {.act = Act::finish};
    return intent;
}

Intent draw_options(Kit& kit, const std::string& prefix, const std::vector<Option>& options) {
    Intent intent;
    for (const Option& option : options)
        if (kit.choice(prefix + option.id,
                       {.title = option.title, .chevron = option.opens, .selected = option.selected}))
            intent = chosen(option.id);
    return intent;
}

const char* field_id(Field field) {
    switch (field) {
        case Field::iin:
            return "iin";
        case Field::surname:
            return "surname";
        case Field::given_name:
            return "given_name";
        case Field::patronymic:
            return "patronymic";
        case Field::birth_date:
            return "birth_date";
        case Field::phone:
            return "phone";
        case Field::place:
            return "place";
        case Field::address:
            return "address";
        case Field::pickup_branch:
            return "pickup_branch";
        case Field::document_kind:
            return "document_kind";
        case Field::document_number:
            return "document_number";
        case Field::scan:
            return "scan";
        case Field::signature:
            return "signature";
        case Field::receipt_number:
            return "receipt_number";
        case Field::last_four:
            return "last_four";
        case Field::consent:
            return "consent";
        case Field::representative_iin:
            return "representative_iin";
        case Field::representative_name:
            return "representative_name";
        case Field::representative_phone:
            return "representative_phone";
        case Field::authority:
            return "authority";
        case Field::visit_who:
            return "visit_who";
        case Field::visit_requester:
            return "visit_requester";
        case Field::visit_reason:
            return "visit_reason";
        case Field::visit_days:
            return "visit_days";
        case Field::visit_time:
            return "visit_time";
        case Field::none:
            break;
    }
    return "";
}

void draw_errors(Kit& kit, const Text& text, const Errors& errors) {
    if (errors.empty()) return;
    std::vector<ui::FaultLine> lines;
    for (const FieldError& error : errors) lines.push_back({field_id(error.field), text(error.message)});
    (void)kit.error_summary(text(Key::errors_title), lines);  // the kit itself moves to the tapped field
}

std::string error_at(const Text& text, const Errors& errors, Field field) {
    for (const FieldError& error : errors)
        if (error.field == field) return text(error.message);
    return {};
}

Intent draw_footer(Kit& kit, const Text& text) {
    return draw_footer(kit, text, Key::next, Act::next);
}

Intent draw_footer(Kit& kit, const Text& text, Key main_label, Act main_act, ui::Icon icon) {
    // Both are drawn in every frame, also in the one in which the first was tapped.
    const bool back = kit.footer_back("back", text(Key::back));
    const bool main = kit.footer_main("main", text(main_label), icon);
    if (back) return {.act = Act::back};
    return {.act = main ? main_act : Act::none};
}

Intent typed(Field field, std::string value) {
    return {.act = Act::type, .field = field, .value = std::move(value)};
}

Intent chosen(std::string id) {
    return {.act = Act::choose, .value = std::move(id)};
}

Intent draw_keyboard(Kit& kit, const Text& text) {
    const bool done =
        kit.keyboard({text(Key::key_space), text(Key::key_done), text(Key::key_shift), text(Key::key_erase)});
    return done ? Intent{.act = Act::next} : Intent{};
}

Intent draw_offer(Kit& kit, const Text& text, const Offer& offer, const MenuChoice& choice) {
    if (!offer.open()) {
        kit.statement({ui::Tone::warning, choice.icon, text(choice.title), text(*offer.reason)});
        return {};
    }
    const bool tapped = kit.choice(choice.id, {choice.icon, text(choice.title), choice.hint, choice.primary});
    return {.act = tapped ? choice.act : Act::none};
}

void draw_keypad(Kit& kit, const Text& text) {
    kit.keypad({text(Key::key_clear), text(Key::key_erase)});
}

}  // namespace ardager::citizen

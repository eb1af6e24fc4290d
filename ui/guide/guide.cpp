#include "ui/guide/guide.h"

#include <algorithm>
#include <set>

#include "kiosk/base/text.h"
#include "ui/guide/disclosure.h"
#include "ui/guide/tuning.h"

namespace ardager::ui {
namespace {

constexpr int kDock = 2;

const std::string& id_of(const Scene& scene, Role role) {
    static const std::string kNone;
    for (const SceneItem& item : scene.items)
        if (item.role == role) return item.id;
    return kNone;
}

/// What a person can attend to: the dialog when there is one, else the page. Headers and the utility bar are
/// found by moving to them.
bool is_content(const SceneItem& item, bool dialog) {
    return dialog ? item.layer == 1 : item.layer == 0 && item.scrolls;
}

bool is_fault(const SceneItem& item) {
    return item.id.starts_with("fault_");
}

/// Read as words. An error at its field says the same as the summary's line.
bool is_reading(const SceneItem& item) {
    if (is_fault(item)) return true;
    if (item.state.touchable || item.state.error) return false;
    return item.role != Role::progress && item.role != Role::image && item.role != Role::page &&
           item.role != Role::dialog && item.role != Role::chip;
}

bool is_option(const SceneItem& item) {
    return item.state.touchable && !item.state.disabled &&
           (item.role == Role::choice || item.role == Role::button || item.role == Role::scan_tile ||
            item.role == Role::toggle);
}

/// Puts one utterance together; the last look at every sentence.
class Speech {
public:
    Speech(const Text& text, AudioOutput output, const Listener& listener)
        : text_(text), output_(output), listener_(listener) {}

    void say(const std::string& sentence, Language language) {
        const Text words = text_.in(language);
        auto key = words.key_of(sentence);
        std::string shown = sentence;
        // A sentence of the catalogue is everybody's, even where its example is somebody's birthday.
        if (!key && output_ != AudioOutput::headphones && discloses(sentence, listener_.own)) {
            key = Key::voice_on_screen;
            shown = words(*key);
        }
        said_.push_back({key ? key_name(*key) : "", words.spoken(shown),
                         static_cast<hw::VoiceLanguage>(static_cast<int>(language))});
    }
    void say(Key key) { say(text_(key), text_.language()); }
    void say(const SceneItem& item, Manner manner) {
        const Language language = language_of_item(item, text_.language());
        for (const auto& sentence : spoken_words(item, text_.in(language), output_, manner))
            say(sentence, language);
    }
    void say_page(const Scene& scene);
    void say_news(const Scene& scene, const Scene& last);
    void say_changes(const Scene& scene, const Scene& last);
    void say_typing(const Scene& scene, const Scene& last);
    [[nodiscard]] hw::Utterance take() { return std::move(said_); }

private:
    void say_way_on(const Scene& scene);
    [[nodiscard]] std::set<std::string> readings(const Scene& scene) const;
    [[nodiscard]] std::string reading(const SceneItem& item) const;

    const Text& text_;
    AudioOutput output_;
    const Listener& listener_;
    hw::Utterance said_;
};

void Speech::say_page(const Scene& scene) {
    const bool dialog = !id_of(scene, Role::dialog).empty();
    std::size_t options = 0;
    bool fields = false;
    for (const SceneItem& item : scene.items)
        if (is_content(item, dialog) && is_reading(item)) say(item, Manner::read);
    for (const SceneItem& item : scene.items) {
        if (!is_content(item, dialog)) continue;
        if (item.role == Role::field || item.role == Role::signature) {
            if (!std::exchange(fields, true)) say(Key::voice_fill);
            say(item, Manner::read);
        }
    }
    for (const SceneItem& item : scene.items) {
        if (!is_content(item, dialog) || !is_option(item) || options >= kMostSaidOptions) continue;
        if (options++ == 0) say(Key::voice_choose);
        say(item, Manner::read);
    }
    if (!dialog) say_way_on(scene);
}

void Speech::say_way_on(const Scene& scene) {
    const SceneItem* main = scene.find("main");
    if (main == nullptr || !main->state.touchable || main->state.disabled) return;
    say(text_(Key::voice_go_on, {{"label", main->spoken_public}}), text_.language());
}

std::string Speech::reading(const SceneItem& item) const {
    std::string all;
    for (const auto& sentence : spoken_words(item, text_, output_, Manner::read)) all += sentence + "\n";
    return all;
}

std::set<std::string> Speech::readings(const Scene& scene) const {
    std::set<std::string> all;
    for (const SceneItem& item : scene.items) all.insert(reading(item));
    return all;
}

/// Words that were not there before: an error, a notice, the next page to scan, the printer's answer.
void Speech::say_news(const Scene& scene, const Scene& last) {
    const bool dialog = !id_of(scene, Role::dialog).empty();
    const auto known = readings(last);
    for (const SceneItem& item : scene.items) {
        const bool tells = is_reading(item) || item.role == Role::scan_tile;
        if (is_content(item, dialog) && tells && !known.contains(reading(item))) say(item, Manner::read);
    }
}

/// Where the focus went, what was chosen or switched.
void Speech::say_changes(const Scene& scene, const Scene& last) {
    for (const SceneItem& item : scene.items) {
        if (item.id.empty() || item.layer == kDock) continue;
        const SceneItem* before = last.find(item.id);
        const bool focused = item.state.focused && (before == nullptr || !before->state.focused);
        const bool changed = before != nullptr && before->state.selected != item.state.selected &&
                             (item.state.selected || item.role == Role::toggle);
        if (focused)
            say(item, Manner::touch);
        else if (changed)
            say(item, Manner::read);
    }
}

/// Typed characters come back in headphones only.
void Speech::say_typing(const Scene& scene, const Scene& last) {
    if (output_ != AudioOutput::headphones) return;
    for (const SceneItem& item : scene.items) {
        const SceneItem* before = item.role == Role::field ? last.find(item.id) : nullptr;
        if (before == nullptr || before->value == item.value) continue;
        if (item.value.starts_with(before->value))
            say(Text::spelled(std::string_view(item.value).substr(before->value.size())), text_.language());
        else
            say(Key::voice_erased);
    }
}

/// The seconds that are worth saying have been reached since the last look.
bool is_said_second(std::optional<unsigned> before, std::optional<unsigned> now) {
    if (!before || !now) return false;
    return std::any_of(kSaidSeconds.begin(), kSaidSeconds.end(),
                       [&](unsigned second) { return *now <= second && *before > second; });
}

}  // namespace

std::optional<hw::Utterance> Guide::look(const Scene& scene, const Text& text, const Listener& listener) {
    if (output_ == AudioOutput::none) return std::nullopt;
    const unsigned level = std::exchange(level_, listener.level);
    Speech speech(text, output_, listener);
    if (listener.level == 0) {
        forget();
        if (level == 0) return std::nullopt;
        speech.say(Key::voice_off);
        return speech.take();
    }
    const Scene last = std::exchange(last_, scene);
    const Language language = std::exchange(language_, text.language());
    const auto seconds = std::exchange(seconds_, listener.seconds_left);
    const std::string& dialog = id_of(scene, Role::dialog);
    const bool same_page = language == text.language() && id_of(last, Role::page) == id_of(scene, Role::page);
    if (level == 0) {
        speech.say(Key::voice_on);
        speech.say_page(scene);
    } else if (level != listener.level) {
        speech.say(Key::voice_louder);
    } else if (!same_page || (dialog != id_of(last, Role::dialog) && !dialog.empty())) {
        speech.say_page(scene);
    } else if (dialog != id_of(last, Role::dialog)) {
        // Back from a question: the page was read before.
        for (const SceneItem& item : scene.items)
            if (item.role == Role::title && is_content(item, false)) speech.say(item, Manner::read);
    } else if (is_said_second(seconds, seconds_)) {
        speech.say(text(Key::voice_seconds_left, {with_count(*seconds_)}), text.language());
    } else {
        if (!seconds_) speech.say_news(scene, last);  // the countdown changes a question's words each second
        speech.say_changes(scene, last);
        speech.say_typing(scene, last);
    }
    auto said = speech.take();
    if (said.empty()) return std::nullopt;
    return said;
}

void Guide::forget() {
    level_ = 0;
    last_ = {};
    seconds_.reset();
}

}  // namespace ardager::ui

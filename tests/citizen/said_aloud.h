// What a loudspeaker would say of a citizen's page: every item has words, and none of them is the sample
// person's.
#pragma once

#include "session.h"
#include "ui/guide/disclosure.h"
#include "ui/guide/guide.h"

namespace ardager::citizen {

/// Everything of the sample person that a page could show.
inline std::vector<std::string> sample_secrets() {
    return {kIin,         "Ардагеров",  "Сынақ",     "Тестұлы",    "ARDAGEROV",      "SYNAQ",
            "7010000000", "Ержанов",    "123456",    "09.05.1925", "09051925",       "9 мамыр 1925",
            "9 мая 1925", "9 May 1925", "052345671", "5-пәтер",    "KRG03-K1-261123"};
}

/// What is wrong, one line each; empty when a loudspeaker may read this scene.
inline std::string spoken_faults(const ui::Scene& scene, const ui::Text& text) {
    using ui::AudioOutput;
    std::string found;
    for (const ui::SceneItem& item : scene.items) {
        const auto words = ui::spoken_words(item, text, AudioOutput::loudspeaker, ui::Manner::touch);
        const bool shows = item.state.touchable || item.role == ui::Role::text || !item.label.empty();
        if (shows && words.empty()) found += "says nothing: " + item.id + " " + item.label + "\n";
        for (const auto& sentence : words)  // the catalogue's own examples are nobody's
            if (!text.key_of(sentence) && ui::discloses(sentence, sample_secrets()))
                found += "discloses: " + item.id + " " + sentence + "\n";
    }
    // And the guide itself, reading the page to somebody who has just switched it on.
    ui::Guide guide(AudioOutput::loudspeaker);
    const auto said = guide.look(scene, text, {.level = 1});
    if (!said) return found + "the guide says nothing\n";
    for (const auto& part : *said)
        if (part.clip.empty() && ui::discloses(part.text, sample_secrets()))
            found += "the guide discloses: " + part.text + "\n";
    return found;
}

}  // namespace ardager::citizen

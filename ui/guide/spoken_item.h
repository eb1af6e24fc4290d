// One item of the scene in a voice's words: what it is called, what it is, how it stands. Through a
// loudspeaker nothing that the item carries is said. Pure.
#pragma once

#include "ui/kit/scene.h"
#include "ui/text/text.h"

namespace ardager::ui {

/// How sound leaves the kiosk. Whoever stands near hears a loudspeaker.
enum class AudioOutput { none, loudspeaker, headphones };

enum class Manner {
    read,   // as a part of the page
    touch,  // as what the focus is on: with its role
};

/// Sentences and phrases in order, as shown: `ЖСН`, `12 цифр енгізілді`, `толтырылатын өріс`. Never empty for
/// an item that shows or does something; empty for ornaments.
[[nodiscard]] std::vector<std::string> spoken_words(const SceneItem& item, const Text& text,
                                                    AudioOutput output, Manner manner);

/// The language in which an item's words are written. Ids of what stands in another language than the page
/// end in its code: `start_ru`, `language_en`.
[[nodiscard]] Language language_of_item(const SceneItem& item, Language page);

}  // namespace ardager::ui

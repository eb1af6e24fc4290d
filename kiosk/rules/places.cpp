#include "kiosk/rules/places.h"

#include "kiosk/rules/person.h"
#include "kiosk/rules/toml_reader.h"

namespace ardager {

Result<Places> Places::load(const std::filesystem::path& file) {
    const std::string shown = file.filename().string();
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader reader(table, shown);
    Places places;
    for (auto& entry : TRY(reader.tables("place"))) {
        Place place;
        place.kato = TRY(entry.text("kato"));
        place.kk = TRY(entry.text("kk"));
        place.ru = TRY(entry.text("ru"));
        TRY(entry.finish());
        if (!check_kato(place.kato)) return entry.fault("kato", "must be 9 digits");
        const std::string kato = place.kato;
        if (!places.places_.emplace(kato, std::move(place)).second) {
            return entry.fault("kato", "stands twice");
        }
    }
    TRY(reader.finish());
    return places;
}

const Place* Places::find(std::string_view kato) const {
    const auto found = places_.find(kato);
    return found == places_.end() ? nullptr : &found->second;
}

}  // namespace ardager

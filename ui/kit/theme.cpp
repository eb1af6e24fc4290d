#include "ui/kit/theme.h"

#include <toml++/toml.h>

#include <charconv>
#include <cmath>

#include "kiosk/base/bytes.h"
#include "kiosk/base/files.h"
#include "ui/kit/kit_tuning.h"

namespace ardager::ui {
namespace {

constexpr std::array<std::string_view, kColourCount> kColourNames{
#define ARDAGER_COLOUR_NAME(name) #name,
    ARDAGER_COLOURS(ARDAGER_COLOUR_NAME)
#undef ARDAGER_COLOUR_NAME
};

Result<Rgba> parse_colour(const std::optional<std::string>& text) {
    if (!text) return fail(Code::invalid_input, "is missing");
    if (*text == "none") return Rgba{0, 0, 0, 0};
    if (text->size() != 7 || text->front() != '#') return fail(Code::invalid_input, "is not #RRGGBB");
    const auto bytes = from_hex(text->substr(1));
    if (!bytes) return fail(Code::invalid_input, "is not #RRGGBB");
    return Rgba{(*bytes)[0], (*bytes)[1], (*bytes)[2], 255};
}

Result<toml::table> read_table(const std::filesystem::path& file) {
    const Bytes bytes = TRY(read_file(file, tuning::kLargestThemeBytes));
    try {
        return toml::parse(as_text(bytes));
    } catch (const toml::parse_error& error) {
        return fail(Code::invalid_input, file.filename().string() + ":" +
                                             std::to_string(error.source().begin.line) + ": " +
                                             std::string(error.description()));
    }
}

double luminance(Rgba colour) {
    const auto linear = [](std::uint8_t value) {
        const double share = value / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

Result<Theme> load_theme(const std::filesystem::path& file) {
    const toml::table table = TRY(read_table(file));
    const std::string name = file.filename().string();
    Theme theme;
    for (std::size_t i = 0; i < kColourCount; ++i) {
        const auto colour = parse_colour(table[kColourNames[i]].value<std::string>());
        if (!colour) {
            return fail(Code::invalid_input,
                        name + ": " + std::string(kColourNames[i]) + " " + colour.error().detail);
        }
        theme.colours[i] = *colour;
    }
    for (const auto& [key, value] : table) {
        if (std::find(kColourNames.begin(), kColourNames.end(), key.str()) != kColourNames.end()) continue;
        return fail(Code::invalid_input, name + ": unknown role " + std::string(key.str()));
    }
    return theme;
}

double contrast_ratio(Rgba one, Rgba other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace ardager::ui

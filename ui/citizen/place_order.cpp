#include "ui/citizen/place_order.h"

#include <algorithm>
#include <string>

#include "kiosk/base/text.h"

namespace ardager::citizen {
namespace {

/// Each letter's capital and small form; Russian letters stand where the Kazakh alphabet has them.
constexpr std::u32string_view kAlphabet =
    U"АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя";

/// Signs and spaces come before all letters, so that a town stands before its districts.
std::size_t place_of(char32_t character) {
    const auto at = kAlphabet.find(character);
    return at == std::u32string_view::npos ? 0 : at / 2 + 1;
}

std::u32string sorted_by(std::string_view name) {
    constexpr std::string_view kTown = "г. ";
    if (name.starts_with(kTown)) name.remove_prefix(kTown.size());
    std::u32string letters;
    for (std::size_t at = 0; at < name.size();)
        letters += static_cast<char32_t>(place_of(next_character(name, at)));
    return letters;
}

}  // namespace

bool stands_before(std::string_view name, std::string_view other) {
    return sorted_by(name) < sorted_by(other);
}

}  // namespace ardager::citizen

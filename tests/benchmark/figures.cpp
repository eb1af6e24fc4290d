#include "tests/benchmark/figures.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace ardager::bench {
namespace {

std::string shown(double value) {
    char text[32];
    const char* format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string shown(const Spread& spread) {
    return shown(spread.median) + " (" + shown(spread.least) + "–" + shown(spread.most) + ")";
}

/// Columns count characters, not bytes.
std::string padded(const std::string& text, std::size_t width) {
    const auto size = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    return text + std::string(size < width ? width - size : 1, ' ');
}

Json to_json(const Spread& spread) {
    return {{"median", spread.median}, {"min", spread.least}, {"max", spread.most}};
}

}  // namespace

Spread spread_of(std::vector<double> values) {
    ARDAGER_CHECK(!values.empty());
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return {median, values.front(), values.back()};
}

std::vector<double> Figure::ratios() const {
    std::vector<double> out;
    for (std::size_t i = 0; i < baseline.size(); ++i) out.push_back(ours[i] / baseline[i]);
    return out;
}

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void Report::add(Figure figure) {
    ARDAGER_CHECK(figure.baseline.empty() || figure.baseline.size() == figure.ours.size());
    figures_.push_back(std::move(figure));
}

void Report::note(std::string sentence) {
    notes_.push_back(std::move(sentence));
}

std::string Report::table() const {
    std::string out = padded("", 2) + padded("figure", 50) + padded("ours: median (min–max)", 34) +
                      padded("baseline", 54) + padded("ratio", 24) + "target\n";
    std::string group;
    for (const auto& figure : figures_) {
        if (figure.group != group) out += (group = figure.group) + "\n";
        out += "  " + padded(figure.name, 50) + padded(shown(spread_of(figure.ours)) + " " + figure.unit, 34);
        const bool compared = !figure.baseline.empty();
        out += padded(compared ? figure.baseline_name + " " + shown(spread_of(figure.baseline)) : "—", 54);
        out += padded(compared ? shown(spread_of(figure.ratios())) : "—", 24);
        out += (figure.target.empty() ? "—" : figure.target) + "\n";
    }
    for (const auto& sentence : notes_) out += "note: " + sentence + "\n";
    return out;
}

Json Report::json() const {
    Json figures = Json::array();
    for (const auto& figure : figures_) {
        Json row{{"group", figure.group},
                 {"name", figure.name},
                 {"unit", figure.unit},
                 {"target", figure.target},
                 {"repetitions", figure.ours.size()},
                 {"ours", to_json(spread_of(figure.ours))}};
        if (!figure.baseline.empty()) {
            row["baseline"] = to_json(spread_of(figure.baseline));
            row["baseline"]["name"] = figure.baseline_name;
            row["ratio"] = to_json(spread_of(figure.ratios()));
        }
        figures.push_back(std::move(row));
    }
    return {{"figures", std::move(figures)}, {"notes", notes_}};
}

void give_up(const Error& error) {
    throw std::runtime_error(std::string(code_name(error.code)) + ": " + error.detail);
}

}  // namespace ardager::bench

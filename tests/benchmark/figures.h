// What a benchmark found: each figure measured several times in turn with its baseline, told as median and
// range. One thread.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/base/json.h"

namespace ardager::bench {

struct Spread {
    double median = 0;
    double least = 0;
    double most = 0;
};
/// Of at least one value.
[[nodiscard]] Spread spread_of(std::vector<double> values);

/// Values of one figure. With a baseline there are as many of its values, measured in turn with ours.
struct Figure {
    std::string group;
    std::string name;
    std::string unit;
    std::vector<double> ours;
    std::string baseline_name;  // empty: the figure stands alone
    std::vector<double> baseline;
    std::string target;  // in words; empty when there is none

    /// ours ÷ baseline of each repetition; empty without a baseline.
    [[nodiscard]] std::vector<double> ratios() const;
};

/// Seconds that the work takes.
[[nodiscard]] double seconds_of(const std::function<void()>& work);

class Report {
public:
    void add(Figure figure);
    /// What a reader must know and no figure says: a peer that is missing, a load.
    void note(std::string sentence);
    [[nodiscard]] std::string table() const;
    [[nodiscard]] Json json() const;

private:
    std::vector<Figure> figures_;
    std::vector<std::string> notes_;
};

/// Ends the program with the error's sentence: a benchmark that cannot run has no figure to give.
[[noreturn]] void give_up(const Error& error);
template <class T>
T need(Result<T> result) {
    if (!result) give_up(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace ardager::bench

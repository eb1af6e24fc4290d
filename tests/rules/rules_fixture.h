// What the rules' tests share: the real data of assets/, and a folder that is gone after the test.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "kiosk/base/source_folder.h"
#include "kiosk/rules/due.h"

namespace ardager {

inline const Calendar& real_calendar() {
    static const Calendar calendar = Calendar::load(source_folder("assets/calendars")).value();
    return calendar;
}

inline const Standards& real_standards() {
    static const Standards standards = [] {
        auto loaded = Standards::load(source_folder("assets/standards"));
        INFO((loaded ? "" : loaded.error().detail));
        REQUIRE(loaded.has_value());
        return std::move(*loaded);
    }();
    return standards;
}

inline const Standard& veteran_certificate() {
    return **real_standards().version("veteran-certificate", "2025-03");
}

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "ardager-rules-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::trunc) << text;
    }

private:
    std::filesystem::path path_;
};

}  // namespace ardager

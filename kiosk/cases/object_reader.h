// Reads the JSON files that people hand in, strictly: each known key once, faults collected with their
// fields. Inside kiosk/cases only; lives during one reading.
#pragma once

#include <algorithm>

#include "kiosk/base/json.h"

namespace ardager {

/// Walks one object: each known key once, then complains about the rest. Faults are collected, not thrown.
class ObjectReader {
public:
    /// `name` stands for the whole where there is no path.
    ObjectReader(const Json& value, std::string path, std::vector<FieldFault>& faults,
                 std::string name = "file")
        : value_(value), path_(std::move(path)), name_(std::move(name)), faults_(faults) {
        if (!value.is_object()) fault("", "type", "must be an object");
    }
    ~ObjectReader() {
        if (!value_.is_object()) return;
        for (const auto& [key, unused] : value_.items())
            if (std::find(known_.begin(), known_.end(), key) == known_.end())
                faults_.push_back({at(key), "unknown", "is not known here"});
    }
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;

    /// Nothing when the key is not there; its absence is a fault unless it may be left out.
    [[nodiscard]] const Json* find(const char* key, bool required = true) {
        known_.emplace_back(key);
        if (!value_.is_object()) return nullptr;
        const auto found = value_.find(key);
        if (found != value_.end()) return &*found;
        if (required) fault(key, "missing", "is missing");
        return nullptr;
    }
    void text(const char* key, std::string& out, bool required = true) {
        const auto* found = find(key, required);
        if (found == nullptr || (!required && found->is_null())) return;
        if (found->is_string())
            out = found->get<std::string>();
        else
            fault(key, "type", "must be a text");
    }
    void flag(const char* key, bool& out) {
        const auto* found = find(key);
        if (found == nullptr) return;
        if (found->is_boolean())
            out = found->get<bool>();
        else
            fault(key, "type", "must be true or false");
    }
    void fault(const std::string& key, const char* code, const char* message) {
        faults_.push_back({at(key), code, message});
    }
    [[nodiscard]] std::string at(const std::string& key) const {
        if (key.empty()) return path_.empty() ? name_ : path_;
        return path_.empty() ? key : path_ + "." + key;
    }

private:
    const Json& value_;
    std::string path_;
    std::string name_;
    std::vector<FieldFault>& faults_;
    std::vector<std::string> known_;
};

}  // namespace ardager

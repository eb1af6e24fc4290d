#include "kiosk/base/json.h"

#include <optional>

#include "kiosk/base/text.h"

namespace ardager {
namespace {

constexpr std::size_t kMostDepth = 32;

/// Builds the value itself, since nlohmann's parser silently keeps the last of two equal keys.
class StrictBuilder final : public nlohmann::json_sax<Json> {
public:
    Json root;
    Error error;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (stack_.back()->contains(name)) {
            error = Error{Code::invalid_field,
                          "the key stands twice in one object",
                          {{path(name), "duplicate", "stands twice"}}};
            return false;
        }
        key_ = std::move(name);
        awaits_value_ = true;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        failed_at = position;
        return false;
    }
    /// The place whose value was being read: `documents[0].kind`; empty at the root.
    [[nodiscard]] std::string place() const { return path(awaits_value_ ? key_ : ""); }
    std::optional<std::size_t> failed_at;  // byte, counted from 1

private:
    std::vector<Json*> stack_;
    std::vector<std::string> names_;
    std::string key_;
    bool awaits_value_ = false;  // a key was read, its value not yet

    [[nodiscard]] std::string path(const std::string& name) const {
        std::string out;
        const auto add = [&out](const std::string& part) {
            if (!out.empty() && !part.empty() && part[0] != '[') out += '.';
            out += part;
        };
        for (const auto& part : names_) add(part);
        add(name);
        return out;
    }
    Json* attach(Json value) {
        awaits_value_ = false;
        if (stack_.empty()) return &(root = std::move(value));
        Json& parent = *stack_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        return &(parent[key_] = std::move(value));
    }
    bool put(Json value) {
        attach(std::move(value));
        return true;
    }
    bool open(Json value) {
        if (stack_.size() >= kMostDepth) {
            error = Error{Code::invalid_input, "JSON nested deeper than 32", {}};
            return false;
        }
        std::string name;
        if (!stack_.empty())
            name = stack_.back()->is_object() ? key_ : "[" + std::to_string(stack_.back()->size()) + "]";
        names_.push_back(std::move(name));
        stack_.push_back(attach(std::move(value)));
        return true;
    }
    bool close() {
        stack_.pop_back();
        names_.pop_back();
        return true;
    }
};

std::string line_and_column(std::string_view text, std::size_t byte) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (std::size_t i = 0; i + 1 < std::min(text.size(), byte); ++i) {
        column = text[i] == '\n' ? 1 : column + 1;
        line += text[i] == '\n' ? 1 : 0;
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// The parser says the same of a bracket too many and of a byte that is no UTF-8; people need to know which.
Error describe_failure(std::string_view text, const std::string& field, std::size_t byte) {
    const auto where = line_and_column(text, byte);
    const bool utf8 = is_utf8(text);
    const std::string what = utf8 ? "is not well-formed JSON" : "is no valid UTF-8";
    const FieldFault fault{field, utf8 ? "malformed" : "utf8", what + " at " + where};
    return Error{Code::invalid_input, "the text " + fault.message, {fault}};
}

auto missing(const char* key, const char* type) {
    return fail(Code::invalid_input, std::string("key ") + key + ": missing or not " + type);
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
    StrictBuilder builder;
    if (Json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.root);
    if (builder.failed_at) return fail(describe_failure(text, builder.place(), *builder.failed_at));
    return fail(std::move(builder.error));
}

std::string dump_json(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::string> json_text(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || !found->is_string()) return missing(key, "a string");
    return found->get<std::string>();
}
Result<std::uint64_t> json_u64(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || !found->is_number_unsigned()) return missing(key, "a whole number");
    return found->get<std::uint64_t>();
}
Result<std::int64_t> json_i64(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || !found->is_number_integer()) return missing(key, "a whole number");
    return found->get<std::int64_t>();
}
Result<bool> json_bool(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || !found->is_boolean()) return missing(key, "true or false");
    return found->get<bool>();
}

}  // namespace ardager

#include "ui/text/plural.h"

#include <charconv>

#include "ui/text/text_limits.h"

namespace ardager::ui {

/// A number, the variable n, or an operator over up to three nodes.
struct PluralRule::Node {
    std::string_view operation;  // "#" number, "n" variable, "!" and the binary operators, "?"
    std::uint64_t number = 0;
    std::shared_ptr<const Node> first, second, third;
};

namespace {

using Node = PluralRule::Node;
using NodePtr = std::shared_ptr<const Node>;

/// C's levels from the loosest; within one level the longer operator stands first.
constexpr std::array<std::array<std::string_view, 4>, 6> kLevels{
    {{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};

/// Recursive descent over the expression. A failed step returns null and leaves the place for the message.
class ExpressionReader {
public:
    explicit ExpressionReader(std::string_view text) : text_(text) {}

    NodePtr read_whole() {
        NodePtr node = conditional(0);
        skip_spaces();
        return at_ == text_.size() ? node : nullptr;
    }
    [[nodiscard]] std::size_t place() const { return at_; }

private:
    void skip_spaces() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    bool take(std::string_view token) {
        skip_spaces();
        if (token.empty() || !text_.substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    NodePtr conditional(std::size_t depth) {
        if (depth > kDeepestPlural) return nullptr;
        NodePtr condition = binary(0, depth);
        if (!condition || !take("?")) return condition;
        NodePtr yes = conditional(depth + 1);
        if (!yes || !take(":")) return nullptr;
        NodePtr no = conditional(depth + 1);
        return no ? std::make_shared<Node>(Node{"?", 0, condition, yes, no}) : nullptr;
    }
    NodePtr binary(std::size_t level, std::size_t depth) {
        if (level == kLevels.size()) return unary(depth);
        NodePtr left = binary(level + 1, depth);
        while (left) {
            const auto& operators = kLevels[level];
            const auto found =
                std::find_if(operators.begin(), operators.end(), [&](auto op) { return take(op); });
            if (found == operators.end()) return left;
            NodePtr right = binary(level + 1, depth);
            if (!right) return nullptr;
            left = std::make_shared<Node>(Node{*found, 0, left, right, nullptr});
        }
        return nullptr;
    }
    NodePtr unary(std::size_t depth) {
        if (depth > kDeepestPlural) return nullptr;
        if (take("!")) {
            NodePtr operand = unary(depth + 1);
            return operand ? std::make_shared<Node>(Node{"!", 0, operand, nullptr, nullptr}) : nullptr;
        }
        if (take("(")) {
            NodePtr inner = conditional(depth + 1);
            return inner && take(")") ? inner : nullptr;
        }
        if (take("n")) return std::make_shared<Node>(Node{"n"});
        skip_spaces();
        std::uint64_t number = 0;
        const auto [end, fault] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
        if (fault != std::errc()) return nullptr;
        at_ = static_cast<std::size_t>(end - text_.data());
        return std::make_shared<Node>(Node{"#", number, nullptr, nullptr, nullptr});
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::uint64_t evaluate(const Node& node, std::uint64_t n);

std::uint64_t evaluate_binary(std::string_view operation, std::uint64_t a, std::uint64_t b) {
    if (operation == "==") return a == b;
    if (operation == "!=") return a != b;
    if (operation == "<=") return a <= b;
    if (operation == ">=") return a >= b;
    if (operation == "<") return a < b;
    if (operation == ">") return a > b;
    if (operation == "+") return a + b;
    if (operation == "-") return a - b;
    if (operation == "*") return a * b;
    if (b == 0) return 0;  // a rule that divides by zero chooses the first form
    return operation == "/" ? a / b : a % b;
}

std::uint64_t evaluate(const Node& node, std::uint64_t n) {
    if (node.operation == "#") return node.number;
    if (node.operation == "n") return n;
    const std::uint64_t first = evaluate(*node.first, n);
    if (node.operation == "!") return first == 0;
    if (node.operation == "?") return evaluate(first != 0 ? *node.second : *node.third, n);
    if (node.operation == "||") return first != 0 || evaluate(*node.second, n) != 0;
    if (node.operation == "&&") return first != 0 && evaluate(*node.second, n) != 0;
    return evaluate_binary(node.operation, first, evaluate(*node.second, n));
}

/// The text between `name=` and the next `;`.
std::string_view field(std::string_view text, std::string_view name) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = text.substr(at + name.size());
    return rest.substr(0, rest.find(';'));
}

}  // namespace

Result<PluralRule> PluralRule::parse(std::string_view plural_forms) {
    const std::string_view count = field(plural_forms, "nplurals=");
    const std::string_view expression = field(plural_forms, " plural=");
    PluralRule rule;
    const auto parsed = std::from_chars(count.data(), count.data() + count.size(), rule.form_count_);
    if (parsed.ec != std::errc() || rule.form_count_ == 0 || rule.form_count_ > kMostPluralForms) {
        return fail(Code::invalid_input, "plural rule: nplurals must be 1 to 6");
    }
    ExpressionReader reader(expression);
    rule.root_ = reader.read_whole();
    if (!rule.root_) {
        return fail(Code::invalid_input, "plural rule: cannot read the expression at character " +
                                             std::to_string(reader.place() + 1));
    }
    return rule;
}

std::size_t PluralRule::form(std::uint64_t n) const {
    if (!root_) return 0;
    return static_cast<std::size_t>(std::min<std::uint64_t>(evaluate(*root_, n), form_count_ - 1));
}

}  // namespace ardager::ui

#include <charconv>

#include "sync/gateway/answers.h"
#include "sync/gateway/resources.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {
namespace {

Result<std::uint64_t> read_cursor(const std::string& text) {
    if (text.empty()) return std::uint64_t{0};
    std::uint64_t cursor = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), cursor);
    if (fault != std::errc{} || end != text.data() + text.size() || cursor > INT64_MAX)
        return fail(Code::invalid_input, "after: not a cursor");
    return cursor;
}

}  // namespace

Answer get_feed(const Call& call) {
    const Office& office = call.office;
    wire::FeedPage page;
    page.next = TRY(read_cursor(call.target.get("after")));
    for (auto& row : TRY(office.store.feed(*call.caller.device, page.next, kFeedPage))) {
        const std::string id = row.id.text();
        const Bytes body = TRY(office.vault.open({id, "feed"}, row.sealed));
        page.items.push_back({row.cursor, id, row.kind, row.at, TRY(parse_json(as_text(body)))});
    }
    if (!page.items.empty()) page.next = page.items.back().cursor;
    return json_answer(200, page.to_json());
}

}  // namespace ardager::gateway

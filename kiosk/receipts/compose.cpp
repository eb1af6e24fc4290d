#include "kiosk/receipts/compose.h"

namespace ardager::receipts {

Result<std::vector<Part>> compose(const Desk& desk, const Receipt& receipt) {
    return std::visit([&](const auto& paper) { return compose_paper(desk, paper); }, receipt);
}

Part finish_part(const Desk& desk, const Wording& words, const ReceiptNumber& number, Flow& flow) {
    Part part;
    part.strips = flow.take();
    part.running_head = words.inline_text("title");
    part.foot = number.text;
    part.page_text = words.inline_text("page", {{"page", "{page}"}, {"pages", "{pages}"}});
    if (desk.options.audience == Audience::staff && !words.is_verified())
        part.staff_note = words.inline_text("unverified");
    return part;
}

}  // namespace ardager::receipts

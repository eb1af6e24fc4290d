#include "kiosk/receipts/compose.h"

namespace ardager::receipts {

Result<std::vector<Part>> compose(const Desk& desk, const Receipt& receipt) {
    return std::visit([&](const auto& paper) { return compose_paper(desk, paper); }, receipt);
}

Part finish_part(const Desk& desk, const Wording& words, const std::string& foot, Flow& flow) {
    Part part;
    part.strips = flow.take();
    part.running_head = words.inline_text("title");
    part.foot = foot;
    part.page_text = words.inline_text("page", {{"page", "{page}"}, {"pages", "{pages}"}});
    if (desk.options.audience == Audience::staff && !words.is_verified())
        part.staff_note = words.inline_text("unverified");
    return part;
}

std::vector<Part> one_part(Part part) {
    std::vector<Part> parts;
    parts.push_back(std::move(part));
    return parts;
}

}  // namespace ardager::receipts

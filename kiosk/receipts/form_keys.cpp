#include "kiosk/receipts/form_keys.h"

namespace ardager::receipts {
namespace {

constexpr FormKey kCommon[] = {{"organisation", ""},
                               {"department", "department"},
                               {"number", ""},
                               {"service", ""},
                               {"applicant", ""},
                               {"branch", ""},
                               {"phone", ""},
                               {"phone_short", "phone"},
                               {"signature", ""},
                               {"contact", ""},
                               {"qr", ""},
                               {"copy", "copy"},
                               {"page", "page pages"},
                               {"unverified", ""}};

constexpr FormKey kAcceptance[] = {{"title", ""},
                                   {"due", ""},
                                   {"accepted", ""},
                                   {"day_of_acceptance", "day"},
                                   {"iin", "iin"},
                                   {"representative", ""},
                                   {"authority", "authority"},
                                   {"documents", ""},
                                   {"document_name", ""},
                                   {"document_number", ""},
                                   {"document_pages", ""},
                                   {"documents_total", "documents pages"},
                                   {"document_line", "index name number pages"},
                                   {"extension", ""},
                                   {"pickup", ""},
                                   {"employee", ""},
                                   {"identity_by_documents", ""},
                                   {"free", ""}};

constexpr FormKey kRefusal[] = {{"appendix", ""},
                                {"title", ""},
                                {"opening", "address department"},
                                {"service_blank", "service"},
                                {"service_caption", ""},
                                {"decision", ""},
                                {"missing", ""},
                                {"missing_item", "index name"},
                                {"copies", ""},
                                {"employee_caption", ""},
                                {"executor", ""},
                                {"executor_caption", ""},
                                {"executor_phone", ""},
                                {"received", ""},
                                {"received_caption", ""},
                                {"date", "day month year"},
                                {"months", ""},
                                {"first_copy", ""},
                                {"second_copy", ""}};

constexpr FormKey kExtensionNotice[] = {{"title", ""},
                                        {"body", "days service"},
                                        {"reason", ""},
                                        {"reason_30", ""},
                                        {"reason_90", ""},
                                        {"new_due", ""},
                                        {"day_of_acceptance", ""},
                                        {"provider", ""},
                                        {"reference", "reference"},
                                        {"issued", ""}};

constexpr FormKey kRefusalNotice[] = {{"title", ""},       {"body", "service"}, {"ground", ""},
                                      {"explanation", ""}, {"provider", ""},    {"reference", "reference"},
                                      {"issued", ""}};

constexpr FormKey kResultNotice[] = {{"title", ""}, {"body", "service"}, {"pickup", ""},
                                     {"bring", ""}, {"provider", ""},    {"issued", ""}};

constexpr FormKey kTicketSlip[] = {
    {"title", ""},       {"your_number", ""}, {"purpose", ""}, {"question", ""}, {"before", "count"},
    {"before_none", ""}, {"wait", "minutes"}, {"call", ""},    {"issued", ""},   {"valid", ""}};

constexpr FormKey kVisitSlip[] = {{"title", ""},    {"request_number", ""}, {"issued", ""},
                                  {"next", ""},     {"steps", ""},          {"ready", ""},
                                  {"identity", ""}, {"free", ""},           {"questions", ""}};

constexpr FormKey kChecklist[] = {{"title", ""},         {"variant", ""},   {"term", ""},
                                  {"term_days", "days"}, {"extension", ""}, {"fee", ""},
                                  {"free", ""},          {"where", ""},     {"portal", "portal"},
                                  {"documents", ""},     {"grounds", ""},   {"ground", "index text"},
                                  {"scan", ""},          {"reference", ""}, {"translation", ""}};

constexpr FormKey kMedicalCard[] = {{"appendix", ""}, {"form", ""},      {"photo", ""},       {"title", ""},
                                    {"fields", ""},   {"results", ""},   {"date_column", ""}, {"studies", ""},
                                    {"doctors", ""},  {"diagnosis", ""}, {"seal", ""},        {"basis", ""},
                                    {"rule", ""},     {"chairman", ""},  {"rank", ""},        {"signed", ""}};

}  // namespace

std::span<const FormKey> common_keys() {
    return kCommon;
}

std::span<const FormKey> keys_of(FormKind kind) {
    switch (kind) {
        case FormKind::acceptance:
            return kAcceptance;
        case FormKind::refusal:
            return kRefusal;
        case FormKind::extension_notice:
            return kExtensionNotice;
        case FormKind::refusal_notice:
            return kRefusalNotice;
        case FormKind::result_notice:
            return kResultNotice;
        case FormKind::ticket_slip:
            return kTicketSlip;
        case FormKind::visit_slip:
            return kVisitSlip;
        case FormKind::checklist:
            return kChecklist;
        case FormKind::medical_card:
            return kMedicalCard;
    }
    return {};
}

}  // namespace ardager::receipts

#include "kiosk/base/files.h"
#include "kiosk/cases/compose_paper.h"
#include "kiosk/ctl/commands.h"

namespace ardager::ctl {
namespace {

ExitCode write_and_answer(const Context& context, const Office& office, const receipts::Receipt& paper,
                          const PaperOptions& options) {
    const auto format = options.paper == "roll" ? receipts::Paper::roll_80mm : receipts::Paper::a4;
    CTL_TRY(context, write_paper(office, paper, options.language, format, options.output));
    return answer(context, Json{{"file", options.output}}, options.output);
}

}  // namespace

Result<void> check_output(const std::filesystem::path& output) {
    const auto folder = output.parent_path().empty() ? std::filesystem::path(".") : output.parent_path();
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return fail(Code::invalid_input, output.string() + ": there is no folder " + folder.string());
    if (std::filesystem::is_directory(output, ignored))
        return fail(Code::invalid_input, output.string() + ": is a folder; name a file");
    return {};
}

Result<void> write_paper(const Office& office, const receipts::Receipt& paper, const std::string& language,
                         receipts::Paper format, const std::string& output) {
    receipts::DrawOptions draw;
    draw.language = TRY(receipts::parse_receipt_language(language));
    draw.paper = format;
    const auto pdf = TRY(receipts::render_pdf(office.law.forms, paper, draw));
    return write_file(output, pdf, 0600);
}

ExitCode paper_checklist(const Context& context, const PaperOptions& options) {
    const auto office = CTL_TRY(context, context.office());
    const auto paper = CTL_TRY(context, compose_checklist(*office, options.service, options.variant));
    return write_and_answer(context, *office, paper, options);
}

ExitCode paper_medical_card(const Context& context, const PaperOptions& options) {
    const auto office = CTL_TRY(context, context.office());
    return write_and_answer(context, *office, compose_medical_card(*office), options);
}

}  // namespace ardager::ctl

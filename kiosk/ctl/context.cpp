#include "kiosk/ctl/context.h"

#include <cstdio>

namespace ardager::ctl {
namespace {

void print_line(std::FILE* to, const std::string& line) {
    std::fprintf(to, "%s\n", line.c_str());
}

const char* next_step(Code code) {
    switch (code) {
        case Code::record_damaged:
            return "The record is damaged. Stop using this device, keep its folder as it is, run `ardagerctl "
                   "journal verify` "
                   "and call support; what the ministry acknowledged is safe there.";
        case Code::outcome_unknown:
            return "Nothing may be promised for this entry. Look it up again before anything is printed.";
        case Code::line:
            return "Nothing is lost: everything stays in the record and is sent when the line is back.";
        case Code::disk_reserved:
            return "Free space on this disk; applications that are open can still be finished.";
        case Code::disk:
            return "Check the disk; nothing was kept.";
        default:
            return nullptr;
    }
}

}  // namespace

ExitCode exit_code(Code code) {
    switch (code) {
        case Code::invalid_input:
        case Code::invalid_field:
        case Code::not_found:
        case Code::conflict:
        case Code::forged:
            return bad_input;
        case Code::missing_documents:
            return acceptance_refused;
        case Code::not_now:
        case Code::line:
        case Code::device:
        case Code::not_allowed:
        case Code::disk_reserved:
        case Code::disk:
            return not_now;
        case Code::outcome_unknown:
        case Code::record_damaged:
            return damaged;
        case Code::internal:
            return internal_fault;
    }
    return internal_fault;
}

ExitCode answer(const Context& context, const Json& value, const std::string& text, ExitCode code) {
    print_line(stdout, context.json ? dump_json(value) : text);
    return code;
}

ExitCode report(const Context& context, const Error& error) {
    const char* next = next_step(error.code);
    if (context.json) {
        Json errors = Json::array();
        for (const auto& fault : error.fields)
            errors.push_back({{"field", fault.field}, {"code", fault.code}, {"message", fault.message}});
        if (errors.empty())
            errors.push_back({{"field", ""}, {"code", code_name(error.code)}, {"message", error.detail}});
        Json value{{"errors", std::move(errors)}};
        if (next != nullptr) value["next"] = next;
        print_line(stdout, dump_json(value));
    }
    print_line(stderr, "ardagerctl: " + error.detail);
    for (const auto& fault : error.fields)
        print_line(stderr, "  " + fault.field + ": " + fault.message + " (" + fault.code + ")");
    if (next != nullptr) print_line(stderr, next);
    return exit_code(error.code);
}

}  // namespace ardager::ctl

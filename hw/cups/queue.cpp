#include "hw/cups/queue.h"

#include <algorithm>

namespace ardager::hw::cups {
namespace {

// Debian's; not libcups's default, which an environment variable or a user's file can turn to another
// machine.
constexpr const char* kSocket = "/run/cups/cups.sock";
constexpr int kCupsPort = 631;

Address server_of(const std::string& server) {
    if (server.empty()) return {kSocket, kCupsPort};
    const auto colon = server.find(':');
    if (server.front() == '/' || colon == std::string::npos) return {server, kCupsPort};
    return {server.substr(0, colon), std::atoi(server.c_str() + colon + 1)};
}

Told told_by(ipp_t* answer) {
    Told told;
    const int state = integer_of(answer, "printer-state");
    told.activity = state == IPP_PSTATE_STOPPED      ? Activity::stopped
                    : state == IPP_PSTATE_PROCESSING ? Activity::working
                                                     : Activity::idle;
    told.reasons = words_of(answer, "printer-state-reasons");
    std::erase(told.reasons, "none");
    ipp_attribute_t* accepts = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    told.accepts = accepts == nullptr || ippGetBoolean(accepts, 0) != 0;
    return told;
}

PrintOutcome outcome_of(int job_state) {
    switch (job_state) {
        case IPP_JSTATE_COMPLETED:
            return PrintOutcome::printed;
        case IPP_JSTATE_CANCELED:
        case IPP_JSTATE_ABORTED:
            return PrintOutcome::failed;
        default:
            return PrintOutcome::waiting;
    }
}

bool is_named(ipp_attribute_t* attribute, std::string_view name) {
    const char* has = ippGetName(attribute);
    return has != nullptr && name == has;
}

/// A job of the printer's own list. Its times are the printer's, counted from when it was switched on.
struct RemoteJob {
    int number = 0;
    bool is_ours = false;
    std::optional<PrintOutcome> outcome;
    int created_s = 0;
    int now_s = 0;

    void take(ipp_attribute_t* next, const std::string& title) {
        if (is_named(next, "job-id")) number = ippGetInteger(next, 0);
        if (is_named(next, "job-state")) outcome = outcome_of(ippGetInteger(next, 0));
        if (is_named(next, "time-at-creation")) created_s = ippGetInteger(next, 0);
        if (is_named(next, "job-printer-up-time")) now_s = ippGetInteger(next, 0);
        if (!is_named(next, "job-name")) return;
        const char* name = ippGetString(next, 0, nullptr);
        is_ours = name != nullptr && title == name;
    }
    /// 0 where the printer does not tell.
    [[nodiscard]] int age_s() const { return now_s == 0 ? 0 : now_s - created_s; }
};

RemoteJob newer_of(const RemoteJob& newest, const RemoteJob& next) {
    return next.is_ours && next.outcome && next.number > newest.number ? next : newest;
}

/// A printer's address as the printer knows it.
std::string without_options(const std::string& device_uri) {
    return device_uri.substr(0, device_uri.find('?'));
}

}  // namespace

Queue::Queue(const CupsOptions& options, CupsPatience patience)
    : patience_(patience),
      name_(options.queue),
      uri_("ipp://localhost/printers/" + options.queue),
      server_(server_of(options.server)) {}

Address Queue::at(const std::string& resource) const {
    Address address = server_;
    address.resource = resource;
    return address;
}

Message Queue::about_job(ipp_op_t operation, int job) const {
    Message request = ask_about(operation, uri_);
    add_integer(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    return request;
}

Result<QueueLook> Queue::look() const {
    const Message request = ask_about(IPP_OP_GET_PRINTER_ATTRIBUTES, uri_);
    add_wanted(request.get(), {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
                               "device-uri", "printer-error-policy"});
    const Message answer = TRY(ask(at("/"), request, {}, patience_.answer));
    return QueueLook{told_by(answer.get()), word_of(answer.get(), "device-uri"),
                     word_of(answer.get(), "printer-error-policy")};
}

Result<int> Queue::create(const std::string& title, unsigned copies) const {
    const Message request = ask_about(IPP_OP_CREATE_JOB, uri_);
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", title);
    add_integer(request.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", static_cast<int>(copies));
    // No banner page: it would name the user, and nobody asked for it.
    add_text(request.get(), IPP_TAG_JOB, IPP_TAG_NAME, "job-sheets", "none");
    const Message answer = TRY(ask(at("/printers/" + name_), request, {}, patience_.answer));
    const int job = integer_of(answer.get(), "job-id");
    if (job <= 0) return fail(Code::device, "CUPS gave no number to the job");
    return job;
}

Result<void> Queue::send(int job, ByteView pdf) const {
    const Message request = about_job(IPP_OP_SEND_DOCUMENT, job);
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", "application/pdf");
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "last-document", 1);
    TRY(ask(at("/printers/" + name_), request, pdf, patience_.document));
    return {};
}

Result<JobLook> Queue::follow(int job) const {
    const Message request = about_job(IPP_OP_GET_JOB_ATTRIBUTES, job);
    add_wanted(request.get(), {"job-state", "job-state-reasons", "number-of-documents"});
    const Message answer = TRY(ask(at("/jobs/"), request, {}, patience_.answer));
    JobLook look;
    const int state = integer_of(answer.get(), "job-state");
    look.outcome = outcome_of(state);
    look.is_queued = state == IPP_JSTATE_PENDING || state == IPP_JSTATE_HELD;
    look.has_document = integer_of(answer.get(), "number-of-documents") > 0;
    for (const auto& reason : words_of(answer.get(), "job-state-reasons"))
        look.reasons.append(look.reasons.empty() ? "" : ", ").append(reason);
    return look;
}

Result<void> Queue::purge(int job) const {
    const Message request = about_job(IPP_OP_CANCEL_JOB, job);
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "purge-job", 1);
    TRY(ask(at("/jobs/"), request, {}, patience_.answer));
    return {};
}

Message Queue::about_ended_jobs(const std::string& uri, const std::vector<const char*>& names) {
    Message request = ask_about(IPP_OP_GET_JOBS, uri);
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", "completed");
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    add_integer(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", kMostSweptJobs);
    add_wanted(request.get(), names);
    return request;
}

Result<std::vector<int>> Queue::ended_jobs() const {
    const Message request = about_ended_jobs(uri_, {"job-id"});
    const Message answer = TRY(ask(at("/jobs/"), request, {}, patience_.answer));
    std::vector<int> jobs;
    for (ipp_attribute_t* next = ippFirstAttribute(answer.get()); next != nullptr;
         next = ippNextAttribute(answer.get()))
        if (is_named(next, "job-id")) jobs.push_back(ippGetInteger(next, 0));
    return jobs;
}

Result<std::optional<PrintOutcome>> Queue::ask_fate(const std::string& device_uri, const std::string& title,
                                                    std::chrono::seconds age) const {
    const Address printer = TRY(parse_address(device_uri));
    const Message request =
        about_ended_jobs(without_options(device_uri),
                         {"job-id", "job-name", "job-state", "time-at-creation", "job-printer-up-time"});
    const Message answer = TRY(ask(printer, request, {}, patience_.answer));
    RemoteJob newest;
    RemoteJob current;
    for (ipp_attribute_t* next = ippFirstAttribute(answer.get()); next != nullptr;
         next = ippNextAttribute(answer.get())) {
        // An attribute without a group parts two jobs (RFC 8011, 4.2.6.2).
        if (ippGetGroupTag(next) != IPP_TAG_JOB) {
            newest = newer_of(newest, current);
            current = {};
        } else {
            current.take(next, title);
        }
    }
    newest = newer_of(newest, current);
    // A printing before this one bears the same number.
    if (!newest.outcome || newest.age_s() > age.count()) return std::optional<PrintOutcome>();
    return newest.outcome;
}

Result<Told> Queue::ask_printer(const std::string& device_uri) const {
    const Address printer = TRY(parse_address(device_uri));
    const Message request = ask_about(IPP_OP_GET_PRINTER_ATTRIBUTES, without_options(device_uri));
    add_wanted(request.get(), {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    const Message answer = TRY(ask(printer, request, {}, patience_.answer));
    return told_by(answer.get());
}

}  // namespace ardager::hw::cups

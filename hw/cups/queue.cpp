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

/// Both times count from when the lister was switched on, and both must be told (RFC 8011, 5.3.14).
void take(ipp_attribute_t* next, ListedJob& job) {
    if (is_named(next, "job-id")) job.number = ippGetInteger(next, 0);
    if (is_named(next, "job-state")) job.outcome = outcome_of(ippGetInteger(next, 0));
    if (is_named(next, "time-at-creation")) job.age_s -= ippGetInteger(next, 0);
    if (is_named(next, "job-printer-up-time")) job.age_s += ippGetInteger(next, 0);
    if (!is_named(next, "job-name")) return;
    const char* title = ippGetString(next, 0, nullptr);
    job.title = title == nullptr ? "" : title;
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
    look.is_resting = state == IPP_JSTATE_PENDING || state == IPP_JSTATE_HELD || state == IPP_JSTATE_STOPPED;
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

Result<std::vector<ListedJob>> Queue::list(const Address& lister, const std::string& uri,
                                           const char* which) const {
    const Message request = ask_about(IPP_OP_GET_JOBS, uri);
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", which);
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    add_integer(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", kMostListedJobs);
    add_wanted(request.get(), {"job-id", "job-name", "job-state", "time-at-creation", "job-printer-up-time"});
    const Message answer = TRY(ask(lister, request, {}, patience_.answer));
    std::vector<ListedJob> jobs;
    bool inside = false;
    for (ipp_attribute_t* next = ippFirstAttribute(answer.get()); next != nullptr;
         next = ippNextAttribute(answer.get())) {
        // An attribute without a group parts two jobs (RFC 8011, 4.2.6.2).
        const bool of_a_job = ippGetGroupTag(next) == IPP_TAG_JOB;
        if (of_a_job && !inside) jobs.emplace_back();
        inside = of_a_job;
        if (inside) take(next, jobs.back());
    }
    return jobs;
}

Result<std::vector<ListedJob>> Queue::own_jobs() const {
    return list(at("/jobs/"), uri_, "all");
}

Result<std::optional<PrintOutcome>> Queue::ask_fate(const std::string& device_uri, const std::string& title,
                                                    std::chrono::seconds age) const {
    const Address printer = TRY(parse_address(device_uri));
    const auto jobs = TRY(list(printer, without_options(device_uri), "completed"));
    const ListedJob* newest = nullptr;
    // A printing before this one may bear the same number.
    for (const auto& job : jobs)
        if (job.title == title && job.age_s <= age.count() &&
            (newest == nullptr || job.number > newest->number))
            newest = &job;
    if (newest == nullptr) return std::optional<PrintOutcome>();
    return newest->outcome;
}

Result<Told> Queue::ask_printer(const std::string& device_uri) const {
    const Address printer = TRY(parse_address(device_uri));
    const Message request = ask_about(IPP_OP_GET_PRINTER_ATTRIBUTES, without_options(device_uri));
    add_wanted(request.get(), {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    const Message answer = TRY(ask(printer, request, {}, patience_.answer));
    return told_by(answer.get());
}

}  // namespace ardager::hw::cups

#include "kiosk/cases/office_config.h"

#include <toml++/toml.h>

#include <set>

#include "hw/printer_place.h"
#include "kiosk/base/files.h"
#include "kiosk/base/ticket_number.h"

namespace ardager {
namespace {

constexpr std::size_t kConfigLimit = 64U << 10;
// Stands in a new configuration until an administrator writes whose shift it is.
constexpr const char* kNobody = "Кезекші қызметкер";
const std::set<std::string, std::less<>> kProfiles{"kiosk", "counter", "tablet"};
const std::set<std::string, std::less<>> kAudio{"none", "loudspeaker", "headphones"};
const std::set<std::string, std::less<>> kHours{"branch", "duty_branch"};

/// Reads known keys out of one table and then complains about whatever is left.
class Reader {
public:
    Reader(const std::filesystem::path& file, const toml::table& root) : file_(file), root_(root) {}

    void text(const char* table, const char* key, std::string& out) {
        const auto* node = take(table, key);
        if (node == nullptr) return;
        if (const auto* value = node->as_string())
            out = value->get();
        else
            complain(*node, std::string(table) + "." + key, "must be a text");
    }
    void number(const char* table, const char* key, double& out) {
        const auto* node = take(table, key);
        if (node == nullptr) return;
        if (const auto value = node->value<double>(); value && *value > 0)
            out = *value;
        else
            complain(*node, std::string(table) + "." + key, "must be a number above 0");
    }
    void local(const char* table, const char* key, LocalText& out) {
        text(table, (std::string(key) + "_kk").c_str(), out.kk);
        text(table, (std::string(key) + "_ru").c_str(), out.ru);
        text(table, (std::string(key) + "_en").c_str(), out.en);
    }
    void path(const char* table, const char* key, std::filesystem::path& out) {
        std::string value = out.string();
        text(table, key, value);
        out = value;
        // As they stand beside this file; kept absolute, since the configuration may be copied into a record.
        if (!out.empty()) out = std::filesystem::absolute(file_).parent_path() / out;
    }
    [[nodiscard]] Result<void> finish() {
        for (const auto& [table, node] : root_) {
            const auto* inner = node.as_table();
            if (inner == nullptr)
                complain(node, std::string(table.str()), "is not known here");
            else
                for (const auto& [key, value] : *inner) {
                    const auto name = std::string(table.str()) + "." + std::string(key.str());
                    if (!seen_.contains(name)) complain(value, name, "is not known here");
                }
        }
        if (!complaint_.empty()) return fail(Code::invalid_input, complaint_);
        return {};
    }

private:
    const toml::node* take(const char* table, const char* key) {
        seen_.insert(std::string(table) + "." + key);
        return root_[table][key].node();
    }
    void complain(const toml::node& node, const std::string& key, const char* what) {
        if (complaint_.empty())
            complaint_ =
                file_.string() + ":" + std::to_string(node.source().begin.line) + ": " + key + ": " + what;
    }
    const std::filesystem::path& file_;
    const toml::table& root_;
    std::set<std::string, std::less<>> seen_;
    std::string complaint_;
};

void read_branch(Reader& reader, OfficeConfig& config, std::string& code) {
    reader.text("branch", "code", code);
    reader.text("branch", "department_number", config.department_number);
    reader.local("branch", "name", config.branch_name);
    reader.local("branch", "address", config.branch_address);
    reader.text("branch", "phone", config.branch_phone);
    reader.text("branch", "place_kato", config.place_kato);
    reader.text("branch", "hours", config.hours);
    reader.text("duty_employee", "name", config.employee_name);
    reader.text("duty_employee", "phone", config.employee_phone);
}

Result<OfficeConfig> read_config(const std::filesystem::path& file, const toml::table& root) {
    OfficeConfig config;
    Reader reader(file, root);
    std::string code;
    std::string device;
    read_branch(reader, config, code);
    reader.text("device", "id", device);
    reader.text("device", "profile", config.profile);
    reader.number("device", "panel_width_mm", config.panel_width_mm);
    reader.text("device", "ticket_letter", config.ticket_letter);
    reader.text("device", "audio", config.audio);
    reader.text("device", "camera", config.camera);
    reader.text("device", "printer", config.printer);
    reader.text("device", "printer_server", config.printer_server);
    reader.text("gateway", "url", config.gateway.url);
    reader.path("gateway", "certificate", config.gateway.certificate);
    reader.path("gateway", "key", config.gateway.key);
    reader.path("gateway", "ca", config.gateway.ca);
    TRY(reader.finish());
    const auto bad = [&](const char* what) { return fail(Code::invalid_input, file.string() + ": " + what); };
    if (!kProfiles.contains(config.profile)) return bad("device.profile: one of kiosk, counter, tablet");
    if (!kAudio.contains(config.audio)) return bad("device.audio: one of none, loudspeaker, headphones");
    if (!kHours.contains(config.hours)) return bad("branch.hours: one of branch, duty_branch");
    if (config.ticket_letter.size() > 1 ||
        kTicketLetters.find(config.ticket_letter) == std::string_view::npos)
        return bad("device.ticket_letter: one of A B C E F H K M N P R T U V X Y, or empty");
    if (!config.printer.empty() && !hw::is_queue_name(config.printer))
        return bad("device.printer: a queue of CUPS, as `lpstat -e` names it, or empty");
    if (!hw::is_local_server(config.printer_server))
        return bad("device.printer_server: a socket's path, localhost or localhost:port, or empty");
    config.device = TRY(DeviceId::make(code, device));
    return config;
}

void put_local(toml::table& table, const std::string& key, const LocalText& text) {
    table.insert_or_assign(key + "_kk", text.kk);
    table.insert_or_assign(key + "_ru", text.ru);
    table.insert_or_assign(key + "_en", text.en);
}

}  // namespace

Result<OfficeConfig> load_config(const std::filesystem::path& file) {
    const auto bytes = TRY(read_file(file, kConfigLimit));
    try {
        return read_config(file, toml::parse(as_text(bytes), file.string()));
    } catch (const toml::parse_error& error) {
        return fail(Code::invalid_input, file.string() + ":" + std::to_string(error.source().begin.line) +
                                             ": " + std::string(error.description()));
    }
}

Result<void> save_config(const std::filesystem::path& file, const OfficeConfig& config) {
    toml::table branch{{"code", config.device.branch},
                       {"department_number", config.department_number},
                       {"phone", config.branch_phone},
                       {"place_kato", config.place_kato},
                       {"hours", config.hours}};
    put_local(branch, "name", config.branch_name);
    put_local(branch, "address", config.branch_address);
    const toml::table root{
        {"branch", branch},
        {"device", toml::table{{"id", config.device.device},
                               {"profile", config.profile},
                               {"panel_width_mm", config.panel_width_mm},
                               {"ticket_letter", config.ticket_letter},
                               {"audio", config.audio},
                               {"camera", config.camera},
                               {"printer", config.printer},
                               {"printer_server", config.printer_server}}},
        {"duty_employee", toml::table{{"name", config.employee_name}, {"phone", config.employee_phone}}},
        {"gateway", toml::table{{"url", config.gateway.url},
                                {"certificate", config.gateway.certificate.string()},
                                {"key", config.gateway.key.string()},
                                {"ca", config.gateway.ca.string()}}},
    };
    std::ostringstream out;
    out << "# Ardager: the configuration of this device. Restart the kiosk after a change.\n" << root << "\n";
    return write_file(file, as_bytes(out.str()), 0640);
}

OfficeConfig default_config(const DeviceId& device) {
    OfficeConfig config;
    config.device = device;
    std::string digits;
    for (const char c : device.branch)
        if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
    config.department_number = digits.empty() ? device.branch : digits;
    config.branch_name = {"№ " + config.department_number + " бөлім", "Отдел № " + config.department_number,
                          "Department No. " + config.department_number};
    config.employee_name = kNobody;
    return config;
}

char ticket_letter(const OfficeConfig& config) {
    return config.ticket_letter.empty() ? ticket_letter_of(config.device.device) : config.ticket_letter[0];
}

std::vector<std::string> missing_on_papers(const OfficeConfig& config) {
    std::vector<std::string> keys;
    if (config.branch_address.kk.empty()) keys.emplace_back("branch.address_kk");
    if (config.branch_address.ru.empty()) keys.emplace_back("branch.address_ru");
    if (config.branch_phone.empty()) keys.emplace_back("branch.phone");
    if (config.employee_name.empty() || config.employee_name == kNobody)
        keys.emplace_back("duty_employee.name");
    if (config.employee_phone.empty()) keys.emplace_back("duty_employee.phone");
    return keys;
}

std::vector<std::string> unfinished(const OfficeConfig& config) {
    auto keys = missing_on_papers(config);
    if (config.gateway.url.empty())
        keys.emplace_back("gateway.url");
    else
        for (auto& key : missing_for_line(config.gateway)) keys.push_back(std::move(key));
    return keys;
}

std::vector<std::string> missing_for_line(const GatewayConfig& gateway) {
    std::vector<std::string> keys;
    if (gateway.certificate.empty()) keys.emplace_back("gateway.certificate");
    if (gateway.key.empty()) keys.emplace_back("gateway.key");
    if (gateway.ca.empty()) keys.emplace_back("gateway.ca");
    return keys;
}

Result<void> check_ready_to_accept(const OfficeConfig& config) {
    const auto keys = missing_on_papers(config);
    if (keys.empty()) return {};
    Error error{Code::not_now, "not ready to accept: the receipt would lack what appendix 3 demands", {}};
    for (const auto& key : keys) error.fields.push_back({key, "missing", "fill it in in ardager.toml"});
    return fail(std::move(error));
}

}  // namespace ardager

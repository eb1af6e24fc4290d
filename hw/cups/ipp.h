// One question to an IPP server through libcups: one connection, one try, one limit. libcups's own calls
// repeat a request, connect anew for 30 s and may ask for a password on a terminal; a kiosk wants none of it.
// Any thread. Internal to hw/cups, and the only user of cups/.
#pragma once

#include <cups/cups.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/bytes.h"

namespace ardager::hw::cups {

struct Address {
    std::string host;  // or a socket's path
    int port = 631;
    bool tls = false;
    std::string resource = "/";
};

/// ipp://, ipps://, http:// or https://, as a queue's device-uri. Error: invalid_input for any other.
[[nodiscard]] Result<Address> parse_address(const std::string& uri);

struct FreeMessage {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Message = std::unique_ptr<ipp_t, FreeMessage>;

/// A request about this printer in the name of the user that runs the kiosk.
[[nodiscard]] Message ask_about(ipp_op_t operation, const std::string& printer_uri);
void add_integer(ipp_t* message, ipp_tag_t group, ipp_tag_t type, const char* name, int value);
void add_text(ipp_t* message, ipp_tag_t group, ipp_tag_t type, const char* name, const std::string& value);
void add_wanted(ipp_t* message, const std::vector<const char*>& names);

/// 0 and empty where the answer says nothing of it.
[[nodiscard]] int integer_of(ipp_t* message, const char* name);
[[nodiscard]] std::vector<std::string> words_of(ipp_t* message, const char* name);
[[nodiscard]] std::string word_of(ipp_t* message, const char* name);

/// Sends the request, with a document behind it or none, and reads the answer. `limit` bounds each wait, not
/// their sum. Errors: line (nobody there, no answer within the limit: nobody knows what was done); not_found
/// (no such queue or job); device with IPP's or HTTP's word for anything else.
[[nodiscard]] Result<Message> ask(const Address& at, const Message& request, ByteView document,
                                  std::chrono::milliseconds limit);

}  // namespace ardager::hw::cups

// A real gateway process on a free loopback port with development certificates, and its officer.
#pragma once

#include <optional>

#include "kiosk/base/digest.h"
#include "tests/ctl/branch.h"

namespace ardager::ctl_test {

class Ministry {
public:
    /// Makes the certificates and lists device KRG03-K1 and the officer. Starts nothing.
    Ministry();

    void starts();
    /// SIGKILL, as a power cut takes it.
    void is_killed();
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    /// What `init` needs to know of this ministry, with the certificate of this name.
    [[nodiscard]] Words for_device(const std::string& name = "KRG03-K1") const;
    /// One more certificate: `device NAME [--expired]` or `foreign NAME`.
    void issues(const Words& words) const;
    /// `device add …`, `device revoke …`: the administrator's commands.
    [[nodiscard]] Outcome administers(Words words) const;
    [[nodiscard]] std::string certificate(const std::string& name) const {
        return folder_ / ("pki/" + name + ".cert.pem");
    }
    [[nodiscard]] std::string key(const std::string& name) const {
        return folder_ / ("pki/" + name + ".key.pem");
    }
    [[nodiscard]] std::string ca() const { return folder_ / "pki/ca.cert.pem"; }

    [[nodiscard]] Outcome officer(Words words) const;
    /// What the officer's list says of all applications.
    [[nodiscard]] Json applications() const;
    /// A file as the officer gets it; empty when it is not whole there.
    [[nodiscard]] std::string file(const Digest& digest) const;
    /// Bytes in its folder: how far a transfer has come.
    [[nodiscard]] std::uintmax_t stored_bytes() const;

private:
    [[nodiscard]] std::string data() const { return folder_ / "data"; }
    Folder folder_;
    std::uint16_t port_ = 0;
    std::optional<Program> gateway_;
};

}  // namespace ardager::ctl_test

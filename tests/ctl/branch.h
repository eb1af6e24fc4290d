// One branch's record in a folder of its own, driven through ardagerctl only: the vocabulary of these tests.
#pragma once

#include <filesystem>

#include "kiosk/base/bytes.h"
#include "tests/ctl/program.h"

namespace ardager::ctl_test {

using Words = std::vector<std::string>;

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read_text(const std::string& path);
void write_text(const std::string& path, std::string_view text);
/// A well-formed PNG of about this size; another seed gives another picture.
[[nodiscard]] Bytes picture(std::uint64_t seed, std::uint64_t bytes = 500);

/// A complete application as DESIGN.md section 11 shows it, with one page `page1.png`.
[[nodiscard]] Json complete_application();

/// A branch.toml with everything that a receipt must say, and no gateway.
[[nodiscard]] std::string filled_configuration();

class Branch {
public:
    /// `init` is called with these words besides branch, device and a filled configuration.
    explicit Branch(const Words& init = {});

    [[nodiscard]] Outcome ctl(Words words) const;
    [[nodiscard]] Words ctl_words(Words words) const;
    /// Writes application.json into the branch's inbox and applies it.
    [[nodiscard]] Outcome apply(const std::string& text) const;
    [[nodiscard]] Outcome apply(const Json& application) const { return apply(application.dump()); }
    /// Accepts a complete application; its number.
    [[nodiscard]] std::string accepts(const Json& application = complete_application()) const;
    void puts_into_inbox(const std::string& name, ByteView bytes) const;
    /// What `journal verify` says: {"entries", "head", …}.
    [[nodiscard]] Json verified() const;
    [[nodiscard]] std::string data() const { return folder_ / "data"; }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_ / name; }

private:
    Folder folder_;
};

}  // namespace ardager::ctl_test

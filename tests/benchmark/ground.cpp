#include "tests/benchmark/ground.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "kiosk/base/digest.h"
#include "kiosk/store/database.h"
#include "tests/benchmark/figures.h"

namespace ardager::bench {

RawFile::RawFile(const std::filesystem::path& path, std::size_t size_bytes)
    : descriptor_(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)),
      size_(size_bytes),
      block_(size_bytes, 0x5A) {
    if (descriptor_ < 0) throw std::runtime_error(path.string() + ": cannot be opened");
    overwrite(size_);
}

RawFile::~RawFile() {
    ::close(descriptor_);
}

void RawFile::overwrite(std::size_t bytes) {
    ARDAGER_CHECK(bytes <= size_);
    if (at_ + bytes > size_) at_ = 0;
    const auto done = ::pwrite(descriptor_, block_.data(), bytes, static_cast<off_t>(at_));
    if (done != static_cast<ssize_t>(bytes) || ::fdatasync(descriptor_) != 0)
        throw std::runtime_error("the raw file cannot be overwritten");
    at_ += bytes;
}

double sha256_bytes_per_second() {
    static const Bytes block(32U << 20, 0x5A);
    Digest digest;
    const double seconds = seconds_of([&] { digest = sha256(block); });
    ARDAGER_CHECK(digest != Digest{});
    return static_cast<double>(block.size()) / seconds;
}

double raw_inserts_per_second(const std::filesystem::path& folder, const std::vector<std::string>& payloads,
                              std::size_t batch_bytes) {
    auto database = need(store::Database::open({folder / "raw.sqlite"}));
    need(database->execute("CREATE TABLE rows(id INTEGER PRIMARY KEY, payload BLOB NOT NULL) STRICT"));
    const double seconds = seconds_of([&] {
        for (std::size_t i = 0; i < payloads.size();) {
            auto transaction = need(store::Transaction::begin(*database));
            for (std::size_t bytes = 0; i < payloads.size() && bytes < batch_bytes; ++i) {
                auto insert = need(database->query("INSERT INTO rows(payload) VALUES(?1)"));
                need(insert.bind(1, as_bytes(payloads[i])).run());
                bytes += payloads[i].size();
            }
            need(transaction.commit());
            need(database->checkpoint_if_larger(4000));
        }
    });
    return static_cast<double>(payloads.size()) / seconds;
}

std::uint64_t bytes_written() {
    std::ifstream file("/proc/self/io");
    std::string word;
    std::uint64_t number = 0;
    while (file >> word >> number)
        if (word == "wchar:") return number;
    throw std::runtime_error("/proc/self/io: not there");
}

std::string load_average() {
    std::ifstream file("/proc/loadavg");
    std::string one, five, fifteen;
    file >> one >> five >> fifteen;
    return one + " " + five + " " + fifteen;
}

}  // namespace ardager::bench

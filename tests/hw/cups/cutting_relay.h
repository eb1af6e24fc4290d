// Stands between the adapter and CUPS and cuts the line once, at the question that a test names. One thread
// of its own; one request a connection, as the adapter asks.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace ardager::hw {

class CuttingRelay {
public:
    enum class Cut {
        before,  // CUPS never hears the question
        after    // CUPS does it, and its answer is lost
    };
    /// `operation` is IPP's number (RFC 8011, 5.4.15).
    CuttingRelay(std::string listens, std::string cups, int operation, Cut cut);
    ~CuttingRelay();
    CuttingRelay(const CuttingRelay&) = delete;
    CuttingRelay& operator=(const CuttingRelay&) = delete;

    [[nodiscard]] const std::string& socket() const { return listens_; }
    [[nodiscard]] bool has_cut() const { return done_; }

private:
    void work();
    void serve(int client);

    const std::string listens_;
    const std::string cups_;
    const int operation_;
    const Cut cut_;
    int listener_ = -1;
    std::atomic<bool> done_{false};
    std::thread thread_;
};

}  // namespace ardager::hw

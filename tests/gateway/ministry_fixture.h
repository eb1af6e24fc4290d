// The vocabulary of the gateway's tests: kiosks that write journals, and a ministry on a real SQLite file.
#pragma once

#include <filesystem>

#include "sync/gateway/service.h"
#include "sync/gateway/sqlite_store.h"
#include "sync/wire/messages.h"

namespace ardager::gateway {

/// A folder that ends with the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A scanned page as an entry names it.
struct Scan {
    std::string bytes;
    std::string media_type = "image/jpeg";
    [[nodiscard]] Digest digest() const { return sha256(as_bytes(bytes)); }
};

using Batch = std::vector<wire::WireEntry>;

/// A device's journal, chained as a device chains it.
class Kiosk {
public:
    explicit Kiosk(const std::string& device = "KRG03-K1");
    /// One more entry; the same random bytes for the same journal, so that runs are alike.
    wire::WireEntry writes(const std::string& type, const Json& payload);
    /// An accepted application with these pages.
    wire::WireEntry accepts(const std::vector<Scan>& pages = {});
    /// A refused acceptance.
    wire::WireEntry refuses();
    /// Goes on as if the last `count` entries had never been written.
    void forgets(std::size_t count) { journal_.resize(journal_.size() - count); }
    [[nodiscard]] const Batch& journal() const { return journal_; }
    [[nodiscard]] Batch from(std::size_t seq) const {
        return {journal_.begin() + static_cast<std::ptrdiff_t>(seq) - 1, journal_.end()};
    }
    [[nodiscard]] std::string name() const { return device_.text(); }
    [[nodiscard]] const std::string& last_number() const { return last_number_; }
    [[nodiscard]] Peer peer() const;

private:
    ReceiptNumber next_number();
    DeviceId device_;
    SeededRandom random_;
    unsigned counter_ = 0;
    std::string last_number_;
    Batch journal_;
};

class Ministry {
public:
    Ministry();
    /// Opens the same files again, as after a crash.
    void restarts();
    void lists(const Kiosk& kiosk);
    void revokes(const Kiosk& kiosk);

    wire::HttpResponse receives(const Kiosk& from, const Batch& batch);
    wire::HttpResponse answers(const wire::HttpRequest& request, const Peer& peer);
    wire::HttpResponse answers(const std::string& method, const std::string& target, const Peer& peer,
                               const std::string& body = {});
    /// tus: creation, then one piece from `offset` on.
    wire::HttpResponse creates(const Kiosk& from, const Scan& scan);
    wire::HttpResponse takes_piece(const Kiosk& from, const Scan& scan, std::size_t offset,
                                   const std::string& bytes);
    wire::HttpResponse offset_of(const Kiosk& from, const Scan& scan);
    void takes_file(const Kiosk& from, const Scan& scan);
    wire::HttpResponse decides(const std::string& number, const Json& decision);
    [[nodiscard]] Json application(const std::string& number);
    [[nodiscard]] wire::FeedPage feed(const Kiosk& of, std::uint64_t after = 0);

    [[nodiscard]] Service& service() { return *service_; }
    [[nodiscard]] SqliteStore& store() { return *store_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] Peer officer() const;
    [[nodiscard]] const std::string& certificate() const { return certificate_; }
    ManualClock clock{*parse_instant("2026-11-23T05:15:00.000Z")};

private:
    Folder folder_;
    SystemRandom random_;
    std::string certificate_;
    std::unique_ptr<Vault> vault_;
    std::unique_ptr<Signer> signer_;
    std::unique_ptr<SqliteStore> store_;
    std::unique_ptr<Service> service_;
};

/// The refusal's code, or `none`.
[[nodiscard]] std::string code_of(const wire::HttpResponse& response);
[[nodiscard]] std::uint64_t expected_of(const wire::HttpResponse& response);
[[nodiscard]] std::string offset_header(const wire::HttpResponse& response);

}  // namespace ardager::gateway

#include "kiosk/journal/anchor_file.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/base/files.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

class RealAnchorFile final : public AnchorFile {
public:
    explicit RealAnchorFile(std::filesystem::path path) : path_(std::move(path)) {}
    RealAnchorFile(const RealAnchorFile&) = delete;
    RealAnchorFile& operator=(const RealAnchorFile&) = delete;
    ~RealAnchorFile() override {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    Result<Bytes> read() override {
        if (!std::filesystem::exists(path_)) return Bytes{};
        return read_file(path_, 2 * tuning::kAnchorSlotBytes);
    }

    Result<void> write(std::uint64_t offset, ByteView bytes) override {
        TRY(ensure_open());
        const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written != static_cast<ssize_t>(bytes.size()))
            return fail(Code::disk, "anchor: cannot be written");
        return {};
    }

    Result<void> sync() override {
        TRY(ensure_open());
        if (::fdatasync(descriptor_) != 0) return fail(Code::disk, "anchor: cannot be flushed");
        if (made_) {
            const int folder = ::open(path_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            const bool flushed = folder >= 0 && ::fsync(folder) == 0;
            if (folder >= 0) ::close(folder);
            if (!flushed) return fail(Code::disk, "anchor: its folder cannot be flushed");
            made_ = false;
        }
        return {};
    }

private:
    Result<void> ensure_open() {
        if (descriptor_ >= 0) return {};
        made_ = !std::filesystem::exists(path_);
        descriptor_ = ::open(path_.c_str(), O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (descriptor_ < 0) return fail(Code::disk, "anchor: cannot be opened");
        return {};
    }

    std::filesystem::path path_;
    int descriptor_ = -1;
    bool made_ = false;
};

}  // namespace

std::unique_ptr<AnchorFile> open_anchor_file(const std::filesystem::path& path) {
    return std::make_unique<RealAnchorFile>(path);
}

}  // namespace ardager

#include "hw/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "hw/tuning.h"

extern char** environ;

namespace ardager::hw {
namespace {

class Pipe {
public:
    Pipe() { made_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    [[nodiscard]] bool made() const { return made_; }
    [[nodiscard]] int end(std::size_t which) const { return ends_[which]; }
    [[nodiscard]] int release(std::size_t which) { return std::exchange(ends_[which], -1); }
    void close_end(std::size_t which) {
        if (const int open = release(which); open >= 0) ::close(open);
    }

private:
    std::array<int, 2> ends_{-1, -1};
    bool made_ = false;
};

/// The process, its input and output ours; nothing else of ours is open in it.
Result<pid_t> spawn(const std::filesystem::path& program, const std::string& device, const Pipe& input,
                    const Pipe& output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.end(0), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.end(1), STDOUT_FILENO);
    std::string name = program.string();
    std::array<char*, 2> words{name.data(), nullptr};
    pid_t id = -1;
    const int failed = ::posix_spawn(&id, name.c_str(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return fail(Code::device, device + ": " + program.filename().string() +
                                      " cannot be started; install the kiosk's programs together");
    return id;
}

}  // namespace

Result<std::unique_ptr<Child>> Child::start(const std::filesystem::path& program, const std::string& device,
                                            const std::string& wish, std::chrono::milliseconds patience) {
    Pipe input;
    Pipe output;
    const int wake = ::eventfd(0, EFD_CLOEXEC);
    if (!input.made() || !output.made() || wake < 0)
        return fail(Code::device, device + ": too many files are open; restart the kiosk");
    const auto id = spawn(program, device, input, output);
    if (!id) {
        ::close(wake);
        return fail(id.error());
    }
    const int process = static_cast<int>(::syscall(SYS_pidfd_open, *id, 0));
    output.close_end(1);
    // The wish is shorter than a pipe holds: this never waits.
    (void)!::write(input.end(1), wish.data(), wish.size());
    return std::unique_ptr<Child>(
        new Child(device, *id, process, output.release(0), wake, static_cast<int>(patience.count())));
}

Child::~Child() {
    if (stopped_ && !told_) ::kill(id_, SIGTERM);
    pollfd ended{process_, POLLIN, 0};
    if (::poll(&ended, 1, patience_ms_) <= 0) ::kill(id_, SIGKILL);
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
    for (const int open : {process_, output_, wake_}) ::close(open);
}

void Child::stop() {
    stopped_ = true;
    const std::uint64_t one = 1;
    (void)!::write(wake_, &one, sizeof one);
}

Result<std::size_t> Child::read_piece(std::span<std::uint8_t> into, int silence_ms) {
    for (;;) {
        std::array<pollfd, 2> waits{{{output_, POLLIN, 0}, {told_ ? -1 : wake_, POLLIN, 0}}};
        if (::poll(waits.data(), waits.size(), told_ ? patience_ms_ : silence_ms) == 0) {
            ::kill(id_, SIGKILL);
            return fail(Code::device,
                        "the " + device_ + " does not answer: switch it off and on, check its cable");
        }
        if (waits[1].revents != 0) {
            told_ = true;
            ::kill(id_, SIGTERM);
        }
        if (waits[0].revents == 0) continue;
        const auto got = ::read(output_, into.data(), into.size());
        return got < 0 ? std::size_t{0} : static_cast<std::size_t>(got);
    }
}

Result<Bytes> Child::read_all(std::size_t limit_bytes) {
    Bytes all;
    Bytes piece(kDriverReadBytes);
    for (;;) {
        const auto got = TRY(read_piece(piece, -1));
        if (got == 0) return all;
        if (all.size() + got > limit_bytes) {
            ::kill(id_, SIGKILL);
            return fail(Code::device, device_ + ": what it sends does not end; check its settings");
        }
        all.insert(all.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(got));
    }
}

Result<std::size_t> Child::read_some(std::span<std::uint8_t> into, std::chrono::milliseconds silence) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const auto got = TRY(read_piece(into.subspan(filled), static_cast<int>(silence.count())));
        if (got == 0) break;
        filled += got;
    }
    return filled;
}

}  // namespace ardager::hw

#include "hw/sane/child.h"

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

namespace ardager::hw::sane {
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
Result<pid_t> spawn(const std::filesystem::path& program, const Pipe& input, const Pipe& output) {
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
        return fail(Code::device, "scanner: " + program.filename().string() +
                                      " cannot be started; install the kiosk's programs together");
    return id;
}

}  // namespace

Result<std::unique_ptr<Child>> Child::start(const std::filesystem::path& program, const std::string& wish,
                                            std::chrono::milliseconds patience) {
    Pipe input;
    Pipe output;
    const int wake = ::eventfd(0, EFD_CLOEXEC);
    if (!input.made() || !output.made() || wake < 0)
        return fail(Code::device, "scanner: too many files are open; restart the kiosk");
    const auto id = spawn(program, input, output);
    if (!id) {
        ::close(wake);
        return fail(id.error());
    }
    const int process = static_cast<int>(::syscall(SYS_pidfd_open, *id, 0));
    output.close_end(1);
    // The wish is shorter than a pipe holds: this never waits.
    (void)!::write(input.end(1), wish.data(), wish.size());
    return std::unique_ptr<Child>(
        new Child(*id, process, output.release(0), wake, static_cast<int>(patience.count())));
}

Child::~Child() {
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

Result<Bytes> Child::read_all(std::size_t limit_bytes) {
    Bytes all;
    Bytes piece(kScanReadBytes);
    bool stopped = false;
    for (;;) {
        std::array<pollfd, 2> waits{{{output_, POLLIN, 0}, {stopped ? -1 : wake_, POLLIN, 0}}};
        if (::poll(waits.data(), waits.size(), stopped ? patience_ms_ : -1) == 0) {
            ::kill(id_, SIGKILL);
            return fail(Code::device, "the scanner does not answer: switch it off and on, check its cable");
        }
        if (waits[1].revents != 0) {
            stopped = true;
            ::kill(id_, SIGTERM);
        }
        if (waits[0].revents == 0) continue;
        const auto got = ::read(output_, piece.data(), piece.size());
        if (got <= 0) return all;
        if (all.size() + static_cast<std::size_t>(got) > limit_bytes) {
            ::kill(id_, SIGKILL);
            return fail(Code::device, "scanner: the page does not end; check its settings");
        }
        all.insert(all.end(), piece.begin(), piece.begin() + got);
    }
}

}  // namespace ardager::hw::sane

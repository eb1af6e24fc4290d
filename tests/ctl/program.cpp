#include "tests/ctl/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>

namespace ardager::ctl_test {
namespace {

constexpr int kHangsAfterMs = 60'000;  // far above any command here, on any machine

struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe() { REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0); }
};

/// False at its end.
bool take(int file, std::string& into) {
    std::array<char, 65536> piece{};
    const auto size = ::read(file, piece.data(), piece.size());
    if (size <= 0) return false;
    into.append(piece.data(), static_cast<std::size_t>(size));
    return true;
}

void shut(int& file) {
    if (file >= 0) ::close(file);
    file = -1;
}

}  // namespace

Json Outcome::json() const {
    const auto value = parse_json(out);
    return value ? *value : Json(nullptr);
}

Program::Program(const std::vector<std::string>& words) {
    Pipe out;
    Pipe err;
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, err.ends[1], STDERR_FILENO);
    std::vector<std::string> kept = words;
    std::vector<char*> arguments;
    arguments.reserve(kept.size() + 1);
    for (auto& word : kept) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int fault = ::posix_spawnp(&pid_, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    ::close(out.ends[1]);
    ::close(err.ends[1]);
    out_ = out.ends[0];
    err_ = err.ends[0];
    CAPTURE(words.front());
    REQUIRE(fault == 0);
    watch_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    REQUIRE(watch_ >= 0);
}

Program::~Program() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    shut(out_);
    shut(err_);
    shut(watch_);
}

void Program::signal(int number) const {
    REQUIRE(pid_ > 0);
    ::kill(pid_, number);
}

bool Program::ended_within(std::chrono::milliseconds time) const {
    pollfd end{watch_, POLLIN, 0};
    return ::poll(&end, 1, static_cast<int>(time.count())) > 0;
}

bool Program::read_more(int limit_ms) {
    std::array<pollfd, 2> files{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
    if (out_ < 0 && err_ < 0) return false;
    if (::poll(files.data(), files.size(), limit_ms) <= 0) return false;
    if (files[0].revents != 0 && !take(out_, outcome_.out)) shut(out_);
    if (files[1].revents != 0 && !take(err_, outcome_.err)) shut(err_);
    return true;
}

std::string Program::first_line() {
    while (outcome_.out.find('\n') == std::string::npos && out_ >= 0 && read_more(kHangsAfterMs)) {
    }
    return outcome_.out.substr(0, outcome_.out.find('\n'));
}

Outcome Program::wait() {
    while (read_more(kHangsAfterMs)) {
    }
    if (!ended_within(std::chrono::milliseconds(kHangsAfterMs))) ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    outcome_.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome_;
}

Outcome run(const std::vector<std::string>& words) {
    return Program(words).wait();
}

}  // namespace ardager::ctl_test

#include "tests/hw/cups/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

extern char** environ;

namespace ardager::hw {

Process::Process(const std::vector<std::string>& command, const std::string& environment) {
    INFO(command[0] << " is missing: install the [test] packages of packaging/packages.txt");
    REQUIRE(std::filesystem::exists(command[0]));
    std::vector<std::string> words{"/usr/bin/setpriv", "--pdeathsig", "KILL"};
    words.insert(words.end(), command.begin(), command.end());
    std::array<int, 2> pipe{};
    REQUIRE(::pipe2(pipe.data(), O_CLOEXEC) == 0);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string first = environment;
    std::vector<char*> variables{first.data()};
    for (char** next = environ; *next != nullptr; ++next) variables.push_back(*next);
    variables.push_back(nullptr);
    posix_spawnattr_t own_group;
    posix_spawnattr_init(&own_group);
    posix_spawnattr_setflags(&own_group, POSIX_SPAWN_SETPGROUP);
    const int fault = ::posix_spawn(&id_, arguments[0], &files, &own_group, arguments.data(),
                                    environment.empty() ? environ : variables.data());
    posix_spawnattr_destroy(&own_group);
    posix_spawn_file_actions_destroy(&files);
    ::close(pipe[1]);
    output_ = pipe[0];
    REQUIRE(fault == 0);
}

Process::~Process() {
    end(SIGKILL);
}

Process& Process::operator=(Process&& other) noexcept {
    if (this != &other) {
        end(SIGKILL);
        id_ = std::exchange(other.id_, -1);
        output_ = std::exchange(other.output_, -1);
    }
    return *this;
}

void Process::wait_for_a_line() const {
    char letter = 0;
    while (::read(output_, &letter, 1) == 1 && letter != '\n') {
    }
}

void Process::signal(int number) const {
    if (id_ > 0) ::kill(id_, number);
}

void Process::end(int number) {
    if (id_ <= 0) return;
    signal(number);
    signal(SIGCONT);  // one that is stopped would not hear of it
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
    ::kill(-id_, SIGKILL);  // what it started and left behind
    ::close(output_);
    id_ = output_ = -1;
}

}  // namespace ardager::hw

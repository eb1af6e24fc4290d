#include "tests/benchmark/scratch.h"

#include <linux/magic.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

extern char** environ;

namespace ardager::bench {

std::filesystem::path own_folder() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

Scratch::Scratch(const std::filesystem::path& wanted) {
    const auto parent = wanted.empty() ? own_folder().parent_path() : std::filesystem::absolute(wanted);
    auto name = (parent / "ardager-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error(name + ": cannot be made");
    path_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path Scratch::fresh(const std::string& name) const {
    auto folder = path_ / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

bool Scratch::in_memory() const {
    struct statfs about {};
    return ::statfs(path_.c_str(), &about) == 0 && about.f_type == TMPFS_MAGIC;
}

Child::Child(const std::vector<std::string>& words) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    const int failed = posix_spawnp(&id_, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_ = ends[0];
    if (failed == 0) return;
    ::close(output_);
    throw std::runtime_error(words[0] + ": cannot be started");
}

Child::~Child() {
    ::close(output_);
    if (id_ <= 0) return;
    ::kill(id_, SIGTERM);
    for (int i = 0; i < 50; ++i, let_pass(100))
        if (::waitpid(id_, nullptr, WNOHANG) != 0) return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
}

std::string Child::output() {
    std::string text;
    char block[4096];
    for (;;) {
        const auto got = ::read(output_, block, sizeof block);
        if (got <= 0) return text;
        text.append(block, static_cast<std::size_t>(got));
    }
}

int Child::wait() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void let_pass(int milliseconds) {
    ::poll(nullptr, 0, milliseconds);
}

}  // namespace ardager::bench

#include "tests/bench/disk_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <mutex>
#include <optional>
#include <set>

#include "tests/bench/disk_image.h"

namespace ardager::bench {
namespace {

struct OpenFile;

/// One file, its locks and its shared memory.
struct Node {
    DiskImage image;
    std::set<OpenFile*> handles;
    std::vector<std::unique_ptr<char[]>> regions;
};

struct Fault {
    DiskOperation operation;
    DiskFault fault;
    unsigned skip;
};

/// What SQLite takes for its sqlite3_file.
struct OpenFile {
    sqlite3_file base;
    SimulatedDisk::Inside* disk;
    std::shared_ptr<Node>* node;
    std::uint64_t life;  // of the program that opened it
    int lock;
    unsigned shared_memory_shared;
    unsigned shared_memory_exclusive;
};

OpenFile& own(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

}  // namespace

struct SimulatedDisk::Inside {
    mutable std::mutex mutex;
    std::string name;
    sqlite3_vfs vfs{};
    std::map<std::string, std::shared_ptr<Node>> nodes;
    std::map<std::string, std::shared_ptr<Node>> deleted;  // may come back when the power goes
    std::optional<Fault> fault;
    std::uint64_t life = 1;

    [[nodiscard]] bool fails(DiskOperation operation, DiskFault& how) {
        if (!fault || fault->operation != operation) return false;
        if (fault->skip > 0) {
            --fault->skip;
            return false;
        }
        how = fault->fault;
        fault.reset();
        return true;
    }
    int write(Node& node, std::uint64_t offset, ByteView bytes) {
        DiskFault how{};
        if (fails(DiskOperation::write, how))
            return how == DiskFault::full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        node.image.write(offset, bytes);
        return SQLITE_OK;
    }
    int sync(Node& node) {
        DiskFault how{};
        if (fails(DiskOperation::sync, how)) {
            node.image.fail_sync();
            return SQLITE_IOERR_FSYNC;
        }
        // SQLite flushes the folder with a new file's first flush, and with it every deletion before.
        if (!node.image.ever_synced()) deleted.clear();
        node.image.sync();
        return SQLITE_OK;
    }
    /// Locks and shared memory belong to the program that died.
    void end_life() {
        ++life;
        fault.reset();
        for (auto& [path, node] : nodes) {
            node->handles.clear();
            // A dead program may still look at its shared memory while it is taken apart: the old node keeps
            // it.
            auto fresh = std::make_shared<Node>();
            fresh->image = node->image;
            node = std::move(fresh);
        }
    }
};

namespace {

int close_file(sqlite3_file* file) {
    OpenFile& open = own(file);
    const std::lock_guard lock(open.disk->mutex);
    (*open.node)->handles.erase(&open);
    delete open.node;
    open.node = nullptr;
    return SQLITE_OK;
}

/// Runs an operation on a file of a living program under the disk's lock.
template <class Operation>
int living(sqlite3_file* file, int when_dead, Operation operation) {
    OpenFile& open = own(file);
    const std::lock_guard lock(open.disk->mutex);
    if (open.life != open.disk->life) return when_dead;
    return operation(open, **open.node);
}

int read_file_at(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    return living(file, SQLITE_IOERR_READ, [&](OpenFile&, Node& node) {
        const Bytes& seen = node.image.seen();
        const auto from = std::min<std::size_t>(seen.size(), static_cast<std::size_t>(offset));
        const auto there = std::min<std::size_t>(seen.size() - from, static_cast<std::size_t>(amount));
        std::memset(out, 0, static_cast<std::size_t>(amount));
        if (there > 0) std::memcpy(out, seen.data() + from, there);
        return there == static_cast<std::size_t>(amount) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    });
}

int write_file_at(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    return living(file, SQLITE_IOERR_WRITE, [&](OpenFile& open, Node& node) {
        return open.disk->write(node, static_cast<std::uint64_t>(offset),
                                {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(amount)});
    });
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return living(file, SQLITE_IOERR_TRUNCATE, [&](OpenFile&, Node& node) {
        node.image.truncate(static_cast<std::uint64_t>(size));
        return SQLITE_OK;
    });
}

int sync_file(sqlite3_file* file, int) {
    return living(file, SQLITE_IOERR_FSYNC, [](OpenFile& open, Node& node) { return open.disk->sync(node); });
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return living(file, SQLITE_IOERR_FSTAT, [&](OpenFile&, Node& node) {
        *size = static_cast<sqlite3_int64>(node.image.seen().size());
        return SQLITE_OK;
    });
}

int lock_file(sqlite3_file* file, int level) {
    return living(file, SQLITE_IOERR_LOCK, [&](OpenFile& open, Node& node) {
        for (const OpenFile* other : node.handles) {
            if (other == &open) continue;
            const bool free = level == SQLITE_LOCK_SHARED     ? other->lock < SQLITE_LOCK_PENDING
                              : level == SQLITE_LOCK_RESERVED ? other->lock < SQLITE_LOCK_RESERVED
                                                              : other->lock == SQLITE_LOCK_NONE;
            if (!free) return SQLITE_BUSY;
        }
        open.lock = std::max(open.lock, level);
        return SQLITE_OK;
    });
}

int unlock_file(sqlite3_file* file, int level) {
    return living(file, SQLITE_OK, [&](OpenFile& open, Node&) {
        open.lock = std::min(open.lock, level);
        return SQLITE_OK;
    });
}

int check_reserved(sqlite3_file* file, int* reserved) {
    return living(file, SQLITE_IOERR_CHECKRESERVEDLOCK, [&](OpenFile&, Node& node) {
        *reserved = std::ranges::any_of(node.handles,
                                        [](const OpenFile* f) { return f->lock >= SQLITE_LOCK_RESERVED; })
                        ? 1
                        : 0;
        return SQLITE_OK;
    });
}

int file_control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return static_cast<int>(kSectorBytes);
}
int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int map_shared_memory(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    return living(file, SQLITE_IOERR_SHMMAP, [&](OpenFile&, Node& node) {
        *out = nullptr;
        const auto wanted = static_cast<std::size_t>(region);
        if (node.regions.size() <= wanted && extend == 0) return SQLITE_OK;
        while (node.regions.size() <= wanted)
            node.regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
        *out = node.regions[wanted].get();
        return SQLITE_OK;
    });
}

int lock_shared_memory(sqlite3_file* file, int first, int count, int flags) {
    return living(file, SQLITE_IOERR_SHMLOCK, [&](OpenFile& open, Node& node) {
        const unsigned mask = ((1U << count) - 1U) << first;
        if ((flags & SQLITE_SHM_UNLOCK) != 0) {
            open.shared_memory_shared &= ~mask;
            open.shared_memory_exclusive &= ~mask;
            return SQLITE_OK;
        }
        const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
        for (const OpenFile* other : node.handles) {
            if (other == &open) continue;
            if ((other->shared_memory_exclusive & mask) != 0 ||
                (exclusive && (other->shared_memory_shared & mask) != 0))
                return SQLITE_BUSY;
        }
        (exclusive ? open.shared_memory_exclusive : open.shared_memory_shared) |= mask;
        return SQLITE_OK;
    });
}

void shared_memory_barrier(sqlite3_file*) {
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

int unmap_shared_memory(sqlite3_file* file, int remove) {
    return living(file, SQLITE_OK, [&](OpenFile& open, Node& node) {
        open.shared_memory_shared = 0;
        open.shared_memory_exclusive = 0;
        if (remove != 0 && node.handles.size() <= 1) node.regions.clear();
        return SQLITE_OK;
    });
}

constexpr sqlite3_io_methods kMethods = {2,
                                         close_file,
                                         read_file_at,
                                         write_file_at,
                                         truncate_file,
                                         sync_file,
                                         file_size,
                                         lock_file,
                                         unlock_file,
                                         check_reserved,
                                         file_control,
                                         sector_size,
                                         characteristics,
                                         map_shared_memory,
                                         lock_shared_memory,
                                         shared_memory_barrier,
                                         unmap_shared_memory,
                                         nullptr,
                                         nullptr};

SimulatedDisk::Inside& disk_of(sqlite3_vfs* vfs) {
    return *static_cast<SimulatedDisk::Inside*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
    auto& disk = disk_of(vfs);
    const std::lock_guard lock(disk.mutex);
    std::shared_ptr<Node> node;
    if (name == nullptr)
        node = std::make_shared<Node>();
    else if (const auto found = disk.nodes.find(name); found != disk.nodes.end())
        node = found->second;
    file->pMethods = nullptr;
    if (!node && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    if (!node) node = disk.nodes[name] = std::make_shared<Node>();
    OpenFile& open = own(file);
    open = {{&kMethods}, &disk, new std::shared_ptr<Node>(node), disk.life, SQLITE_LOCK_NONE, 0, 0};
    node->handles.insert(&open);
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int) {
    auto& disk = disk_of(vfs);
    const std::lock_guard lock(disk.mutex);
    const auto found = disk.nodes.find(name);
    if (found == disk.nodes.end()) return SQLITE_IOERR_DELETE_NOENT;
    if (found->second->image.ever_synced()) disk.deleted[name] = found->second;
    disk.nodes.erase(found);
    return SQLITE_OK;
}

int access_file(sqlite3_vfs* vfs, const char* name, int, int* found) {
    auto& disk = disk_of(vfs);
    const std::lock_guard lock(disk.mutex);
    *found = disk.nodes.contains(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

class SimulatedAnchorFile final : public AnchorFile {
public:
    SimulatedAnchorFile(SimulatedDisk::Inside& disk, std::string path)
        : disk_(disk), path_(std::move(path)) {}
    Result<Bytes> read() override {
        const std::lock_guard lock(disk_.mutex);
        const auto found = disk_.nodes.find(path_);
        return found == disk_.nodes.end() ? Bytes{} : found->second->image.seen();
    }
    Result<void> write(std::uint64_t offset, ByteView bytes) override {
        const std::lock_guard lock(disk_.mutex);
        auto& node = disk_.nodes[path_];
        if (!node) node = std::make_shared<Node>();
        if (disk_.write(*node, offset, bytes) != SQLITE_OK)
            return fail(Code::disk, "anchor: simulated fault");
        return {};
    }
    Result<void> sync() override {
        const std::lock_guard lock(disk_.mutex);
        const auto found = disk_.nodes.find(path_);
        if (found != disk_.nodes.end() && disk_.sync(*found->second) != SQLITE_OK)
            return fail(Code::disk, "anchor: simulated fault");
        return {};
    }

private:
    SimulatedDisk::Inside& disk_;
    std::string path_;
};

}  // namespace

SimulatedDisk::SimulatedDisk(std::string vfs_name) : inside_(std::make_unique<Inside>()) {
    inside_->name = std::move(vfs_name);
    ARDAGER_CHECK(sqlite3_vfs_find(inside_->name.c_str()) == nullptr);
    // Time, sleep and randomness stay the system's.
    inside_->vfs = *sqlite3_vfs_find(nullptr);
    auto& vfs = inside_->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.pNext = nullptr;
    vfs.zName = inside_->name.c_str();
    vfs.pAppData = inside_.get();
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_path;
    ARDAGER_CHECK(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

SimulatedDisk::~SimulatedDisk() {
    sqlite3_vfs_unregister(&inside_->vfs);
}

void SimulatedDisk::crash(Random& random) {
    const std::lock_guard lock(inside_->mutex);
    inside_->end_life();
    for (auto& [path, node] : inside_->deleted)
        if (!inside_->nodes.contains(path) && random.below(2) == 0) {
            auto back = std::make_shared<Node>();
            back->image = node->image;
            inside_->nodes[path] = std::move(back);
        }
    inside_->deleted.clear();
    for (auto& [path, node] : inside_->nodes) node->image.lose_power(random);
    // A file that was never flushed may not even have its name.
    std::erase_if(inside_->nodes, [&](const auto& item) {
        return !item.second->image.ever_synced() && random.below(2) == 0;
    });
}

void SimulatedDisk::kill_program() {
    const std::lock_guard lock(inside_->mutex);
    inside_->end_life();
}

void SimulatedDisk::arm_fault(DiskOperation operation, DiskFault fault, unsigned skip) {
    const std::lock_guard lock(inside_->mutex);
    ARDAGER_CHECK(operation == DiskOperation::write || fault != DiskFault::full);
    inside_->fault = Fault{operation, fault, skip};
}

void SimulatedDisk::disarm() {
    const std::lock_guard lock(inside_->mutex);
    inside_->fault.reset();
}

bool SimulatedDisk::armed() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->fault.has_value();
}

Bytes SimulatedDisk::contents(const std::string& path) const {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->nodes.find(path);
    return found == inside_->nodes.end() ? Bytes{} : found->second->image.seen();
}

std::vector<std::string> SimulatedDisk::files() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<std::string> names;
    for (const auto& [path, node] : inside_->nodes) names.push_back(path);
    return names;
}

std::shared_ptr<AnchorFile> SimulatedDisk::anchor_file(const std::string& path) {
    return std::make_shared<SimulatedAnchorFile>(*inside_, path);
}

}  // namespace ardager::bench

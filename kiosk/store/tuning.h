// Every limit of kiosk/store, with its reason.
#pragma once

#include <cstddef>

namespace ardager::store::tuning {

// A reader never blocks the writer in WAL mode; only recovery and two writers wait, and both are short.
inline constexpr int kBusyTimeoutMs = 2000;
// Dirty pages beyond this spill into the WAL early; one scanned page (a few hundred KB) must not.
inline constexpr int kWriterCacheKiB = 4096;
inline constexpr int kReaderCacheKiB = 1024;
// One large scan may stretch the WAL; it shrinks to this when it starts over.
inline constexpr int kWalKeepBytes = 8 << 20;
// Copies this much of the WAL at a time when it is renewed; SQLite's own VFS writes less than 128 KiB in one
// call.
inline constexpr std::size_t kRenewalBlockBytes = 64U << 10;
// A backup copies this many pages between looks at the lock, so that a writer is never held up for long.
inline constexpr int kBackupPages = 256;

}  // namespace ardager::store::tuning

// The tables of one gateway (ministry.sqlite) and of its allow-list (peers.sqlite). Released steps never
// change; a new shape is a new migration at the end.
#pragma once

#include <array>

#include "kiosk/store/database.h"

namespace ardager::gateway {

inline constexpr std::array<store::Migration, 1> kMinistryMigrations{{{1, R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta(key, value) VALUES('epoch', 1);
CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journals(
    device TEXT PRIMARY KEY, next_seq INTEGER NOT NULL, head BLOB NOT NULL, fenced INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The header as it came, so that a device can be given its own journal back; the payload sealed.
CREATE TABLE entries(
    device TEXT NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, type TEXT NOT NULL, at_ms INTEGER NOT NULL,
    boot_id TEXT NOT NULL, monotonic_ms INTEGER NOT NULL, offset_ms INTEGER, quality TEXT NOT NULL,
    prev BLOB NOT NULL, payload_sha256 BLOB NOT NULL, hash BLOB NOT NULL, projection TEXT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE(device, seq), UNIQUE(id)
) STRICT;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT raise(ABORT,
    'entries are never deleted'); END;
CREATE TRIGGER entries_keep BEFORE UPDATE ON entries BEGIN SELECT raise(ABORT,
    'entries are never changed'); END;

CREATE TABLE named_files(
    device TEXT NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL, size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    PRIMARY KEY(device, seq, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_files_by_digest ON named_files(digest, device);

CREATE TABLE applications(
    id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, device TEXT NOT NULL, seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL, service TEXT NOT NULL, due TEXT NOT NULL, provider TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    extended_days INTEGER NOT NULL, registration_number TEXT NOT NULL, UNIQUE(device, seq)
) STRICT;
CREATE INDEX applications_by_state ON applications(kind, state, id);
CREATE TABLE provider_inbox(number TEXT PRIMARY KEY, provider TEXT NOT NULL,
    told_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE uploads(
    id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL, device TEXT NOT NULL, size INTEGER NOT NULL,
    media_type TEXT NOT NULL, received INTEGER NOT NULL, UNIQUE(digest, device)
) STRICT;
CREATE TABLE pieces(
    upload INTEGER NOT NULL REFERENCES uploads(id) ON DELETE CASCADE, begins INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE(upload, begins)
) STRICT;
CREATE TABLE files(digest BLOB PRIMARY KEY, upload INTEGER NOT NULL REFERENCES uploads(id)) STRICT,
    WITHOUT ROWID;

-- device '' means every device of the branch.
CREATE TABLE feed(
    cursor INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, branch TEXT NOT NULL, device TEXT NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL, sealed BLOB NOT NULL
) STRICT;
CREATE INDEX feed_by_branch ON feed(branch, cursor);
)sql"}}};

inline constexpr std::array<store::Migration, 1> kPeerMigrations{{{1, R"sql(
CREATE TABLE peers(
    fingerprint TEXT PRIMARY KEY, role TEXT NOT NULL, name TEXT NOT NULL, branch TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX peers_by_name ON peers(role, name);
)sql"}}};

}  // namespace ardager::gateway

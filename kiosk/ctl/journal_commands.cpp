#include <cstdio>

#include "kiosk/ctl/commands.h"

namespace ardager::ctl {
namespace {

constexpr std::size_t kEntriesAtOnce = 256;
constexpr std::size_t kBytesAtOnce = 4U << 20;

Json describe(const StoredEntry& stored, bool with_payload) {
    const auto& entry = stored.entry;
    Json value{{"seq", entry.seq},
               {"id", entry.id.text()},
               {"type", entry.type},
               {"at", iso_instant(entry.at)},
               {"clock", clock_quality_name(entry.clock.quality)},
               {"prev", entry.prev.hex()},
               {"payload_sha256", entry.payload_sha256.hex()},
               {"hash", entry.hash.hex()}};
    if (with_payload) value["payload"] = stored.payload;
    return value;
}

}  // namespace

ExitCode journal_verify(const Context& context) {
    const auto opened = CTL_TRY(context, context.office());
    const auto verified = CTL_TRY(context, opened->journal().verify());
    const Json value{{"entries", verified.entries},
                     {"head", verified.head.hash.hex()},
                     {"attachments", verified.attachments},
                     {"ok", true}};
    return answer(context, value,
                  std::to_string(verified.entries) + " entries and " + std::to_string(verified.attachments) +
                      " attachments are whole; head " + verified.head.hash.hex());
}

ExitCode journal_show(const Context& context, std::uint64_t seq, bool with_payload) {
    const auto office = CTL_TRY(context, context.office());
    const auto value = describe(CTL_TRY(context, office->journal().reader().read(seq)), with_payload);
    return answer(context, value, value.dump(2));
}

ExitCode journal_export(const Context& context, bool with_payloads) {
    const auto office = CTL_TRY(context, context.office());
    std::uint64_t next = 1;
    while (next <= office->journal().head().seq) {
        const auto entries =
            CTL_TRY(context, office->journal().reader().read_from(next, kEntriesAtOnce, kBytesAtOnce));
        for (const auto& stored : entries)
            std::printf("%s\n", dump_json(describe(stored, with_payloads)).c_str());
        next += entries.size();
    }
    return done;
}

ExitCode record_rebuild(const Context& context) {
    const auto office = CTL_TRY(context, context.office());
    CTL_TRY(context, office->journal().rebuild());
    const auto entries = office->journal().head().seq;
    return answer(context, {{"entries", entries}},
                  "the projections are rebuilt from " + std::to_string(entries) + " entries");
}

ExitCode record_backup(const Context& context, const std::string& file) {
    CTL_TRY(context, check_output(file));
    const auto office = CTL_TRY(context, context.office());
    CTL_TRY(context, office->journal().reader().database().backup_to(file));
    return answer(context, {{"file", file}},
                  file + ": a sealed copy; it opens only with this record's vault.key");
}

}  // namespace ardager::ctl

// One step of the pump: how each event moves the state. Private to this folder; pump.h is what others see.
#pragma once

#include "sync/client/pump.h"

namespace ardager::sync {

class Turn {
public:
    Turn(PumpState& state, Random& random) : state_(state), random_(random) {}
    [[nodiscard]] std::vector<Action> actions() && { return std::move(out_); }

    void operator()(const Started& event);
    void operator()(const Met& event);
    void operator()(const Surveyed& event);
    void operator()(const Acknowledged& event);
    void operator()(const Refused& event);
    void operator()(const FileAt& event);
    void operator()(const FileLost& event);
    void operator()(const FileMoved& event);
    void operator()(const PieceDamaged& event);
    void operator()(const EntryChecked& event);
    void operator()(const FeedRead& event);
    void operator()(const Interrupted& event);
    void operator()(const LineFailed& event);
    void operator()(const RecordFailed& event);

private:
    void end(std::optional<PassFault> fault = std::nullopt);
    void end_line(wire::LineFault fault, std::string detail);
    /// Fork, fence, damage: tell staff, write nothing more in this pass, read the feed. Behind: not even
    /// that.
    void stop_writing(std::string code, std::string detail);
    void keep_stopped(const std::optional<PassFault>& fault);
    void look();
    void keep_confirmed();
    void read_feed();
    void send_from(std::uint64_t first, std::size_t most_entries);
    /// Asks whoami again; too many times in one pass is a fault of the line.
    void turn_back();

    void go_on_with(const Attachment& file);
    void create_file();
    void send_piece();
    void file_refused(const std::string& why);
    /// The gateway has no entry that names the file: it lost entries, or the file belongs to none.
    void file_not_named(const wire::Refusal& refusal);
    void set_file_aside(const std::string& why);
    [[nodiscard]] bool too_many_turns();

    PumpState& state_;
    Random& random_;
    std::vector<Action> out_;
};

}  // namespace ardager::sync

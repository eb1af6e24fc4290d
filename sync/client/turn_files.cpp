// Files: tus creation, the offset, then one piece at a time. Newer entries overtake after every piece.
#include <algorithm>

#include "sync/client/turn.h"

namespace ardager::sync {

bool Turn::too_many_turns() {
    if (++state_.turns <= kMostTurns) return false;
    end_line(wire::LineFault::broken, "a file does not get on");
    return true;
}

void Turn::go_on_with(const Attachment& file) {
    if (!state_.file || state_.file->attachment.digest != file.digest)
        state_.file = FileUnderWay{file, {}, false};
    if (state_.file->offset) return send_piece();
    create_file();
}

void Turn::create_file() {
    state_.step = Step::creating;
    out_.push_back(CreateFile{state_.file->attachment});
}

void Turn::send_piece() {
    const FileUnderWay& file = *state_.file;
    const std::uint64_t left = file.attachment.size_bytes - *file.offset;
    state_.step = Step::sending_piece;
    out_.push_back(
        SendPiece{file.attachment, *file.offset, std::min<std::uint64_t>(left, state_.piece.size())});
}

void Turn::operator()(const FileAt& event) {
    FileUnderWay& file = *state_.file;
    const Digest digest = file.attachment.digest;
    if (!event.offset) {
        if (state_.step != Step::creating)
            return end_line(wire::LineFault::not_a_gateway, "no Upload-Offset");
        state_.step = Step::locating;
        out_.push_back(AskOffset{digest});
        return;
    }
    if (*event.offset > file.attachment.size_bytes)
        return end_line(wire::LineFault::not_a_gateway, "an offset beyond the file's end");
    const bool added = state_.step == Step::sending_piece;
    if (added && *event.offset <= *file.offset && too_many_turns()) return;
    if (added) state_.piece.went_through(event.took);
    file.offset = event.offset;
    if (*event.offset == file.attachment.size_bytes) {
        state_.file.reset();
        out_.push_back(ConfirmFile{digest});
        return look();
    }
    // Right after creation nothing has been waited for; after a piece newer entries go first.
    added ? look() : send_piece();
}

void Turn::operator()(const FileLost&) {
    if (too_many_turns()) return;
    state_.file->offset.reset();
    create_file();
}

void Turn::operator()(const FileMoved&) {
    if (too_many_turns()) return;
    state_.step = Step::locating;
    out_.push_back(AskOffset{state_.file->attachment.digest});
}

void Turn::operator()(const PieceDamaged&) {
    if (too_many_turns()) return;
    send_piece();
}

void Turn::file_refused(const std::string& why) {
    if (state_.file->refused_once) return set_file_aside(why);
    state_.file->refused_once = true;
    state_.file->offset.reset();
    create_file();
}

void Turn::file_not_named(const wire::Refusal& refusal) {
    if (refusal.expected_seq.value_or(0) < state_.marks.next_seq) return turn_back();
    set_file_aside(refusal.detail);
}

void Turn::set_file_aside(const std::string& why) {
    const Digest digest = state_.file->attachment.digest;
    state_.file.reset();
    state_.marks.quarantine[digest] = why;
    out_.push_back(KeepQuarantine{state_.marks.quarantine});
    out_.push_back(Tell{"file " + digest.hex().substr(0, 12) + " is set aside: " + why});
    look();
}

}  // namespace ardager::sync

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
    if (!state_.file || state_.file->attachment.digest != file.digest) state_.file = FileUnderWay{file, {}};
    if (state_.file->offset) return send_piece();
    create_file();
}

void Turn::create_file() {
    FileUnderWay& file = *state_.file;
    state_.step = Step::creating;
    // On a line that was cut a piece may be there already: first the question, then the rest.
    const bool first = !std::exchange(file.asked, true) && state_.failures == 0;
    file.on_way = first ? std::min<std::uint64_t>(file.attachment.size_bytes, state_.piece.size()) : 0;
    out_.push_back(CreateFile{file.attachment, file.on_way});
}

void Turn::send_piece() {
    FileUnderWay& file = *state_.file;
    const std::uint64_t left = file.attachment.size_bytes - *file.offset;
    state_.step = Step::sending_piece;
    file.on_way = std::min<std::uint64_t>(left, state_.piece.size());
    out_.push_back(SendPiece{file.attachment, *file.offset, file.on_way});
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
    const bool added = std::exchange(file.on_way, 0) > 0 && state_.step != Step::locating;
    if (added && *event.offset <= file.offset.value_or(0) && too_many_turns()) return;
    if (added) state_.piece.went_through(event.took);
    file.offset = event.offset;
    if (*event.offset == file.attachment.size_bytes) {
        state_.file.reset();
        state_.confirmed.push_back(digest);
        if (state_.confirmed.size() >= kMostUnkeptFiles) keep_confirmed();
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
    state_.file->offset ? send_piece() : create_file();
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

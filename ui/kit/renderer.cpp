#include "ui/kit/renderer.h"

#include <SDL.h>
#include <imgui.h>

#include <cstddef>
#include <utility>

namespace ardager::ui {
namespace {

/// A run of triangles, through SDL's general path. ImDrawVert is position, texture place, colour; SDL takes
/// each with a stride.
void render_run(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command, unsigned from,
                unsigned count) {
    if (count == 0) return;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    SDL_RenderGeometryRaw(
        renderer, static_cast<SDL_Texture*>(command.GetTexID()), &vertices->pos.x, sizeof(ImDrawVert),
        reinterpret_cast<const SDL_Color*>(&vertices->col), sizeof(ImDrawVert), &vertices->uv.x,
        sizeof(ImDrawVert), list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
        list.IdxBuffer.Data + command.IdxOffset + from, static_cast<int>(count), sizeof(ImDrawIdx));
}

/// True when two triangles are one upright rectangle of one colour, as ImGui's PrimRect lays them out.
bool is_rectangle(const ImDrawIdx* indices, const ImDrawVert* vertices) {
    const unsigned first = indices[0];
    for (const auto& [place, step] : {std::pair{1, 1}, {2, 2}, {3, 0}, {4, 2}, {5, 3}})
        if (indices[place] != first + static_cast<unsigned>(step)) return false;
    const ImDrawVert* at = vertices + first;
    const bool upright = at[0].pos.y == at[1].pos.y && at[1].pos.x == at[2].pos.x &&
                         at[2].pos.y == at[3].pos.y && at[3].pos.x == at[0].pos.x;
    return upright && at[0].col == at[1].col && at[0].col == at[2].col && at[0].col == at[3].col;
}

void fill_rectangle(SDL_Renderer* renderer, const ImDrawVert& from, const ImDrawVert& to) {
    const SDL_FRect box{from.pos.x, from.pos.y, to.pos.x - from.pos.x, to.pos.y - from.pos.y};
    const auto part = [&](int shift) { return static_cast<Uint8>(from.col >> shift & 0xFFU); };
    const Uint8 alpha = part(IM_COL32_A_SHIFT);
    // An opaque rectangle is a plain fill, many times faster than mixing it pixel by pixel.
    SDL_SetRenderDrawBlendMode(renderer, alpha == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT),
                           alpha);
    SDL_RenderFillRectF(renderer, &box);
}

void render_plain(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    unsigned run = 0;
    unsigned at = 0;
    while (at + 6 <= command.ElemCount) {
        if (!is_rectangle(indices + at, vertices)) {
            at += 3;
            continue;
        }
        render_run(renderer, list, command, run, at - run);
        fill_rectangle(renderer, vertices[indices[at]], vertices[indices[at + 2]]);
        run = at += 6;
    }
    render_run(renderer, list, command, run, command.ElemCount - run);
}

void render_command(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
    const SDL_Rect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                        static_cast<int>(command.ClipRect.z - command.ClipRect.x),
                        static_cast<int>(command.ClipRect.w - command.ClipRect.y)};
    if (clip.w <= 0 || clip.h <= 0 || command.ElemCount == 0) return;
    SDL_RenderSetClipRect(renderer, &clip);
    if (command.GetTexID() == nullptr)
        render_plain(renderer, list, command);
    else
        render_run(renderer, list, command, 0, command.ElemCount);
}

}  // namespace

void render_triangles(SDL_Renderer* renderer, const ImDrawData& data) {
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) render_command(renderer, list, command);
    }
    SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace ardager::ui

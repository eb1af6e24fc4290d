#include "ui/kit/renderer.h"

#include <SDL.h>
#include <imgui.h>

#include <cstddef>

namespace ardager::ui {
namespace {

void render_command(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
    const SDL_Rect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                        static_cast<int>(command.ClipRect.z - command.ClipRect.x),
                        static_cast<int>(command.ClipRect.w - command.ClipRect.y)};
    if (clip.w <= 0 || clip.h <= 0 || command.ElemCount == 0) return;
    SDL_RenderSetClipRect(renderer, &clip);
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    // ImDrawVert is position, texture place, colour; SDL takes each with a stride.
    SDL_RenderGeometryRaw(
        renderer, static_cast<SDL_Texture*>(command.GetTexID()), &vertices->pos.x, sizeof(ImDrawVert),
        reinterpret_cast<const SDL_Color*>(&vertices->col), sizeof(ImDrawVert), &vertices->uv.x,
        sizeof(ImDrawVert), list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
        list.IdxBuffer.Data + command.IdxOffset, static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

}  // namespace

void render_triangles(SDL_Renderer* renderer, const ImDrawData& data) {
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) render_command(renderer, list, command);
    }
    SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace ardager::ui

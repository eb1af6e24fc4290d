// Draws ImGui's triangles through SDL_RenderGeometryRaw. Debian's ImGui 1.86 has no SDL_Renderer backend in
// its library. Draw commands without a texture are plain colours, which the software renderer fills faster.
#pragma once

struct ImDrawData;
struct SDL_Renderer;

namespace ardager::ui {

/// Draws everything within the window's pixels; the target keeps its clip rectangle unset afterwards.
void render_triangles(SDL_Renderer* renderer, const ImDrawData& data);

}  // namespace ardager::ui

#include "platform/picture_mark.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cstdint>
#include <set>

using vekha::platform::picture_mark;

namespace {

// One list with two triangles, as Dear ImGui hands it over.
struct Picture {
    Picture() {
        for (const float x : {0.0F, 1.0F, 2.0F, 3.0F}) {
            list.VtxBuffer.push_back({.pos = {x, 1.0F}, .uv = {0.0F, 0.0F}, .col = 0xFF00FF00U});
        }
        for (const int index : {0, 1, 2, 1, 2, 3}) {
            list.IdxBuffer.push_back(static_cast<ImDrawIdx>(index));
        }
        list.CmdBuffer.clear();
        ImDrawCmd command;
        command.ClipRect = {0.0F, 0.0F, 10.0F, 10.0F};
        command.TexRef = ImTextureRef(ImTextureID{7});
        command.ElemCount = 6;
        list.CmdBuffer.push_back(command);
        data.DisplaySize = {10.0F, 10.0F};
        data.FramebufferScale = {1.0F, 1.0F};
        data.CmdLists.push_back(&list);
    }

    [[nodiscard]] std::uint64_t mark() const { return picture_mark(data); }

    ImDrawList list{nullptr};
    ImDrawData data;
};

} // namespace

TEST_CASE("Equal pictures have equal marks") {
    const Picture one;
    const Picture other;
    CHECK(one.mark() == other.mark());
    CHECK(one.mark() != 0);
}

TEST_CASE("Whatever changes in a picture changes its mark") {
    std::set<std::uint64_t> marks{Picture().mark()};
    const auto changed = [&marks](auto change) {
        Picture picture;
        change(picture);
        return marks.insert(picture.mark()).second;
    };
    for (int corner = 0; corner < 4; ++corner) {
        CHECK(changed([&](Picture& p) { p.list.VtxBuffer[corner].pos.x += 0.25F; }));
        CHECK(changed([&](Picture& p) { p.list.VtxBuffer[corner].uv.y += 0.25F; }));
        CHECK(changed([&](Picture& p) { p.list.VtxBuffer[corner].col ^= 1U; }));
    }
    CHECK(changed([](Picture& p) { p.list.IdxBuffer[5] = 0; }));
    CHECK(changed([](Picture& p) { p.list.VtxBuffer.pop_back(); }));
    CHECK(changed([](Picture& p) { p.list.CmdBuffer[0].ClipRect.w = 9.0F; }));
    CHECK(changed([](Picture& p) { p.list.CmdBuffer[0].ElemCount = 3; }));
    CHECK(changed([](Picture& p) { p.list.CmdBuffer[0].TexRef = ImTextureRef(ImTextureID{8}); }));
    CHECK(changed([](Picture& p) { p.list.CmdBuffer.push_back(p.list.CmdBuffer[0]); }));
    CHECK(changed([](Picture& p) { p.data.DisplaySize.y = 11.0F; }));
    CHECK(changed([](Picture& p) { p.data.FramebufferScale.x = 2.0F; }));
    CHECK(changed([](Picture& p) { p.data.CmdLists.push_back(&p.list); }));
    CHECK(changed([](Picture& p) { p.data.CmdLists.clear(); }));
}

#include "platform/picture_mark.hpp"

#include <imgui.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace vekha::platform {

namespace {

// The multiplicative step of xxHash64 (public domain constants): each word changes the whole state.
constexpr std::uint64_t kFirstPrime = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t kSecondPrime = 0xC2B2AE3D27D4EB4FULL;
constexpr int kTurn = 31;

class Mixer {
public:
    void add(std::uint64_t word) {
        m_state = std::rotl(m_state ^ (word * kSecondPrime), kTurn) * kFirstPrime;
    }
    void add(const void* bytes, std::size_t size) {
        add(size);
        const char* at = static_cast<const char*>(bytes);
        std::uint64_t word = 0;
        for (; size >= sizeof word; size -= sizeof word, at += sizeof word) {
            std::memcpy(&word, at, sizeof word);
            add(word);
        }
        word = 0;
        std::memcpy(&word, at, size);
        add(word);
    }
    template <class Value>
    void add_vector(const ImVector<Value>& values) {
        add(values.Data, static_cast<std::size_t>(values.Size) * sizeof(Value));
    }
    [[nodiscard]] std::uint64_t mark() const {
        const std::uint64_t folded = m_state ^ (m_state >> kTurn);
        return folded == 0 ? 1 : folded;
    }

private:
    std::uint64_t m_state = kFirstPrime;
};

} // namespace

std::uint64_t picture_mark(const ImDrawData& data) {
    Mixer mixer;
    mixer.add(&data.DisplaySize, sizeof data.DisplaySize);
    mixer.add(&data.FramebufferScale, sizeof data.FramebufferScale);
    for (const ImDrawList* list : data.CmdLists) {
        mixer.add_vector(list->VtxBuffer);
        mixer.add_vector(list->IdxBuffer);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            mixer.add(&command.ClipRect, sizeof command.ClipRect);
            mixer.add(command.GetTexID());
            mixer.add(command.ElemCount);
            mixer.add(command.IdxOffset);
            mixer.add(command.VtxOffset);
        }
    }
    return mixer.mark();
}

} // namespace vekha::platform

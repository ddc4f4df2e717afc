// A box in the middle of the page that says something and asks: words, a list, a line of text, and
// choices of which the one that is meant to be pressed comes first.
#pragma once

#include "core/base/geometry.hpp"
#include "core/codec/problem.hpp"
#include "core/model/ids.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {

struct DialogChoice {
    std::string_view path;
    std::string_view words;
    ButtonLook look = ButtonLook::Plain;
};

struct DialogList {
    std::string_view name;              // shown where there is more than one list
    std::span<const std::string> lines; // each a thing of its own
};

struct DialogContent {
    std::string_view title;
    std::string_view body;
    const std::vector<Problem>* problems = nullptr;
    std::span<const DialogList> lists;    // those without lines are left out
    const EditFieldSpec* field = nullptr; // for one line of text
    MeasureId measure;
    std::span<const DialogChoice> choices;
};

// The place of the choice that was pressed.
std::optional<std::size_t> dialog_box(ViewFrame& frame, const Rect& page,
                                      const DialogContent& content, float& scroll);

} // namespace vekha::ui

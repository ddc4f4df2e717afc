// Edits of the sections of a plan; see core/edit/edits.hpp for what all edits share. Sections have
// two levels. Where one is put in, moved or taken away, the list stands in the order that is shown
// (SectionTree::in_order), and among its siblings each has a greater `order` than the one before
// it; orders that fit already stay. A section of a file that stands in a circle counts as
// outermost, one that stands too deep as inside the outermost one above it, as it is shown.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace vekha {

enum class SectionPlacing : std::uint8_t {
    Before, // on the level of `of`
    After,  // likewise, behind all that stands inside `of`
    Inside, // behind the others in `of`; an empty `of`: behind all outermost ones
};
struct SectionPlace {
    SectionPlacing placing = SectionPlacing::Inside;
    SectionId of;
    bool operator==(const SectionPlace&) const = default;
};

// A member without a value was not touched.
struct SectionChange {
    std::optional<std::string> title = std::nullopt;
    std::optional<std::string> number = std::nullopt;
    bool operator==(const SectionChange&) const = default;
};

// The new section is the one that the old document does not have. NameMissing without a title,
// UnknownSection, SectionTooDeep, and what the texts are refused for.
[[nodiscard]] Result<Document, EditProblem> add_section(const Document& document,
                                                        const SectionChange& texts,
                                                        const SectionPlace& place, NewIds& ids);

[[nodiscard]] Result<Document, EditProblem>
change_section(const Document& document, const SectionId& section, const SectionChange& change);

// With all that stands inside it. UnknownSection; SectionInItself for a place inside the section
// itself; SectionTooDeep when it, or what stands inside it, would come to a third level.
[[nodiscard]] Result<Document, EditProblem>
move_section(const Document& document, const SectionId& section, const SectionPlace& place);

enum class SectionContent : std::uint8_t {
    Stays,     // measures and sections inside it go one level up, to its parent or outside
    GoesAlong, // with the marks, occurrences, overrides and live changes of its measures
};

// Zones set for what goes go, too. UnknownSection.
[[nodiscard]] Result<Document, EditProblem>
remove_section(const Document& document, const SectionId& section, SectionContent content);

} // namespace vekha

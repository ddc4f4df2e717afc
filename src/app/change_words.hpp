// The differences of two states of a plan (core/compare) in words, one line each.
#pragma once

#include "app/i18n.hpp"
#include "core/compare/document_changes.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vekha::app {

// In one line: «Изменено: план и ещё 3 изменения». Empty without changes.
[[nodiscard]] std::string changes_in_short(const Texts& texts, const Document& before,
                                           const Document& after,
                                           std::span<const DocumentChange> changes);

// «Изменено: мероприятие «Подготовка приказа» (срок, состояние)». At most so many; then a last line
// says how many more there are.
[[nodiscard]] std::vector<std::string> change_lines(const Texts& texts, const Document& before,
                                                    const Document& after,
                                                    std::span<const DocumentChange> changes,
                                                    std::size_t most);

} // namespace vekha::app

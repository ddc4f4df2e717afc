// Edits of the dictionaries of a plan; see core/edit/edits.hpp for what all edits share.
// A list that is empty or missing in the document is that of the defaults, which the caller gives:
// their words depend on the language. The first edit of a list writes the defaults into the
// document; the other lists stay as they are.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha {

enum class DictionaryList : std::uint8_t { RiskFactors, DocumentKinds, MonitoringStages, States };
inline constexpr std::size_t kDictionaryListCount = 4;

[[nodiscard]] const std::vector<DictionaryEntry>& entries_of(const Dictionaries& dictionaries,
                                                             DictionaryList list);
// Those that hold: the document's own, or the defaults.
[[nodiscard]] const std::vector<DictionaryEntry>&
dictionary(const Document& document, DictionaryList list, const Dictionaries& defaults);

struct DictionaryChoice {
    DictionaryList list = DictionaryList::RiskFactors;
    const Dictionaries& defaults;
};

// At the end of the list, with a key of its own. NameMissing, NameTaken, and what texts are refused
// for.
[[nodiscard]] Result<Document, EditProblem> add_dictionary_entry(const Document& document,
                                                                 DictionaryChoice choice,
                                                                 std::string_view name,
                                                                 NewIds& ids);

// The key stays, and with it what refers to the entry. UnknownEntry, too.
[[nodiscard]] Result<Document, EditProblem> rename_dictionary_entry(const Document& document,
                                                                    DictionaryChoice choice,
                                                                    std::string_view key,
                                                                    std::string_view name);

// Schools that refer to it get its name as words in the place of the key (states: nothing refers to
// them). UnknownEntry.
[[nodiscard]] Result<Document, EditProblem>
remove_dictionary_entry(const Document& document, DictionaryChoice choice, std::string_view key);

// The whole list: names are cleaned, entries without a key get one, a key that comes twice counts
// once. What refers to an entry that is not among them gets its name as words. Of an entry whose
// key was there before, what this version does not know stays. NameMissing, NameTaken, and what
// texts are refused for.
[[nodiscard]] Result<Document, EditProblem>
set_dictionary(const Document& document, DictionaryChoice choice,
               const std::vector<DictionaryEntry>& entries, NewIds& ids);

} // namespace vekha

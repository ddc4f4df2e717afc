#include "core/edit/dictionary_edits.hpp"

#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

using Entries = std::vector<DictionaryEntry>;

Entries& entries_in(Dictionaries& dictionaries, DictionaryList list) {
    switch (list) {
    case DictionaryList::RiskFactors:
        return dictionaries.risk_factors;
    case DictionaryList::DocumentKinds:
        return dictionaries.document_kinds;
    case DictionaryList::MonitoringStages:
        return dictionaries.monitoring_stages;
    case DictionaryList::States:
        break;
    }
    return dictionaries.states;
}

const DictionaryEntry* find_key(const Entries& entries, std::string_view key) {
    const auto found = std::ranges::find(entries, key, &DictionaryEntry::key);
    return found == entries.end() ? nullptr : &*found;
}

bool has_name(const Entries& entries, const std::string& name, std::string_view but_key) {
    return std::ranges::any_of(entries, [&](const DictionaryEntry& entry) {
        return entry.key != but_key && folded(entry.name) == folded(name);
    });
}

std::string new_key(const Entries& entries, NewIds& ids) {
    struct Keyed {
        Id<struct DictionaryKeyTag> id;
    };
    std::vector<Keyed> taken;
    for (const DictionaryEntry& entry : entries) {
        taken.push_back({{entry.key}});
    }
    return ids.make<decltype(Keyed::id)>("d", taken).text;
}

// Words in the place of a key that goes.
class Spelling {
public:
    Spelling(const Entries& before, const Entries& after) : m_before(before), m_after(after) {}

    bool in(std::string& word, UnknownMembers& unknown, std::string_view name) const {
        const DictionaryEntry* entry = find_key(m_before, word);
        if (entry == nullptr || find_key(m_after, word) != nullptr) {
            return false;
        }
        set_field(word, entry->name, unknown, name);
        return true;
    }
    // True when the school referred to a key that goes.
    bool in(School& school, DictionaryList list) const {
        bool changed = false;
        for (Risk& risk : school.risks) {
            changed |=
                list == DictionaryList::RiskFactors && in(risk.factor, risk.unknown, "factor");
        }
        for (SchoolDocument& document : school.documents) {
            changed |= list == DictionaryList::DocumentKinds &&
                       in(document.kind, document.unknown, "kind");
        }
        for (MonitoringStage& stage : school.stages) {
            changed |=
                list == DictionaryList::MonitoringStages && in(stage.stage, stage.unknown, "stage");
        }
        return changed;
    }

private:
    const Entries& m_before;
    const Entries& m_after;
};

Document with_entries(const Document& document, DictionaryChoice choice, Entries entries) {
    const Entries& before = dictionary(document, choice.list, choice.defaults);
    if (entries == before) {
        return document;
    }
    Document changed = document;
    if (choice.list != DictionaryList::States) {
        const Spelling spelling(before, entries);
        changed.schools =
            document.schools.replaced([&](const School& old) -> std::optional<School> {
                School school = old;
                return spelling.in(school, choice.list) ? std::optional(std::move(school))
                                                        : std::nullopt;
            });
    }
    Dictionaries dictionaries = document.dictionaries.value_or(Dictionaries{});
    entries_in(dictionaries, choice.list) = std::move(entries);
    changed.dictionaries = std::move(dictionaries);
    return changed;
}

void set_name(DictionaryEntry& entry, std::string name) {
    set_field(entry.name, std::move(name), entry.unknown, "name");
}

} // namespace

const std::vector<DictionaryEntry>& entries_of(const Dictionaries& dictionaries,
                                               DictionaryList list) {
    // Only looked at: the one switch serves both.
    return entries_in(const_cast<Dictionaries&>(dictionaries), list);
}

const std::vector<DictionaryEntry>& dictionary(const Document& document, DictionaryList list,
                                               const Dictionaries& defaults) {
    if (document.dictionaries && !entries_of(*document.dictionaries, list).empty()) {
        return entries_of(*document.dictionaries, list);
    }
    return entries_of(defaults, list);
}

Result<Document, EditProblem> add_dictionary_entry(const Document& document,
                                                   DictionaryChoice choice, std::string_view name,
                                                   NewIds& ids) {
    Entries entries = dictionary(document, choice.list, choice.defaults);
    Result<std::string, EditProblem> cleaned = clean_typed_name(name);
    if (!cleaned) {
        return fail(cleaned.error());
    }
    std::string key = new_key(entries, ids);
    if (has_name(entries, cleaned.value(), key)) {
        return fail(EditProblem::NameTaken);
    }
    entries.push_back({std::move(key), std::move(cleaned).value(), {}});
    return with_entries(document, choice, std::move(entries));
}

Result<Document, EditProblem> rename_dictionary_entry(const Document& document,
                                                      DictionaryChoice choice, std::string_view key,
                                                      std::string_view name) {
    Entries entries = dictionary(document, choice.list, choice.defaults);
    const auto entry = std::ranges::find(entries, key, &DictionaryEntry::key);
    if (entry == entries.end()) {
        return fail(EditProblem::UnknownEntry);
    }
    Result<std::string, EditProblem> cleaned = clean_typed_name(name);
    if (!cleaned) {
        return fail(cleaned.error());
    }
    if (has_name(entries, cleaned.value(), key)) {
        return fail(EditProblem::NameTaken);
    }
    set_name(*entry, std::move(cleaned).value());
    return with_entries(document, choice, std::move(entries));
}

Result<Document, EditProblem>
remove_dictionary_entry(const Document& document, DictionaryChoice choice, std::string_view key) {
    Entries entries = dictionary(document, choice.list, choice.defaults);
    const std::size_t gone =
        std::erase_if(entries, [key](const DictionaryEntry& entry) { return entry.key == key; });
    if (gone == 0) {
        return fail(EditProblem::UnknownEntry);
    }
    return with_entries(document, choice, std::move(entries));
}

Result<Document, EditProblem> set_dictionary(const Document& document, DictionaryChoice choice,
                                             const std::vector<DictionaryEntry>& entries,
                                             NewIds& ids) {
    const Entries& before = dictionary(document, choice.list, choice.defaults);
    Entries after;
    for (const DictionaryEntry& given : entries) {
        Result<std::string, EditProblem> name = clean_typed_name(given.name);
        const Result<std::string, EditProblem> key = clean_typed_label(given.key);
        if (!name || !key) {
            return fail(name ? key.error() : name.error());
        }
        if (!given.key.empty() && find_key(after, given.key) != nullptr) {
            continue;
        }
        const DictionaryEntry* old = find_key(before, given.key);
        DictionaryEntry entry = old != nullptr ? *old : DictionaryEntry{key.value(), {}, {}};
        if (given.key.empty()) {
            Entries taken = before;
            taken.insert(taken.end(), after.begin(), after.end());
            entry.key = new_key(taken, ids);
        }
        if (has_name(after, name.value(), entry.key)) {
            return fail(EditProblem::NameTaken);
        }
        set_name(entry, std::move(name).value());
        after.push_back(std::move(entry));
    }
    return with_entries(document, choice, std::move(after));
}

} // namespace vekha

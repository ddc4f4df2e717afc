#include "core/edit/party_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

bool names(const std::vector<PartyId>& parties, const PartyId& party) {
    return std::ranges::find(parties, party) != parties.end();
}

bool names(const Measure& measure, const PartyId& party) {
    return names(measure.responsible, party) ||
           std::ranges::any_of(measure.items, [&party](const MeasureItem& item) {
               return names(item.responsible, party);
           });
}

bool names(const School& school, const PartyId& party) {
    return school.curator == party || school.coordinator == party;
}

bool names(const SavedView& view, const PartyId& party) {
    return view.filter && view.filter->asks.responsible == party;
}

// One party in the place of another in everything that names it; an empty one: nobody.
class Exchange {
public:
    Exchange(const PartyId& old_party, const PartyId& new_party)
        : m_old(old_party), m_new(new_party) {}

    void in(std::vector<PartyId>& parties, UnknownMembers& unknown) const {
        if (!names(parties, m_old)) {
            return;
        }
        std::vector<PartyId> exchanged;
        for (const PartyId& party : parties) {
            const PartyId& stands = party == m_old ? m_new : party;
            if (!stands.empty() && (stands != m_new || !names(exchanged, stands))) {
                exchanged.push_back(stands);
            }
        }
        set_field(parties, std::move(exchanged), unknown, "responsible");
    }
    void in(PartyId& party, UnknownMembers& unknown, std::string_view name) const {
        if (party == m_old) {
            set_field(party, m_new, unknown, name);
        }
    }

private:
    const PartyId& m_old;
    const PartyId& m_new;
};

Document exchanged(const Document& document, const PartyId& old_party, const PartyId& new_party) {
    const Exchange exchange(old_party, new_party);
    Document changed = document;
    changed.measures =
        document.measures.replaced([&](const Measure& before) -> std::optional<Measure> {
            if (!names(before, old_party)) {
                return std::nullopt;
            }
            Measure measure = before;
            exchange.in(measure.responsible, measure.unknown);
            for (MeasureItem& item : measure.items) {
                exchange.in(item.responsible, item.unknown);
            }
            return measure;
        });
    changed.decisions =
        document.decisions.replaced([&](const Decision& before) -> std::optional<Decision> {
            if (!names(before.responsible, old_party)) {
                return std::nullopt;
            }
            Decision decision = before;
            exchange.in(decision.responsible, decision.unknown);
            return decision;
        });
    changed.schools = document.schools.replaced([&](const School& before) -> std::optional<School> {
        if (!names(before, old_party)) {
            return std::nullopt;
        }
        School school = before;
        exchange.in(school.curator, school.unknown, "curator");
        exchange.in(school.coordinator, school.unknown, "coordinator");
        return school;
    });
    changed.views =
        document.views.replaced([&](const SavedView& before) -> std::optional<SavedView> {
            if (!names(before, old_party)) {
                return std::nullopt;
            }
            SavedView view = before;
            exchange.in(view.filter->asks.responsible, view.filter->unknown, "responsible");
            return view;
        });
    return changed;
}

bool answers_to(const Party& party, std::string_view folded_name) {
    return folded(party.name) == folded_name ||
           std::ranges::any_of(party.aliases, [folded_name](const std::string& alias) {
               return folded(alias) == folded_name;
           });
}

void add_alias(Party& party, const std::string& alias) {
    if (!answers_to(party, folded(alias))) {
        party.aliases.push_back(alias);
    }
}

std::optional<EditProblem> set_aliases(Party& party, const std::vector<std::string>& typed) {
    Party cleaned = party;
    cleaned.aliases.clear();
    for (const std::string& each : typed) {
        const Result<std::string, EditProblem> alias = clean_typed_label(each);
        if (!alias) {
            return alias.error();
        }
        if (!alias.value().empty()) {
            add_alias(cleaned, alias.value());
        }
    }
    set_field(party.aliases, std::move(cleaned.aliases), party.unknown, "aliases");
    return std::nullopt;
}

std::optional<EditProblem> apply(Party& party, const PartyChange& change) {
    const auto problem =
        TextSetter(party.unknown).set(party.name, change.name, clean_typed_name, "name").problem();
    if (problem) {
        return problem;
    }
    if (change.kind) {
        set_field(party.kind, *change.kind, party.unknown, "kind");
    }
    return change.aliases ? set_aliases(party, *change.aliases) : std::nullopt;
}

// What files hold already stays: only names that this change brings may not be taken.
bool brings_taken_name(const Document& document, const Party& before, const Party& after) {
    std::vector<std::string> brought{folded(after.name)};
    for (const std::string& alias : after.aliases) {
        brought.push_back(folded(alias));
    }
    std::erase_if(brought, [&before](const std::string& name) { return answers_to(before, name); });
    return std::ranges::any_of(document.parties, [&](const Party& party) {
        return party.id != after.id &&
               std::ranges::any_of(
                   brought, [&party](const std::string& name) { return answers_to(party, name); });
    });
}

void take_unknown(Party& kept, const Party& gone) {
    constexpr std::array<std::string_view, 4> kKnown{"id", "name", "kind", "aliases"};
    for (const UnknownMember& member : gone.unknown) {
        const bool is_original = std::ranges::any_of(
            kKnown, [&member](std::string_view name) { return is_named(member, name); });
        const bool has_it = std::ranges::any_of(kept.unknown, [&member](const UnknownMember& own) {
            return own.name_json == member.name_json;
        });
        if (!is_original && !has_it) {
            kept.unknown.push_back(member);
        }
    }
}

} // namespace

std::uint32_t find_party(const Document& document, std::string_view typed) {
    const Result<std::string, EditProblem> cleaned = clean_typed_name(typed);
    if (!cleaned) {
        return kNoIndex;
    }
    const std::string name = folded(cleaned.value());
    std::uint32_t by_alias = kNoIndex;
    std::uint32_t index = 0;
    for (const Party& party : document.parties) {
        if (folded(party.name) == name) {
            return index;
        }
        if (by_alias == kNoIndex && answers_to(party, name)) {
            by_alias = index;
        }
        ++index;
    }
    return by_alias;
}

bool is_party_in_use(const Document& document, const PartyId& party) {
    const auto names_it = [&party](const auto& item) { return names(item, party); };
    return std::ranges::any_of(document.measures, names_it) ||
           std::ranges::any_of(
               document.decisions,
               [&party](const Decision& item) { return names(item.responsible, party); }) ||
           std::ranges::any_of(document.schools, names_it) ||
           std::ranges::any_of(document.views, names_it);
}

Result<Document, EditProblem> add_party(const Document& document, const PartyChange& given,
                                        NewIds& ids) {
    Party party;
    PartyChange change = given;
    change.name = given.name.value_or("");
    if (const auto problem = apply(party, change)) {
        return fail(*problem);
    }
    if (brings_taken_name(document, {}, party)) {
        return fail(EditProblem::NameTaken);
    }
    party.id = ids.make<PartyId>("p", document.parties);
    Document changed = document;
    changed.parties.push_back(std::move(party));
    return changed;
}

Result<Document, EditProblem> change_party(const Document& document, const PartyId& party,
                                           const PartyChange& change) {
    return with_entity<&Document::parties>(document, party, EditProblem::UnknownParty,
                                           [&](Party& after) -> std::optional<EditProblem> {
                                               const Party before = after;
                                               if (const auto problem = apply(after, change)) {
                                                   return problem;
                                               }
                                               return brings_taken_name(document, before, after)
                                                          ? std::optional(EditProblem::NameTaken)
                                                          : std::nullopt;
                                           });
}

Result<Document, EditProblem> move_party(const Document& document, const PartyId& party, int step) {
    return with_moved<&Document::parties>(document, party, EditProblem::UnknownParty, step);
}

Result<Document, EditProblem> remove_party(const Document& document, const PartyId& party,
                                           PartyReferences references) {
    if (find_by_id(document.parties, party) == kNoIndex) {
        return fail(EditProblem::UnknownParty);
    }
    if (references == PartyReferences::Keep && is_party_in_use(document, party)) {
        return fail(EditProblem::PartyInUse);
    }
    Document changed = exchanged(document, party, {});
    changed.parties =
        changed.parties.filtered([&party](const Party& each) { return each.id != party; });
    return changed;
}

Result<Document, EditProblem> merge_parties(const Document& document, const PartyId& kept,
                                            const PartyId& gone) {
    const std::uint32_t index = find_by_id(document.parties, kept);
    const std::uint32_t gone_index = find_by_id(document.parties, gone);
    if (index == kNoIndex || gone_index == kNoIndex) {
        return fail(EditProblem::UnknownParty);
    }
    if (index == gone_index) {
        return document;
    }
    const Party& other = document.parties[gone_index];
    Party merged = document.parties[index];
    const std::vector<std::string> aliases_before = merged.aliases;
    add_alias(merged, other.name);
    for (const std::string& alias : other.aliases) {
        add_alias(merged, alias);
    }
    if (merged.aliases != aliases_before) {
        drop_original(merged.unknown, "aliases");
    }
    take_unknown(merged, other);
    Document changed = exchanged(document, gone, kept);
    changed.parties = with_changed(changed.parties, index, std::move(merged))
                          .filtered([&gone](const Party& party) { return party.id != gone; });
    return changed;
}

} // namespace vekha

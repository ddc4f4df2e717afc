#include "app/derived.hpp"

#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/find/agenda.hpp"
#include "core/find/mine.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/find/search_index.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/status/deviations.hpp"
#include "core/status/measure_units.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

const PlanStatus& Derived::status(const AppState& state) {
    assert(state.plan);
    const StatusKey key{state.plan->revision, as_of_date(state)};
    if (m_status_key != key) {
        m_status = compute_plan_status(state.plan->document, key.as_of);
        m_status_key = key;
        ++m_rows_version;
        ++m_computations;
    }
    return m_status;
}

Span Derived::extent(const AppState& state) {
    assert(state.plan);
    if (m_extent_key != state.plan->revision) {
        m_extent = extent_of(state.plan->document);
        m_extent_key = state.plan->revision;
        ++m_computations;
    }
    return m_extent;
}

void Derived::prepare_search(const AppState& state) {
    assert(state.plan);
    if (m_index_key != state.plan->revision) {
        m_index = SearchIndex(state.plan->document);
        m_index_key = state.plan->revision;
    }
}

const FoundMeasures* Derived::found(const AppState& state) {
    assert(state.plan);
    const OpenPlan& plan = *state.plan;
    const RowFilter& filter = state.session.filtering.filter;
    if (!filter.is_on()) {
        return nullptr;
    }
    const PlanStatus& plan_status = status(state);
    if (!filter.search.empty()) {
        prepare_search(state);
    }
    const std::span<const std::uint8_t> own = mine(state);
    if (!m_found_key || m_found_key->status != m_status_key || m_found_key->filter != filter ||
        m_found_key->mine != m_mine_count) {
        m_found = find_measures(plan.document, plan_status, m_index, own, filter);
        m_found_key = FoundKey{m_status_key, filter, m_mine_count};
        ++m_searches;
        ++m_computations;
    }
    return &m_found;
}

const FilterCounts& Derived::filter_counts(const AppState& state) {
    assert(state.plan);
    const Document& document = state.plan->document;
    const PlanStatus& plan_status = status(state);
    const std::span<const std::uint8_t> own = mine(state);
    const bool only_mine = state.session.filtering.filter.mine;
    const CountsKey key{m_status_key, m_mine_count, only_mine};
    if (m_counts_key != key) {
        m_counts = count_filters(document, plan_status, own, only_mine);
        m_counts_key = key;
        ++m_computations;
    }
    return m_counts;
}

std::span<const std::uint8_t> Derived::mine(const AppState& state) {
    update_mine(state);
    return m_mine;
}

void Derived::update_mine(const AppState& state) {
    assert(state.plan);
    const std::uint64_t revision = state.plan->revision;
    if (!m_mine_key || m_mine_key->revision != revision || m_mine_key->me != state.view.me) {
        m_mine = measures_of(state.plan->document, state.view.me);
        m_mine_key = MineKey{revision, state.view.me};
        ++m_mine_count;
        ++m_computations;
    }
}

const std::vector<PossiblePerson>& Derived::persons(const AppState& state) {
    assert(state.plan);
    if (m_persons_key != state.plan->revision) {
        m_persons = possible_persons(state.plan->document);
        m_persons_key = state.plan->revision;
        ++m_computations;
    }
    return m_persons;
}

const PlanStatus& Derived::status_at(const AppState& state, std::size_t tab) {
    if (tab == state.tab) {
        return status(state);
    }
    const OpenPlan& plan = plan_at(state, tab);
    const Date as_of = as_of_date(state);
    const auto found = m_behind.find(plan.revision);
    if (found != m_behind.end() && found->second.as_of == as_of) {
        return found->second;
    }
    ++m_computations;
    PlanStatus& kept = m_behind[plan.revision];
    kept = compute_plan_status(plan.document, as_of);
    return kept;
}

const Agenda& Derived::agenda(const AppState& state) {
    assert(state.plan);
    if (agenda_fits(state)) {
        return m_agenda;
    }
    forget_closed(state);
    AgendaKey key{{}, as_of_date(state), state.view.me};
    std::vector<AgendaPlan> plans;
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        const OpenPlan& plan = plan_at(state, tab);
        key.revisions.push_back(plan.revision);
        plans.push_back({&plan.document, &status_at(state, tab)});
    }
    m_agenda = make_agenda(key.as_of, plans, key.me);
    m_agenda_key = std::move(key);
    ++m_computations;
    return m_agenda;
}

// Compared in place: this is asked in every frame.
bool Derived::agenda_fits(const AppState& state) const {
    if (!m_agenda_key || m_agenda_key->as_of != as_of_date(state) ||
        m_agenda_key->me != state.view.me || m_agenda_key->revisions.size() != plan_count(state)) {
        return false;
    }
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        if (m_agenda_key->revisions[tab] != plan_at(state, tab).revision) {
            return false;
        }
    }
    return true;
}

void Derived::forget_closed(const AppState& state) {
    std::erase_if(m_behind, [&](const auto& kept) {
        return std::ranges::none_of(state.behind, [&](const PlanBehind& behind) {
            return behind.plan.revision == kept.first;
        });
    });
}

const RowGroups& Derived::groups(const AppState& state) {
    assert(state.plan);
    const RoadmapView& view = state.view.roadmap;
    const Document& document = state.plan->document;
    const PlanStatus& plan_status = status(state);
    // Who looks at the rows of a school means no other one.
    const bool only_own = view.grouping == Grouping::School && state.session.filtering.filter.mine;
    if (only_own) {
        update_mine(state);
    }
    const GroupsKey key{m_status_key, view.grouping, view.sort, only_own ? m_mine_count : 0};
    if (m_groups_key != key) {
        const std::vector<SchoolId> schools =
            only_own ? schools_of(document, state.view.me) : std::vector<SchoolId>();
        m_order = measure_order(document, plan_status, view.sort);
        m_groups = group_measures(document, plan_status, view.grouping, m_order, schools);
        m_groups_key = key;
        ++m_groupings;
        ++m_computations;
    }
    return m_groups;
}

const RoadmapRows& Derived::rows(const AppState& state, Density density) {
    assert(state.plan);
    const FoundMeasures* const filtered = found(state);
    const std::size_t search = filtered == nullptr ? 0 : m_searches;
    const RowGroups& grouped = groups(state);
    const FoldedRows& folded = folded_rows(state);
    const bool fits = m_rows_key && m_rows_key->revision == state.plan->revision &&
                      m_rows_key->density == density && m_rows_key->search == search &&
                      m_rows_key->grouping == m_groupings && m_rows_key->folded == folded;
    if (!fits) {
        m_rows = make_rows(state.plan->document, {.folded = &folded,
                                                  .density = density,
                                                  .found = filtered,
                                                  .groups = &grouped,
                                                  .order = m_order});
        m_rows_key = RowsKey{state.plan->revision, folded, density, search, m_groupings};
        ++m_rows_version;
        ++m_computations;
    }
    return m_rows;
}

const RoadmapWords& Derived::words(const Texts& texts) {
    if (m_words_key != texts.language()) {
        m_words = make_roadmap_words(texts);
        m_words_key = texts.language();
        ++m_computations;
    }
    return m_words;
}

const std::vector<MeasureUnit>& Derived::units(const AppState& state, std::uint32_t measure) {
    assert(state.plan);
    const PlanStatus& plan_status = status(state);
    const UnitsKey key{m_status_key, measure};
    if (m_units_key != key) {
        const Document& document = state.plan->document;
        m_units = measure_units(
            document, document.measures[measure],
            {.as_of = plan_status.as_of, .due_soon_days = plan_status.thresholds.due_soon_days});
        m_units_key = key;
        ++m_computations;
    }
    return m_units;
}

const std::vector<std::uint32_t>& Derived::units_by_urgency(const AppState& state,
                                                            std::uint32_t measure) {
    assert(state.plan);
    const std::vector<MeasureUnit>& all = units(state, measure);
    const UrgencyKey key{state.plan->opening, as_of_date(state),
                         state.plan->document.measures[measure].id, all.size()};
    if (m_urgency_key != key) {
        m_urgency = all_places(all.size());
        const auto urgency = [&all](std::uint32_t each) {
            const UnitStatus& unit = all[each].status;
            return std::pair(!is_open(unit.state), urgency_rank(shown_state(unit)));
        };
        sort_places(m_urgency, [&urgency](std::uint32_t one, std::uint32_t other) {
            return urgency(one) < urgency(other);
        });
        m_urgency_key = key;
    }
    return m_urgency;
}

const std::vector<Deviation>& Derived::deviations(const AppState& state, std::uint32_t baseline) {
    assert(state.plan);
    const Date as_of = status(state).as_of;
    const DeviationsKey key{m_status_key, baseline};
    if (m_deviations_key != key) {
        const Document& document = state.plan->document;
        m_deviations = deviations_from(document.baselines[baseline], document, as_of);
        m_deviations_key = key;
        ++m_computations;
    }
    return m_deviations;
}

FormScene Derived::form_scene(const AppState& state, const Texts& texts) {
    assert(state.plan.has_value());
    if (m_dictionaries_key != texts.language()) {
        m_dictionaries_key = texts.language();
        m_dictionaries = default_dictionaries(texts);
    }
    const std::optional<Owner> owner = selected(state);
    const bool is_measure = owner && owner->kind == OwnerKind::Measure;
    const auto* const asked = std::get_if<DraftQuestion>(&state.session.question);
    return {asked != nullptr ? asked->draft : state.plan->document, texts, m_dictionaries,
            is_measure ? owner->index : 0};
}

const std::vector<ListedThing>& Derived::listed(const AppState& state, const Texts& texts,
                                                ThingQuery query) {
    assert(state.plan.has_value());
    query.list.id.clear();
    const ListedKey key{state.plan->revision, texts.language(), std::move(query)};
    if (m_listed[0].key != key) {
        std::swap(m_listed[0], m_listed[1]);
    }
    if (m_listed[0].key != key) {
        ++m_computations;
        m_listed[0] = {key, listed_things(form_scene(state, texts), key.query)};
    }
    return m_listed[0].things;
}

std::optional<Owner> Derived::selected(const AppState& state) {
    if (!state.plan || state.session.selection.empty()) {
        return std::nullopt;
    }
    const RowGroups& grouped = groups(state);
    // Compared before it is copied: this is asked several times in a frame.
    const Selection& selection = state.session.selection;
    const bool fits = m_selected_key && m_selected_key->revision == state.plan->revision &&
                      m_selected_key->grouping == m_groupings &&
                      m_selected_key->selection == selection;
    if (!fits) {
        m_selected = owner_of(state.plan->document, grouped, selection);
        m_selected_key = SelectedKey{state.plan->revision, m_groupings, selection};
        ++m_computations;
    }
    return m_selected;
}

} // namespace vekha::app

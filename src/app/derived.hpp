// What is computed from the document, kept for as long as its inputs stay, so that a frame computes
// nothing twice: states and figures by (revision, as-of date), what was found by these and the
// filter, groups by these and the order, rows by (revision, folding, density, what was found,
// groups), words by language.
#pragma once

#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/find/agenda.hpp"
#include "core/find/mine.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/find/search_index.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/status/deviations.hpp"
#include "core/status/measure_units.hpp"
#include "core/status/plan_status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace vekha::app {

class Derived {
public:
    // These need an open plan.
    [[nodiscard]] const PlanStatus& status(const AppState& state);
    // extent_of the plan.
    [[nodiscard]] Span extent(const AppState& state);
    // What a search needs, made while the person still thinks what to type: of 100 000 measures it
    // takes longer than a letter may.
    void prepare_search(const AppState& state);
    // What the filter leaves; nullptr while none is on.
    [[nodiscard]] const FoundMeasures* found(const AppState& state);
    [[nodiscard]] const FilterCounts& filter_counts(const AppState& state);
    // Of any open plan, on the as-of date of the shown one.
    [[nodiscard]] const PlanStatus& status_at(const AppState& state, std::size_t tab);
    // Of the person who looks (ViewState::me): which measures, and what is due of those of all open
    // plans, in the order of their tabs.
    [[nodiscard]] std::span<const std::uint8_t> mine(const AppState& state);
    [[nodiscard]] const Agenda& agenda(const AppState& state);
    // Whoever may look at the plan.
    [[nodiscard]] const std::vector<PossiblePerson>& persons(const AppState& state);
    // What the rows are grouped by; without groups where that is by section, or not at all.
    [[nodiscard]] const RowGroups& groups(const AppState& state);
    [[nodiscard]] const RoadmapRows& rows(const AppState& state, Density density);
    [[nodiscard]] const RoadmapWords& words(const Texts& texts);
    // The units of work of one measure, by its index.
    [[nodiscard]] const std::vector<MeasureUnit>& units(const AppState& state,
                                                        std::uint32_t measure);
    // The same as indices into units(), those that ask for attention first, as they stood when the
    // panel came to the measure: what is ticked off stays where it is.
    [[nodiscard]] const std::vector<std::uint32_t>& units_by_urgency(const AppState& state,
                                                                     std::uint32_t measure);
    // What has become of the plan since that baseline, by its index.
    [[nodiscard]] const std::vector<Deviation>& deviations(const AppState& state,
                                                           std::uint32_t baseline);
    // What the forms of the open plan are made of; holds for one revision.
    [[nodiscard]] FormScene form_scene(const AppState& state, const Texts& texts);
    // What a list of the plan book shows; holds until two others were asked for.
    [[nodiscard]] const std::vector<ListedThing>& listed(const AppState& state, const Texts& texts,
                                                         ThingQuery query);
    // None when nothing is selected, or the plan has no such thing any more. Of a measure that has
    // left the group it was selected in, another row.
    [[nodiscard]] std::optional<Owner> selected(const AppState& state);

    // Counts up whenever states, groups or rows are computed anew: what is made of them and kept
    // elsewhere holds for one number.
    [[nodiscard]] std::size_t rows_version() const { return m_rows_version; }

    // How often something was computed, for tests.
    [[nodiscard]] std::size_t computations() const { return m_computations; }

private:
    struct StatusKey {
        std::uint64_t revision = 0;
        Date as_of;
        bool operator==(const StatusKey&) const = default;
    };
    struct FoundKey {
        std::optional<StatusKey> status;
        RowFilter filter;
        std::size_t mine = 0; // which ones
        bool operator==(const FoundKey&) const = default;
    };
    struct MineKey {
        std::uint64_t revision = 0;
        Person me;
        bool operator==(const MineKey&) const = default;
    };
    struct CountsKey {
        std::optional<StatusKey> status;
        std::size_t mine = 0; // whose rows are one's own
        bool only_mine = false;
        bool operator==(const CountsKey&) const = default;
    };
    struct GroupsKey {
        std::optional<StatusKey> status;
        Grouping grouping = Grouping::Section;
        RowSort sort;
        std::size_t mine = 0; // whose schools only; 0: all
        bool operator==(const GroupsKey&) const = default;
    };
    struct RowsKey {
        std::uint64_t revision = 0;
        FoldedRows folded;
        Density density = Density::Comfortable;
        std::size_t search = 0;   // which one; 0: none
        std::size_t grouping = 0; // likewise
        bool operator==(const RowsKey&) const = default;
    };
    struct SelectedKey {
        std::uint64_t revision = 0;
        std::size_t grouping = 0;
        Selection selection;
        bool operator==(const SelectedKey&) const = default;
    };
    struct UnitsKey {
        std::optional<StatusKey> status;
        std::uint32_t measure = kNoIndex;
        bool operator==(const UnitsKey&) const = default;
    };
    struct UrgencyKey {
        std::uint64_t opening = 0;
        Date as_of;
        MeasureId measure;
        std::size_t count = 0;
        bool operator==(const UrgencyKey&) const = default;
    };
    struct DeviationsKey {
        std::optional<StatusKey> status;
        std::uint32_t baseline = kNoIndex;
        bool operator==(const DeviationsKey&) const = default;
    };
    struct AgendaKey {
        std::vector<std::uint64_t> revisions; // of the open plans
        Date as_of;
        Person me;
    };
    struct ListedKey {
        std::uint64_t revision = 0;
        Language language = Language::Russian;
        ThingQuery query;
        bool operator==(const ListedKey&) const = default;
    };
    struct Listed {
        std::optional<ListedKey> key;
        std::vector<ListedThing> things;
    };
    void update_mine(const AppState& state);
    [[nodiscard]] bool agenda_fits(const AppState& state) const;
    void forget_closed(const AppState& state);

    std::optional<StatusKey> m_status_key;
    PlanStatus m_status;
    std::map<std::uint64_t, PlanStatus> m_behind; // by revision; not of the shown plan
    std::optional<std::uint64_t> m_extent_key;    // the revision
    Span m_extent;
    std::optional<std::uint64_t> m_index_key; // the revision
    SearchIndex m_index;
    std::optional<FoundKey> m_found_key;
    FoundMeasures m_found;
    std::optional<MineKey> m_mine_key;
    std::vector<std::uint8_t> m_mine;
    std::size_t m_mine_count = 0;               // how often it was computed
    std::optional<std::uint64_t> m_persons_key; // the revision
    std::vector<PossiblePerson> m_persons;
    std::optional<AgendaKey> m_agenda_key;
    Agenda m_agenda;
    std::optional<CountsKey> m_counts_key;
    FilterCounts m_counts;
    std::size_t m_searches = 0;
    std::optional<GroupsKey> m_groups_key;
    std::vector<std::uint32_t> m_order;
    RowGroups m_groups;
    std::size_t m_groupings = 0;
    std::optional<RowsKey> m_rows_key;
    RoadmapRows m_rows;
    std::optional<Language> m_words_key;
    RoadmapWords m_words;
    std::optional<SelectedKey> m_selected_key;
    std::optional<Owner> m_selected;
    std::optional<UnitsKey> m_units_key;
    std::vector<MeasureUnit> m_units;
    std::optional<UrgencyKey> m_urgency_key;
    std::vector<std::uint32_t> m_urgency;
    std::optional<DeviationsKey> m_deviations_key;
    std::vector<Deviation> m_deviations;
    std::optional<Language> m_dictionaries_key;
    Dictionaries m_dictionaries;
    std::array<Listed, 2> m_listed; // of the page, and what is picked from; the newest first
    std::size_t m_rows_version = 0;
    std::size_t m_computations = 0;
};

} // namespace vekha::app

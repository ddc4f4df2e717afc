#include "tests/support/roadmap_fixture.hpp"

#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_words.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test {

namespace {

using Prefixes = std::initializer_list<std::string_view>;
constexpr Prefixes kMeasureNodes{"row/",     "bar/",           "review/",
                                 "pointer/", "pointer-after/", "cell/5/"};
constexpr Prefixes kSectionNodes{"section/", "section-bar/", "fold/"};
constexpr Prefixes kGroupNodes{"group/", "group-bar/", "fold/"};

std::map<SemanticKey, Owner> owners_of(const Document& document, const RowGroups& groups,
                                       const RoadmapRows& rows) {
    std::map<SemanticKey, Owner> owners;
    for (const Row& row : rows.rows) {
        const bool is_measure = row.kind == RowKind::Measure;
        std::string id = is_measure                     ? document.measures[row.index].id.text
                         : row.kind == RowKind::Section ? document.sections[row.index].id.text
                                                        : groups.groups[row.index].key;
        if (row.group != kNoIndex) {
            id += "@" + groups.groups[row.group].key;
        }
        for (const std::string_view prefix : is_measure                     ? kMeasureNodes
                                             : row.kind == RowKind::Section ? kSectionNodes
                                                                            : kGroupNodes) {
            owners[semantic_key(std::string(prefix) + id)] = row.owner();
        }
    }
    return owners;
}

} // namespace

RoadmapFixture::RoadmapFixture(Document plan) : document(std::move(plan)), words(russian_words()) {
    const Date as_of = as_of_date(document.plan, day("2021-06-15"));
    status = compute_plan_status(document, as_of);
    today = as_of;
    rebuild_rows();
    show_all();
}

void RoadmapFixture::rebuild_rows() {
    const std::vector<std::uint32_t> order = measure_order(document, status, view.sort);
    groups = group_measures(document, status, view.grouping, order);
    rows = make_rows(document, {.folded = &view.folded,
                                .density = density_for(area),
                                .found = found,
                                .groups = &groups,
                                .order = order});
    owners = owners_of(document, groups, rows);
}

void RoadmapFixture::lay() {
    scene.clear();
    const RoadmapInput input{.document = &document,
                             .status = &status,
                             .rows = &rows,
                             .groups = &groups,
                             .view = &view,
                             .words = &words,
                             .measurer = measurer.get(),
                             .area = area,
                             .as_of = status.as_of,
                             .today = today,
                             .hovered = hovered,
                             .selected = selected,
                             .picked = picked,
                             .focused = focused,
                             .search = search,
                             .filtered = found != nullptr,
                             .editable = editable,
                             .moving = moving};
    frame = layout->layout(input, scene);
}

void RoadmapFixture::show(std::string_view from, std::string_view to) {
    lay();
    view.scale = TimeScale::fitted(day(from), day(to), frame.time.width(), 0.0F);
}

void RoadmapFixture::show_all() {
    lay();
    const Span extent = extent_of(document);
    const Date from = extent.from.value_or(status.as_of);
    view.scale = TimeScale::fitted(from, extent.to.value_or(from), frame.time.width(), 24.0F);
}

float RoadmapFixture::x_from_date(Date date) const {
    return frame.time.left + view.scale.x_from_date(date);
}

float RoadmapFixture::x_after_date(Date date) const {
    return frame.time.left + view.scale.x_after_date(date);
}

const SemanticNode* RoadmapFixture::node(std::string_view path) const {
    const SemanticKey key = semantic_key(path);
    const auto* place =
        std::find_if(scene.semantics().begin(), scene.semantics().end(),
                     [key](const SemanticNode& candidate) { return candidate.key == key; });
    return place == scene.semantics().end() ? nullptr : place;
}

} // namespace vekha::test

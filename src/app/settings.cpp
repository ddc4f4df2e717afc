#include "app/settings.hpp"

#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "app/typed_number.hpp"
#include "core/base/decimal.hpp"
#include "core/find/mine.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

constexpr std::string_view kTheme = "theme";
constexpr std::string_view kContrast = "contrast";
constexpr std::string_view kScale = "scale"; // of the interface, in percent
constexpr std::string_view kLanguage = "language";
constexpr std::string_view kMe = "me"; // whose rows «Мои строки» are
constexpr std::array<std::string_view, 4> kPersonKinds{"nobody", "party", "school", "municipality"};
// Not "columns": earlier versions wrote the widths there, set by hand or not.
constexpr std::string_view kColumns = "columnWidths";
constexpr std::string_view kColumnOrder = "columnOrder";
constexpr char kHiddenMark = '-';
constexpr std::string_view kNotSet = "-";
constexpr std::string_view kSplit = "split";
constexpr std::string_view kInspector = "inspector";
constexpr std::string_view kClosed = "closed"; // kInspector
constexpr std::string_view kPicture = "picture";
constexpr std::string_view kRows =
    "rows"; // how those of the last plan are grouped, sorted and folded
constexpr std::string_view kAscending = "ascending";
constexpr std::string_view kDescending = "descending";
constexpr std::array<std::string_view, 3> kThemeNames{"system", "light", "dark"};
constexpr std::array<std::string_view, 3> kContrastNames{"system", "normal", "high"};
// Stands between ids. One that holds it itself is written without it, and then finds nothing.
constexpr char kSeparator = '\n';

std::string without_separator(std::string text) {
    std::replace(text.begin(), text.end(), kSeparator, ' ');
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

void load_width(const SettingsStore& store, std::string_view name, float smallest, float& width) {
    if (const std::optional<double> value = parse_plain_number(store.get(name))) {
        width = std::clamp(static_cast<float>(*value), smallest, kMaxStoredWidth);
    }
}

void load_columns(const SettingsStore& store, RoadmapView& view) {
    const std::string text = store.get(kColumns);
    const std::vector<std::string_view> parts = split(text, ' ');
    if (parts.size() != kColumnCount) {
        return;
    }
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        if (const std::optional<double> value = parse_plain_number(parts[i])) {
            view.column_widths[i] =
                std::clamp(static_cast<float>(*value), kMinColumnWidth, kMaxStoredWidth);
        }
    }
}

std::string columns_text(const RoadmapView& view) {
    std::string text;
    for (const std::optional<float> width : view.column_widths) {
        text.append(text.empty() ? "" : " ");
        text.append(width ? decimal_from_double(static_cast<double>(*width)) : kNotSet);
    }
    return text;
}

template <class Enum, std::size_t Count>
std::optional<Enum> named(const std::array<std::string_view, Count>& names, std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Enum>(found - names.begin()));
}

// The names from left to right, a mark before those that do not show.
std::string column_layout_text(const ColumnLayout& columns) {
    std::string text;
    for (const Column column : columns.order) {
        text.append(text.empty() ? "" : " ");
        text.append(columns.is_hidden(column) ? 1 : 0, kHiddenMark);
        text.append(kColumnNames[static_cast<std::size_t>(column)]);
    }
    return text;
}

// The kind, and behind it the name.
std::string person_text(const Person& person) {
    std::string text(kPersonKinds[static_cast<std::size_t>(person.kind)]);
    return person.is_known() ? text.append(1, kSeparator).append(without_separator(person.name))
                             : text;
}

Person person_from(std::string_view text) {
    const std::vector<std::string_view> parts = split(text, kSeparator);
    const auto kind = named<PersonKind>(kPersonKinds, parts[0]);
    return kind && parts.size() == 2 ? Person{*kind, std::string(parts[1])} : Person{};
}

// Columns that the text does not name keep their places behind those it names.
ColumnLayout column_layout_from(std::string_view text) {
    ColumnLayout columns;
    std::size_t place = 0;
    for (std::string_view part : split(text, ' ')) {
        const bool hidden = part.starts_with(kHiddenMark);
        part.remove_prefix(hidden ? 1 : 0);
        if (const auto column = named<Column>(kColumnNames, part)) {
            columns.put(*column, place++);
            columns.hidden[static_cast<std::size_t>(*column)] = hidden;
        }
    }
    return columns;
}

std::string picture_text(const RoadmapView& view, const PlanId& plan) {
    std::string text = without_separator(plan.text);
    for (const double value :
         {view.scale.day_at_left(), view.scale.px_per_day(), static_cast<double>(view.scroll_y)}) {
        text += kSeparator + decimal_from_double(value);
    }
    for (const SectionId& section : view.folded.sections) {
        text += kSeparator + without_separator(section.text);
    }
    return text;
}

// The plan, the grouping, the column or no column, the direction, then the keys of folded groups.
std::string rows_text(const RoadmapView& view, const PlanId& plan) {
    std::string text = without_separator(plan.text);
    const auto add = [&text](std::string_view part) { (text += kSeparator) += part; };
    add(kGroupingNames[static_cast<std::size_t>(view.grouping)]);
    add(view.sort.by ? kColumnNames[static_cast<std::size_t>(*view.sort.by)] : kNotSet);
    add(view.sort.descending ? kDescending : kAscending);
    for (const std::string& group : view.folded.groups) {
        add(without_separator(group));
    }
    return text;
}

} // namespace

void load_settings(const SettingsStore& store, ViewState& view) {
    view.theme = named<ThemeChoice>(kThemeNames, store.get(kTheme)).value_or(view.theme);
    view.contrast =
        named<ContrastChoice>(kContrastNames, store.get(kContrast)).value_or(view.contrast);
    if (const std::optional<double> percent = parse_plain_number(store.get(kScale))) {
        const double limited =
            std::clamp(*percent, 0.0, static_cast<double>(kScalePercents.back()));
        view.scale_percent = scale_beside(static_cast<int>(limited), 0);
    }
    if (const std::string tag = store.get(kLanguage); !tag.empty()) {
        view.language = language_from_tag(tag);
    }
    load_columns(store, view.roadmap);
    view.roadmap.columns = column_layout_from(store.get(kColumnOrder));
    view.me = person_from(store.get(kMe));
    load_width(store, kSplit, kMinTableWidth, view.roadmap.table_width);
    view.inspector_open = !store.get(kInspector).starts_with(kClosed);
}

bool load_picture(const SettingsStore& store, const PlanId& plan, RoadmapView& view) {
    constexpr std::size_t kFixedParts = 4;
    const std::string text = store.get(kPicture);
    const std::vector<std::string_view> parts = split(text, kSeparator);
    if (parts.size() < kFixedParts || parts[0] != without_separator(plan.text) || plan.empty()) {
        return false;
    }
    const std::optional<double> left = parse_plain_number(parts[1]);
    const std::optional<double> px_per_day = parse_plain_number(parts[2]);
    const std::optional<double> scroll_y = parse_plain_number(parts[3]);
    if (!left || !px_per_day || !scroll_y || *px_per_day < TimeScale::kMinPxPerDay ||
        *px_per_day > TimeScale::kMaxPxPerDay) {
        return false;
    }
    view.scale = TimeScale(*left, *px_per_day);
    view.scroll_y = std::max(0.0F, static_cast<float>(*scroll_y));
    view.folded.sections.clear();
    for (std::size_t i = kFixedParts; i < parts.size(); ++i) {
        view.folded.sections.insert(SectionId{std::string(parts[i])});
    }
    return true;
}

void load_rows(const SettingsStore& store, const PlanId& plan, RoadmapView& view) {
    constexpr std::size_t kFixedParts = 4;
    const std::string text = store.get(kRows);
    const std::vector<std::string_view> parts = split(text, kSeparator);
    if (plan.empty() || parts.size() < kFixedParts || parts[0] != without_separator(plan.text)) {
        return;
    }
    view.grouping = named<Grouping>(kGroupingNames, parts[1]).value_or(Grouping::Section);
    view.sort.by = named<Column>(kColumnNames, parts[2]);
    view.sort.descending = view.sort.by && parts[3] == kDescending;
    view.folded.groups.clear();
    for (std::size_t i = kFixedParts; i < parts.size(); ++i) {
        view.folded.groups.emplace(parts[i]);
    }
}

void SettingsWriter::write(SettingsStore& store, const ViewState& view, const PlanId& plan) {
    set(store, kTheme, std::string(kThemeNames[static_cast<std::size_t>(view.theme)]));
    set(store, kContrast, std::string(kContrastNames[static_cast<std::size_t>(view.contrast)]));
    set(store, kScale, std::to_string(view.scale_percent));
    set(store, kLanguage, std::string(language_tag(view.language)));
    if (view.roadmap.column_widths != RoadmapView().column_widths) {
        set(store, kColumns, columns_text(view.roadmap));
    }
    set(store, kColumnOrder, column_layout_text(view.roadmap.columns));
    set(store, kMe, person_text(view.me));
    set(store, kSplit, decimal_from_double(static_cast<double>(view.roadmap.table_width)));
    set(store, kInspector, std::string(view.inspector_open ? "open" : kClosed));
    if (!plan.empty()) {
        set(store, kPicture, picture_text(view.roadmap, plan));
        set(store, kRows, rows_text(view.roadmap, plan));
    }
}

void SettingsWriter::set(SettingsStore& store, std::string_view name, std::string value) {
    const auto found = m_written.find(name);
    if (found != m_written.end() && found->second == value) {
        return;
    }
    store.set(name, value);
    m_written.insert_or_assign(std::string(name), std::move(value));
}

} // namespace vekha::app

// Schools of a plan and what is followed about them: risk profile, documents through their stages,
// visits, monitoring stages, and indicators with values by school and date (domain.md §2).
#pragma once

#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

enum class RiskLevel : std::uint8_t { Low, Medium, High };
enum class Trend : std::uint8_t { Unknown, Better, Same, Worse };

struct Risk {
    std::string factor; // a key of dictionaries.riskFactors, or words
    RiskLevel level = RiskLevel::Low;
    bool verified = false;
    bool chosen = false;
    Trend trend = Trend::Unknown;
    UnknownMembers unknown;
    bool operator==(const Risk&) const = default;
};

// none → submitted → confirmed by the curator → expert check → accepted, or returned for rework.
enum class DocumentState : std::uint8_t {
    None,
    Submitted,
    Confirmed,
    ExpertCheck,
    Accepted,
    Returned
};

struct SchoolDocument {
    DocumentId id;
    std::string kind; // a key of dictionaries.documentKinds, or words
    DocumentState state = DocumentState::None;
    std::optional<Date> due;
    std::optional<Date> changed; // the day of the last change of state
    std::string link;
    UnknownMembers unknown;
    bool operator==(const SchoolDocument&) const = default;
};

struct Visit {
    std::optional<Date> planned;
    std::optional<Date> actual;
    std::string aim;
    std::string result;
    UnknownMembers unknown;
    bool operator==(const Visit&) const = default;
};

// "Not checked" is no failure: the expert check is a sample.
enum class ExpertCheck : std::uint8_t { NotChecked, Passed, Remarks };

struct MonitoringStage {
    std::string stage; // a key of dictionaries.monitoringStages, or words
    std::optional<Date> due;
    std::optional<Date> submitted;
    std::optional<Date> confirmed;
    ExpertCheck expert_check = ExpertCheck::NotChecked;
    std::string change; // the positive change that was seen, in words
    UnknownMembers unknown;
    bool operator==(const MonitoringStage&) const = default;
};

enum class SchoolKind : std::uint8_t { LowResults, AdverseConditions, Resilient, Donor, Other };

struct School {
    SchoolId id;
    std::string name;
    std::string short_name;
    std::string municipality;
    std::vector<SchoolKind> kinds;
    PartyId curator;
    PartyId coordinator;
    std::vector<Risk> risks;
    std::vector<SchoolDocument> documents;
    std::vector<Visit> visits;
    std::vector<MonitoringStage> stages;
    UnknownMembers unknown;
    bool operator==(const School&) const = default;
};

enum class Direction : std::uint8_t { HigherIsBetter, LowerIsBetter };

struct IndicatorValue {
    SchoolId school; // empty: the whole plan
    Date date;
    std::optional<double> value;
    std::optional<double> numerator;
    std::optional<double> denominator;
    UnknownMembers unknown;
    bool operator==(const IndicatorValue&) const = default;
};

struct Indicator {
    IndicatorId id;
    std::string name;
    std::string unit;
    Direction direction = Direction::HigherIsBetter;
    std::string source;
    std::string about; // who it is about, in words
    std::optional<double> baseline;
    std::optional<double> target;
    std::vector<IndicatorValue> values;
    UnknownMembers unknown;
    bool operator==(const Indicator&) const = default;
};

// What it is called where there is little room.
[[nodiscard]] inline const std::string& short_name_of(const School& school) {
    return school.short_name.empty() ? school.name : school.short_name;
}

} // namespace vekha

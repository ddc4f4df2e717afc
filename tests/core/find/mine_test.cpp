#include "core/find/mine.hpp"

#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::mine_test {
namespace {

using Ids = std::vector<std::string>;

Ids mine(const Document& document, PersonKind kind, std::string_view name) {
    const std::vector<std::uint8_t> fits = measures_of(document, {kind, std::string(name)});
    REQUIRE(fits.size() == document.measures.size());
    Ids ids;
    for (std::size_t i = 0; i < fits.size(); ++i) {
        if (fits[i] != 0) {
            ids.push_back(document.measures[i].id.text);
        }
    }
    return ids;
}

Party party(std::string_view id, std::string_view name, std::vector<std::string> aliases = {}) {
    Party made;
    made.id = PartyId{std::string(id)};
    made.name = name;
    made.aliases = std::move(aliases);
    return made;
}

School school(std::string_view id, std::string_view name, std::string_view short_name,
              std::string_view municipality) {
    School made;
    made.id = SchoolId{std::string(id)};
    made.name = name;
    made.short_name = short_name;
    made.municipality = municipality;
    return made;
}

Document plan() {
    MeasureBuilder by_item("by-item");
    by_item.item("i");
    Measure with_item = by_item.build();
    with_item.items[0].responsible = {PartyId{"iro"}};
    Measure by_words = MeasureBuilder("by-words").build();
    by_words.responsible_text = {"ГАОУ ПО ИРО"};
    Document document = PlanBuilder()
                            .add(MeasureBuilder("lead").responsible({"dep", "iro"}))
                            .add(MeasureBuilder("other").responsible({"dep"}))
                            .add(MeasureBuilder("all").at_all_schools())
                            .add(MeasureBuilder("listed").at_schools({"s2"}))
                            .add(MeasureBuilder("marked"))
                            .build();
    document.measures.push_back(std::move(with_item));
    document.measures.push_back(std::move(by_words));
    document.parties.push_back(party("dep", "Департамент"));
    document.parties.push_back(party("iro", "ГАОУ ПО ИРО", {"Институт развития", "Учёный совет"}));
    document.schools.push_back(school("s1", "Школа № 1", "СОШ 1", "Север"));
    document.schools.push_back(school("s2", "Школа № 2", "СОШ 2", "Юг"));
    Mark mark;
    mark.measure = MeasureId{"marked"};
    mark.municipality = "Юг";
    document.marks.push_back(mark);
    return document;
}

} // namespace

TEST_CASE("a body's rows: it leads, it helps, a sub-item is its own, or only words name it") {
    const Document document = plan();
    const Ids iro{"lead", "by-item", "by-words"};
    CHECK(mine(document, PersonKind::Party, "ГАОУ ПО ИРО") == iro);
    CHECK(mine(document, PersonKind::Party, "гаоу по иро") == iro);
    CHECK(mine(document, PersonKind::Party, "Департамент") == Ids{"lead", "other"});
    // By another spelling that the plan knows; words of measures are not looked up by it.
    CHECK(mine(document, PersonKind::Party, "ученый совет") == Ids{"lead", "by-item"});
    CHECK(mine(document, PersonKind::Party, "СОШ 1").empty());
    CHECK(mine(document, PersonKind::Party, "").empty());
    CHECK(mine(document, PersonKind::Nobody, "Департамент").empty());
}

TEST_CASE("a school's rows are those that apply to it, a municipality's those of its schools") {
    const Document document = plan();
    CHECK(mine(document, PersonKind::School, "СОШ 1") == Ids{"all"});
    CHECK(mine(document, PersonKind::School, "Школа № 2") == Ids{"all", "listed"});
    CHECK(mine(document, PersonKind::School, "Школа № 3").empty());
    CHECK(mine(document, PersonKind::Municipality, "север") == Ids{"all"});
    CHECK(mine(document, PersonKind::Municipality, "Юг") == Ids{"all", "listed", "marked"});
    CHECK(mine(document, PersonKind::Municipality, "Запад").empty());
}

TEST_CASE("whoever can be chosen has just as many rows as the list says") {
    const auto agree = [](const Document& document) {
        const std::vector<PossiblePerson> persons = possible_persons(document);
        for (const PossiblePerson& possible : persons) {
            const Ids ids = mine(document, possible.person.kind, possible.person.name);
            CAPTURE(possible.person.name);
            CHECK(ids.size() == possible.measures);
            CHECK(possible.measures > 0);
        }
        return persons.size();
    };
    const Document document = plan();
    CHECK(agree(document) == 6);
    CHECK(possible_persons(document)[0].person.name == "Департамент");
    CHECK(possible_persons(Document{}).empty());
    std::size_t persons = 0;
    constexpr std::uint32_t kPlans = 60;
    for (std::uint32_t seed = 1; seed <= kPlans; ++seed) {
        Chance chance(seed);
        persons += agree(random_plan(chance, 20));
    }
    MESSAGE("seeds 1 to " << kPlans << ": " << persons << " persons");
    CHECK(persons > kPlans);
}

} // namespace vekha::test::mine_test

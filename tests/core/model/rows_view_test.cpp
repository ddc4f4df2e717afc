#include "core/model/rows_view.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

namespace vekha::rows_view_test {
namespace {

using Columns = std::vector<Column>;

} // namespace

TEST_CASE("columns go to the names that show, and back") {
    ColumnLayout layout;
    layout.put(Column::State, 0);
    layout.hidden[static_cast<std::size_t>(Column::Number)] = true;
    const Columns shown{Column::State, Column::Title, Column::Responsible, Column::Period};
    CHECK(layout.shown() == shown);
    CHECK(ColumnLayout::showing(shown).shown() == shown);
    CHECK(ColumnLayout::showing(shown).looks_like(layout));
    CHECK_FALSE(ColumnLayout::showing(shown).looks_like({}));
}

TEST_CASE("what a file says about columns makes a table in any case") {
    SUBCASE("nothing: as usual") {
        CHECK(ColumnLayout::showing({}) == ColumnLayout());
    }
    SUBCASE("the title always shows") {
        CHECK(ColumnLayout::showing({Column::Period}).shown() ==
              Columns{Column::Period, Column::Title});
    }
    SUBCASE("twice the same: the first place counts") {
        const Columns twice{Column::State, Column::Title, Column::State, Column::Number};
        CHECK(ColumnLayout::showing(twice).shown() ==
              Columns{Column::State, Column::Title, Column::Number});
    }
}

TEST_CASE("what is hidden makes no difference to how columns look") {
    ColumnLayout one;
    ColumnLayout other;
    for (ColumnLayout* const layout : {&one, &other}) {
        layout->hidden[static_cast<std::size_t>(Column::Number)] = true;
    }
    other.put(Column::Number, 4);
    CHECK_FALSE(one == other);
    CHECK(one.looks_like(other));
    other.put(Column::State, 0);
    CHECK_FALSE(one.looks_like(other));
}

} // namespace vekha::rows_view_test

// How one value of the model stands in a file: read, written and compared through a ValueType. The
// types are constant objects; the tables of fields (entity_type.hpp) refer to them, and reader and
// writer both walk these tables, so that the two cannot disagree. Everything here is for core/codec
// only.
#pragma once

#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha {

enum class IdKind : std::uint8_t {
    Section,
    Party,
    Measure,
    Item,
    School,
    Document,
    Indicator,
    Decision,
    Baseline,
    Snapshot,
    View,
};

// A place of the file that gives or names the id of something that is checked across the plan.
struct IdUse {
    NodeIndex node = 0;
    IdKind kind = IdKind::Section;
    bool defines = false;
};

inline constexpr std::size_t kMaxCountedErrors = 10'000;

class ValueType;

// What a reading works on and where it reports.
class ReadContext {
public:
    ReadContext(const JsonTree& tree, Findings& findings, std::vector<IdUse>& id_uses)
        : m_tree(tree), m_findings(findings), m_id_uses(id_uses) {}

    [[nodiscard]] const JsonTree& tree() const { return m_tree; }
    void report(ProblemCode code, NodeIndex node, std::vector<ProblemParameter> parameters);
    void report_wrong_type(NodeIndex node, std::string_view expected_word);
    void use_id(IdUse use) { m_id_uses.push_back(use); }
    // The file is refused already: what is read now serves the list of problems only.
    [[nodiscard]] bool is_refused() const { return m_findings.has(Severity::Error); }
    // Reads an item of a list: true when it is to be kept. One that cannot be taken is an error;
    // the items of a refused file need no memory.
    [[nodiscard]] bool takes(const ValueType& type, NodeIndex node, void* target);
    // So much is wrong that counting on would only take time.
    [[nodiscard]] bool gives_up() const {
        return m_findings.count_of(Severity::Error) >= kMaxCountedErrors;
    }

private:
    const JsonTree& m_tree;
    Findings& m_findings;
    std::vector<IdUse>& m_id_uses;
};

// Replaced: the value could not be taken; the target holds its default (a list: the items that
// could be taken) and the original has to be kept. The problem has been reported.
enum class Taken : std::uint8_t { AsWritten, Replaced };

class ValueType {
public:
    // `target` holds its default.
    [[nodiscard]] virtual Taken read(ReadContext& context, NodeIndex node, void* target) const = 0;
    virtual void write(JsonWriter& writer, const void* value) const = 0;
    [[nodiscard]] virtual bool equal(const void* a, const void* b) const = 0;
    // True while a value that was replaced when the file was read has not been set since: reading
    // the kept original replaces it again, by what `value` holds now.
    [[nodiscard]] virtual bool is_replacement(std::string_view original_json, const void* value,
                                              const void* initial) const;

protected:
    constexpr ValueType() = default;
    constexpr ~ValueType() = default;
    ValueType(const ValueType&) = default;
    ValueType& operator=(const ValueType&) = default;
};

template <class T>
class ValueTypeOf : public ValueType {
public:
    [[nodiscard]] bool equal(const void* a, const void* b) const override {
        return *static_cast<const T*>(a) == *static_cast<const T*>(b);
    }

protected:
    constexpr ~ValueTypeOf() = default;
};

// A file's spelling of one value, parsed apart from its file.
class DetachedReading {
public:
    [[nodiscard]] static bool replaces(const ValueType& type, std::string_view json, void* target);
};

// A type whose values can be replaced by their default: everything but objects and lists of
// objects.
template <class T>
class PlainTypeOf : public ValueTypeOf<T> {
public:
    [[nodiscard]] bool is_replacement(std::string_view original_json, const void* value,
                                      const void* initial) const override {
        T again = *static_cast<const T*>(initial);
        return DetachedReading::replaces(*this, original_json, &again) &&
               again == *static_cast<const T*>(value);
    }

protected:
    constexpr ~PlainTypeOf() = default;
};

} // namespace vekha

// Writes JSON text in one of the two layouts, member by member. Names and texts are escaped as
// little as JSON allows: quotation mark, backslash and control characters. What is passed must be
// valid UTF-8.
#pragma once

#include "core/codec/text_layout.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace vekha {

// Takes the text of a writer in parts: some items of an array in a row, and what stands between.
class PartTaker {
public:
    // Never empty.
    virtual void take_between(std::string text) = 0;
    // Whether the part of this source need not be written; else take_part() follows. `begins`: it
    // is the first one of its array.
    virtual bool has_part(const std::shared_ptr<const void>& source, bool begins) = 0;
    virtual void take_part(std::string text) = 0;

protected:
    PartTaker() = default;
    ~PartTaker() = default;
    PartTaker(const PartTaker&) = default;
    PartTaker& operator=(const PartTaker&) = default;
};

class JsonWriter {
public:
    // Without a taker the text is one.
    explicit JsonWriter(TextLayout layout, PartTaker* parts = nullptr)
        : m_layout(layout), m_parts(parts) {}

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    void name(std::string_view name);
    void name_as_written(std::string_view name_json);
    void item(); // before every item of an array
    // Some items of an array, whose text is the same while the source is: false when they are not
    // to be written, else end_part() follows. Never inside another part, and always at one depth.
    [[nodiscard]] bool begin_part(const std::shared_ptr<const void>& source);
    void end_part();

    void text(std::string_view value);
    void number(double value);
    void integer(int value);
    void boolean(bool value);
    // A value as compact JSON, laid out like the rest; spellings stay.
    void json_as_written(std::string_view compact_json);

    // The whole text, or nothing when it went away in parts; the indented layout ends with a line
    // break.
    [[nodiscard]] std::string take() &&;

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void new_line();
    void colon();
    void end_between();

    TextLayout m_layout;
    PartTaker* m_parts;
    std::string m_out;
    std::size_t m_depth = 0;
    bool m_container_empty = true;
    bool m_in_part = false;
};

// The value as a JSON string with its quotes.
[[nodiscard]] std::string json_from_text(std::string_view value);

} // namespace vekha

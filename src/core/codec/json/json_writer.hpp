// Writes JSON text in one of the two layouts, member by member. Names and texts are escaped as
// little as JSON allows: quotation mark, backslash and control characters. What is passed must be
// valid UTF-8.
#pragma once

#include "core/codec/text_layout.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {

class JsonWriter {
public:
    explicit JsonWriter(TextLayout layout) : m_layout(layout) {}

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    void name(std::string_view name);
    void name_as_written(std::string_view name_json);
    void item(); // before every item of an array

    void text(std::string_view value);
    void number(double value);
    void integer(int value);
    void boolean(bool value);
    // A value as compact JSON, laid out like the rest; spellings stay.
    void json_as_written(std::string_view compact_json);

    // The whole text; the indented layout ends with a line break.
    [[nodiscard]] std::string take() &&;

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void new_line();
    void colon();

    TextLayout m_layout;
    std::string m_out;
    std::size_t m_depth = 0;
    bool m_container_empty = true;
};

// The value as a JSON string with its quotes.
[[nodiscard]] std::string json_from_text(std::string_view value);

} // namespace vekha

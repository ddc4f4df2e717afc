#include "core/codec/text_parts.hpp"

#include "core/codec/entity/descriptions.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vekha {

// One walk over a document. What was known and is met again goes over into the new list.
class TextParts::Pass final : public PartTaker {
public:
    Pass(TextParts& parts, std::size_t most_bytes) : m_parts(parts), m_most_bytes(most_bytes) {}

    void take_between(std::string text) override {
        const bool known = meet(
            [&text](const Known& part) { return part.source == nullptr && part.between == text; });
        if (!known) {
            Known between;
            between.between = text;
            add(std::move(between), std::move(text));
        }
    }
    bool has_part(const std::shared_ptr<const void>& source, bool begins) override {
        // What comes behind is looked for in the next step, so that each looks at a part once.
        if (m_bytes >= m_most_bytes) {
            m_step.is_whole = false;
            return true;
        }
        const bool known = meet([&source, begins](const Known& part) {
            return part.source == source && part.begins == begins;
        });
        if (known) {
            return true;
        }
        m_source = source;
        m_begins = begins;
        return false;
    }
    void take_part(std::string text) override {
        add({.begins = m_begins, .source = std::move(m_source)}, std::move(text));
    }

    Step finish() && {
        if (m_step.is_whole) {
            m_parts.m_order.clear();
            for (const Known& part : m_met) {
                m_parts.m_order.push_back(part.number);
            }
        } else {
            // What was not met may come behind what is still to be written.
            std::ranges::copy_if(std::make_move_iterator(m_parts.m_known.begin()),
                                 std::make_move_iterator(m_parts.m_known.end()),
                                 std::back_inserter(m_met),
                                 [](const Known& part) { return part.number != 0; });
        }
        m_parts.m_known = std::move(m_met);
        return std::move(m_step);
    }

private:
    // Parts come mostly in the order in which they came last time.
    template <class Is>
    bool meet(const Is& is) {
        std::vector<Known>& known = m_parts.m_known;
        for (std::size_t step = 0; step < known.size(); ++step) {
            const std::size_t place = (m_likely + step) % known.size();
            if (known[place].number != 0 && is(known[place])) {
                m_met.push_back(std::move(known[place]));
                known[place].number = 0;
                m_likely = place + 1;
                return true;
            }
        }
        return false;
    }
    void add(Known part, std::string text) {
        part.number = ++m_parts.m_last;
        m_bytes += text.size();
        m_step.fresh.push_back({.number = part.number, .text = std::move(text)});
        m_met.push_back(std::move(part));
    }

    TextParts& m_parts;
    std::size_t m_most_bytes;
    std::size_t m_bytes = 0;
    std::size_t m_likely = 0;
    std::vector<Known> m_met;
    std::shared_ptr<const void> m_source; // of the part that is being written
    bool m_begins = false;
    Step m_step;
};

TextParts::Step TextParts::update(const Document& document, TextLayout layout,
                                  std::size_t most_bytes) {
    if (layout != m_layout) {
        forget();
        m_layout = layout;
    }
    Pass pass(*this, most_bytes);
    JsonWriter writer(layout, &pass);
    kDocumentType.write(writer, &document);
    [[maybe_unused]] const std::string rest = std::move(writer).take();
    assert(rest.empty());
    return std::move(pass).finish();
}

} // namespace vekha

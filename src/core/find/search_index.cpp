#include "core/find/search_index.hpp"

#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

// No query has one: append_folded makes spaces of all blanks.
constexpr char kLineEnd = '\n';

class Collector {
public:
    Collector(const Document& document, std::string& out)
        : m_document(document), m_out(out), m_parties(sorted_by_id(document.parties)),
          m_schools(sorted_by_id(document.schools)) {}

    void add(const Measure& measure) {
        add_number(measure.number);
        add(measure.title);
        add(measure.description);
        add(measure.period.text);
        add_parties(measure.responsible);
        for (const std::string& text : measure.responsible_text) {
            add(text);
        }
        add(measure.result);
        for (const Target& target : measure.targets) {
            add(target.text);
        }
        if (measure.period.review) {
            add(measure.period.review->reason);
        }
        add(measure.report.reason);
        add(measure.report.note);
        for (const EvidenceLink& link : measure.report.evidence) {
            add(link.title);
            add(link.url);
        }
        for (const SchoolId& school : measure.applies_to.schools) {
            add_school(school);
        }
        for (const std::string& tag : measure.tags) {
            add(tag);
        }
        for (const MeasureItem& item : measure.items) {
            add(item.title);
            add(item.result);
            add_parties(item.responsible);
        }
    }

private:
    void add(std::string_view text) {
        if (!text.empty()) {
            append_folded(m_out, text);
            m_out += kLineEnd;
        }
    }
    // As the panel writes it, too.
    void add_number(const std::string& number) {
        if (!number.empty()) {
            add(std::string("\u2116 ") + number);
        }
    }
    void add_school(const SchoolId& id) {
        const std::uint32_t index = find_by_id(m_document.schools, m_schools, id);
        if (index != kNoIndex) {
            add(m_document.schools[index].name);
            add(m_document.schools[index].short_name);
        }
    }
    void add_parties(const std::vector<PartyId>& ids) {
        for (const PartyId& id : ids) {
            const std::uint32_t index = find_by_id(m_document.parties, m_parties, id);
            if (index == kNoIndex) {
                continue;
            }
            add(m_document.parties[index].name);
            for (const std::string& alias : m_document.parties[index].aliases) {
                add(alias);
            }
        }
    }

    const Document& m_document;
    std::string& m_out;
    std::vector<std::uint32_t> m_parties;
    std::vector<std::uint32_t> m_schools;
};

} // namespace

SearchIndex::SearchIndex(const Document& document) {
    m_ends.reserve(document.measures.size());
    Collector collector(document, m_text);
    for (const Measure& measure : document.measures) {
        collector.add(measure);
        m_ends.push_back(m_text.size());
    }
}

std::string_view SearchIndex::text_of(std::size_t measure) const {
    const std::size_t begin = measure == 0 ? 0 : m_ends[measure - 1];
    return std::string_view(m_text).substr(begin, m_ends[measure] - begin);
}

bool SearchIndex::has_all(std::size_t measure, std::span<const SearchWord> words) const {
    const std::string_view text = text_of(measure);
    return std::all_of(words.begin(), words.end(),
                       [text](const SearchWord& word) { return has_word(text, word); });
}

} // namespace vekha

// The dictionaries of a plan that has none of its own.
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

struct DefaultEntries {
    TextKey words; // one below the other
    std::string_view keys;
};
constexpr std::array kDefaults{
    DefaultEntries{"dictionary.riskFactors"_key,
                   "equipment,staff,competence,specialNeeds,language,motivation,environment,"
                   "failure,parents"},
    DefaultEntries{"dictionary.documentKinds"_key, "concept,programme,antirisk,roadmap,agreement"},
    DefaultEntries{"dictionary.monitoringStages"_key, "stage1,stage2"}};
constexpr std::string_view kStateKeys = "notStarted,inProgress,done,notDone,moved,cancelled";

std::string_view next_part(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

} // namespace

Dictionaries default_dictionaries(const Texts& texts) {
    Dictionaries made;
    const std::array<std::vector<DictionaryEntry>*, kDefaults.size()> lists{
        &made.risk_factors, &made.document_kinds, &made.monitoring_stages};
    for (std::size_t i = 0; i < kDefaults.size(); ++i) {
        std::string_view keys = kDefaults[i].keys;
        std::string_view words = texts.get(kDefaults[i].words);
        while (!keys.empty() && !words.empty()) {
            lists[i]->push_back(
                {std::string(next_part(keys, ',')), std::string(next_part(words, '\n')), {}});
        }
    }
    std::string_view keys = kStateKeys;
    for (int state = 0; !keys.empty(); ++state) {
        made.states.push_back(
            {std::string(next_part(keys, ',')),
             std::string(stored_state_name(texts, static_cast<StoredState>(state))),
             {}});
    }
    return made;
}

} // namespace vekha::app

#include "platform/browser.hpp"
#include "platform/host.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace vekha::platform {

std::string_view page_block(std::string_view name) {
    // Addresses of a map's values stay, so the views do too.
    static std::map<std::string, std::string, std::less<>> kept;
    const auto place = kept.find(name);
    if (place != kept.end()) {
        return place->second;
    }
    return kept.emplace(std::string(name), browser::page_block(name)).first->second;
}

} // namespace vekha::platform

#include "tests/fuzz/second_opinion.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::fuzz {
namespace {

// Takes every event and keeps nothing but why the parser stopped.
struct Listener : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*size*/) override { return true; }
    bool key(string_t& /*name*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*size*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*place*/, const std::string& /*token*/,
                     const nlohmann::json::exception& error) override {
        constexpr int kNumberOutOfRange = 406;
        opinion = error.id == kNumberOutOfRange ? Opinion::None : Opinion::NotJson;
        return false;
    }

    Opinion opinion = Opinion::Json;
};

} // namespace

Opinion second_opinion(std::string_view text) {
    Listener listener;
    nlohmann::json::sax_parse(text, &listener);
    return listener.opinion;
}

} // namespace vekha::fuzz

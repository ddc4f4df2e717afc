#include "core/codec/roadmap_writer.hpp"

#include "core/codec/entity/descriptions.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"

#include <string>
#include <utility>

namespace vekha {

std::string write_roadmap(const Document& document, TextLayout layout) {
    JsonWriter writer(layout);
    kDocumentType.write(writer, &document);
    return std::move(writer).take();
}

} // namespace vekha

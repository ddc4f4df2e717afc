#include "core/edit/view_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

// The first «view-N» that no view has; nothing else gives it away.
std::string new_id(const SharedList<SavedView>& views) {
    for (std::size_t number = views.size() + 1;; ++number) {
        std::string id = "view-" + std::to_string(number);
        if (find_by_id(views, ViewId{id}) == kNoIndex) {
            return id;
        }
    }
}

} // namespace

std::uint32_t find_view(const Document& document, std::string_view typed_name) {
    const Result<std::string, EditProblem> name = clean_typed_name(typed_name);
    std::uint32_t index = 0;
    for (const SavedView& view : document.views) {
        if (name && view.name == name.value()) {
            return index;
        }
        ++index;
    }
    return kNoIndex;
}

Result<Document, EditProblem> save_view(const Document& document, SavedView view) {
    const std::uint32_t index = find_view(document, view.name);
    Result<std::string, EditProblem> name = clean_typed_name(view.name);
    if (!name) {
        return fail(name.error());
    }
    view.name = std::move(name).value();
    Document changed = document;
    if (index == kNoIndex) {
        view.id = ViewId{new_id(document.views)};
        changed.views.push_back(std::move(view));
        return changed;
    }
    const SavedView& known = document.views[index];
    view.id = known.id;
    view.unknown = known.unknown;
    if (known.filter && (view.filter || !known.filter->unknown.empty())) {
        view.filter = ViewFilter{.asks = view.filter ? view.filter->asks : RowFilter{},
                                 .unknown = known.filter->unknown};
    }
    changed.views = document.views.with(index, std::move(view));
    return changed;
}

Document remove_view(const Document& document, const ViewId& view) {
    Document changed = document;
    changed.views =
        document.views.filtered([&view](const SavedView& each) { return each.id != view; });
    for (std::size_t i = 0; i < document.slides.size(); ++i) {
        if (document.slides[i].view == view) {
            Slide slide = document.slides[i];
            slide.view = {};
            changed.slides = changed.slides.with(i, std::move(slide));
        }
    }
    return changed;
}

} // namespace vekha

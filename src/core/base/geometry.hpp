// Points, sizes and rectangles in layout pixels: CSS pixels divided by the interface scale.
// x grows to the right, y grows down. A Rect is half-open: it holds its left and top edge.
#pragma once

#include <algorithm>

namespace vekha {

struct Point {
    float x = 0.0F;
    float y = 0.0F;
    bool operator==(const Point&) const = default;
};

struct Size {
    float width = 0.0F;
    float height = 0.0F;
    bool operator==(const Size&) const = default;
};

struct Rect {
    float left = 0.0F;
    float top = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;

    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    [[nodiscard]] Point center() const { return {(left + right) / 2.0F, (top + bottom) / 2.0F}; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= left && p.x < right && p.y >= top && p.y < bottom;
    }
    [[nodiscard]] bool overlaps(const Rect& o) const {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }
    [[nodiscard]] Rect intersection(const Rect& o) const {
        return {std::max(left, o.left), std::max(top, o.top), std::min(right, o.right),
                std::min(bottom, o.bottom)};
    }
    [[nodiscard]] Rect moved(float dx, float dy) const {
        return {left + dx, top + dy, right + dx, bottom + dy};
    }
    [[nodiscard]] Rect shrunk(float by) const {
        return {left + by, top + by, right - by, bottom - by};
    }
    bool operator==(const Rect&) const = default;
};

} // namespace vekha

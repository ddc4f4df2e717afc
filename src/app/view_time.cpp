// ViewControl's part for the time line: which days are in sight, at which scale.
#include "app/actions.hpp"
#include "app/animation.hpp"
#include "app/context.hpp"
#include "app/date_words.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/time_scale.hpp"

#include <cassert>
#include <optional>

namespace vekha::app {

namespace {

constexpr float kFitMargin = 24.0F;

} // namespace

void ViewControl::apply(const act::PanTime& action) {
    set_scale(target_scale().panned(action.dx), act::Glide::No);
}

void ViewControl::apply(const act::Zoom& action) {
    const float middle = m_context.state.session.frame.time.width() / 2.0F;
    set_scale(target_scale().zoomed(action.factor, action.anchor_x.value_or(middle)), action.glide);
    if (action.glide == act::Glide::Yes) {
        tell_days();
    }
}

void ViewControl::apply(const act::SetScale& action) {
    const TimeScale scale = target_scale();
    const float middle = m_context.state.session.frame.time.width() / 2.0F;
    set_scale(scale.zoomed(action.px_per_day / scale.px_per_day(), middle), act::Glide::No);
}

void ViewControl::apply(const act::Fit& /*action*/) {
    if (m_context.state.plan) {
        set_scale(fitted_scale(), act::Glide::Yes);
        m_context.state.session.fitted = true;
        tell_days();
    }
}

void ViewControl::apply(const act::FitDays& action) {
    const float width = m_context.state.session.frame.time.width();
    set_scale(TimeScale::fitted(action.from, action.to, width, 0.0F), act::Glide::Yes);
}

void ViewControl::apply(const act::GoToDate& action) {
    const float middle = m_context.state.session.frame.time.width() / 2.0F;
    set_scale(target_scale().with_date_at(action.date, middle), act::Glide::Yes);
    tell_days();
}

void ViewControl::apply(const act::GoToAsOf& /*action*/) {
    apply(act::GoToDate{as_of_date(m_context.state)});
}

// Where a running glide is going: the next step starts from there, so that quick presses add up.
TimeScale ViewControl::target_scale() const {
    const std::optional<ScaleGlide>& glide = m_context.state.session.glide;
    return glide ? glide->to : m_context.state.view.roadmap.scale;
}

// What a key or a button brought into sight, for those who do not see it.
void ViewControl::tell_days() const {
    m_context.ports.twin->announce(
        days_in_sight(m_context.texts, target_scale(), m_context.state.session.frame.time.width()),
        false);
}

TimeScale ViewControl::fitted_scale() const {
    const AppState& state = m_context.state;
    assert(state.plan.has_value());
    const Span extent = m_context.derived.extent(state);
    const Date from = extent.from.value_or(extent.to.value_or(state.session.today));
    const Date to = extent.to.value_or(from);
    return TimeScale::fitted(from, to, state.session.frame.time.width(), kFitMargin);
}

void ViewControl::set_scale(const TimeScale& scale, act::Glide glide) {
    Session& session = m_context.state.session;
    session.fitted = false;
    if (glide == act::Glide::Yes && !session.media.reduced_motion) {
        session.glide = ScaleGlide{roadmap().scale, scale, m_context.now()};
        m_context.repaint.request(RepaintReason::Glide);
    } else {
        session.glide.reset();
        roadmap().scale = scale;
    }
}

} // namespace vekha::app

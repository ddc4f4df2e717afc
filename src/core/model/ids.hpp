// The ids of the things of a plan. They are given once and survive edit, export and merge.
#pragma once

#include "core/base/id.hpp"

namespace vekha {

using PlanId = Id<struct PlanTag>;
using SectionId = Id<struct SectionTag>;
using PartyId = Id<struct PartyTag>;
using MeasureId = Id<struct MeasureTag>;
using ItemId = Id<struct ItemTag>;
using SchoolId = Id<struct SchoolTag>;
using DocumentId = Id<struct DocumentTag>; // a document a school uploads, not a vekha::Document
using IndicatorId = Id<struct IndicatorTag>;
using DecisionId = Id<struct DecisionTag>;
using BaselineId = Id<struct BaselineTag>;
using SnapshotId = Id<struct SnapshotTag>;
using ViewId = Id<struct ViewTag>;
using LineageId = Id<struct LineageTag>; // shared by all copies of a row made from one template

} // namespace vekha

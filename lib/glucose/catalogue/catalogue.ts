import { AVERAGE } from "./entries-average";
import { COMPARISON } from "./entries-comparison";
import { COVERAGE } from "./entries-coverage";
import { DYNAMICS } from "./entries-dynamics";
import { EPISODES } from "./entries-episodes";
import { EXCLUSIONS } from "./entries-exclusions";
import { PATTERNS } from "./entries-patterns";
import { PROFILE } from "./entries-profile";
import { RANGES } from "./entries-ranges";
import { RISK_INDICES } from "./entries-risk";
import { SCORES } from "./entries-scores";
import { SPREAD_GROUP } from "./entries-spread";
import type { MetricGroup } from "./metric";

/**
 * Everything that Hindsight computes, in the order of a report, for people to read: exact definitions in words, and a
 * worked example each, whose numbers the engine computes when this file is loaded.
 */
export const CATALOGUE: readonly MetricGroup[] = [
  COVERAGE,
  RANGES,
  AVERAGE,
  SPREAD_GROUP,
  RISK_INDICES,
  SCORES,
  DYNAMICS,
  EPISODES,
  PROFILE,
  PATTERNS,
  COMPARISON,
  EXCLUSIONS,
];

import { episodeIn, nextExcursion, type Persistence, type SlotRun, type Threshold } from "./episode-scan";

/** One side of the target range: its thresholds, and how long each must be passed. */
export interface EpisodeRules {
  readonly level1: Threshold;
  readonly level2: Threshold;
  /** What must be passed for an extended episode, which ends at level 1 all the same. */
  readonly extended: Threshold;
  /** Slots that confirm an episode, and as many its recovery. */
  readonly confirmingSlots: number;
  readonly extendedFor: Persistence;
  readonly prolongedSlots: number;
}

/** Episodes in slots, ascending, by the definitions that `EpisodeSets` has in minutes. */
export interface FoundEpisodes {
  readonly level1: SlotRun[];
  readonly level2: SlotRun[];
  readonly level1Exclusive: SlotRun[];
  readonly extended: SlotRun[];
  readonly prolonged: SlotRun[];
}

/**
 * The episodes on one side of the target range, mg/dL with NaN where nothing is known. Linear: excursions beyond
 * level 1 are found in one pass, and those beyond level 2 only inside them, for there are no others.
 */
export function searchEpisodes(values: Float64Array, rules: EpisodeRules): FoundEpisodes {
  const { level1, level2, confirmingSlots, prolongedSlots } = rules;
  const found: FoundEpisodes = { level1: [], level2: [], level1Exclusive: [], extended: [], prolonged: [] };
  const confirmed = { slots: confirmingSlots, within: confirmingSlots };
  const prolonged = { slots: prolongedSlots, within: prolongedSlots };
  let outer = nextExcursion(values, { from: 0, to: values.length }, level1, confirmingSlots);
  while (outer !== null) {
    const { next } = outer;
    const level2Before = found.level2.length;
    let inner = nextExcursion(values, { from: outer.first, to: next }, level2, confirmingSlots);
    while (inner !== null) {
      keep(found.level2, episodeIn(values, inner, level2, confirmed));
      keep(found.prolonged, episodeIn(values, inner, level2, prolonged));
      inner = nextExcursion(values, { from: inner.next, to: next }, level2, confirmingSlots);
    }
    const episode = episodeIn(values, outer, level1, confirmed);
    keep(found.level1, episode);
    if (found.level2.length === level2Before) keep(found.level1Exclusive, episode);
    keep(found.extended, episodeIn(values, outer, rules.extended, rules.extendedFor));
    outer = nextExcursion(values, { from: next, to: values.length }, level1, confirmingSlots);
  }
  return found;
}

function keep(list: SlotRun[], episode: SlotRun | null): void {
  if (episode !== null) list.push(episode);
}

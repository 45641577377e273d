const LENGTH_MAX = 40;

/**
 * A piece of somebody's file as it may stand in a sentence: at most 40 characters, and nothing that a terminal could
 * take for a command or that would turn the direction of writing.
 */
export function shownText(text: string): string {
  const kept = text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX - 1)}…` : text;
  // Half a surrogate pair, left by the cut, is among the control characters (\p{C}).
  return kept.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\uFFFD");
}

import { formatDateTime } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { Coverage } from "@/lib/glucose/figures";
import styles from "./coverage-note.module.css";

/** What the figures rest on: readings there and expected, the longest gap, readings beyond the sensor's range. */
export function CoverageNote({ coverage, locale }: { readonly coverage: Coverage; readonly locale: string }) {
  const { observed, expected, cadenceMinutes, gaps, lowSentinels, highSentinels, implausible } = coverage;
  const number = (value: number) => formatNumber(value, 0, locale);
  const longest = gaps.reduce<(typeof gaps)[number] | null>(
    (found, gap) => (found === null || gap.minutes > found.minutes ? gap : found),
    null,
  );
  const facts: readonly { readonly term: string; readonly text: string }[] = [
    {
      term: "Readings",
      text: `${number(observed)} of ${number(expected)} expected${cadenceMinutes === null ? "" : `, one every ${cadenceMinutes} min`}`,
    },
    {
      term: "Gaps",
      text: longest
        ? `${number(gaps.length)}, the longest ${formatDuration(longest.minutes)} from ${formatDateTime(longest.from, longest.displayOffsetMinutes, { locale })}`
        : "None",
    },
    ...(lowSentinels + highSentinels > 0
      ? [
          {
            term: "Beyond the sensor's range",
            text: `${number(lowSentinels)} low, ${number(highSentinels)} high`,
          },
        ]
      : []),
    ...(implausible > 0 ? [{ term: "Left out as implausible", text: number(implausible) }] : []),
  ];
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">What this rests on</h2>
      <dl className={styles.facts}>
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

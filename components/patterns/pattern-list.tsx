import type { GlucoseUnit } from "@/lib/format/unit";
import type { Pattern, TooLittleData } from "@/lib/glucose/patterns/pattern";
import { patternWords } from "@/lib/glucose/patterns/pattern-words";
import { quantitiesFor } from "@/lib/glucose/patterns/quantity-writing";
import type { Words } from "@/lib/i18n/translate";
import styles from "./pattern-list.module.css";
import { PatternRule } from "./pattern-rule";

interface Reader {
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** Rules that had enough data and did not find what they look for, with what they counted. */
export function NotFoundList({ patterns, unit, words }: Reader & { readonly patterns: readonly Pattern[] }) {
  const { title, finding } = patternWords(words, quantitiesFor(unit, words.locale));
  return (
    <ul className={styles.list}>
      {patterns.map((pattern) => (
        <li key={pattern.id}>
          <h3>{title(pattern)}</h3>
          <p>{finding(pattern)}</p>
          <PatternRule result={pattern} unit={unit} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** Rules that cannot be judged yet, with what is missing. */
export function TooLittleDataList({
  results,
  unit,
  words,
}: Reader & { readonly results: readonly TooLittleData[] }) {
  const { title, missing } = patternWords(words, quantitiesFor(unit, words.locale));
  return (
    <ul className={styles.list}>
      {results.map((result) => (
        <li key={result.id}>
          <h3>{title(result)}</h3>
          <p>{words.t("patterns.tooLittle.missing", { missing: missing(result) })}</p>
          <PatternRule result={result} unit={unit} words={words} />
        </li>
      ))}
    </ul>
  );
}

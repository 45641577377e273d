import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { PatternResult } from "@/lib/glucose/patterns/pattern";
import { patternWords } from "@/lib/glucose/patterns/pattern-words";
import { quantitiesFor } from "@/lib/glucose/patterns/quantity-writing";
import type { Words } from "@/lib/i18n/translate";
import styles from "./pattern-rule.module.css";

/** The whole rule behind a result, and what "by chance" means to it, opened in place. */
export function PatternRule({
  result,
  unit,
  words,
}: {
  readonly result: PatternResult;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const { title, rule, method } = patternWords(words, quantitiesFor(unit, locale));
  return (
    <Disclosure
      className={styles.details}
      summary={
        <>
          <Icon name="down" size={12} />
          <span aria-hidden="true">{t("patterns.card.rule")}</span>
          <span className="visually-hidden">{t("patterns.card.ruleOf", { title: title(result) })}</span>
        </>
      }
    >
      <div className={styles.text}>
        <p>{rule(result)}</p>
        {result.state === "too-little-data" ? null : <p>{method(result)}</p>}
      </div>
    </Disclosure>
  );
}

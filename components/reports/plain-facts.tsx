import { Explain } from "@/components/ui/explain";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { changeSentence, type FactsToSay, lowsSentence } from "./fact-sentences";
import styles from "./plain-facts.module.css";

/** What else stands out, one sentence each; every sentence can show the rule that made it. */
export function PlainFacts({ ranges, ...props }: FactsToSay & { readonly ranges: RangeSetChoice }) {
  const { t } = props.words;
  const change = changeSentence(props);
  const facts = [
    {
      id: "lows",
      text: lowsSentence(props),
      term: t("overview.facts.lows.term"),
      rule:
        ranges === "standard"
          ? t("overview.facts.lows.ruleText")
          : `${t("overview.facts.lows.ruleText")} ${t("overview.facts.lows.standard")}`,
    },
    ...(change === null
      ? []
      : [
          {
            id: "change",
            text: change,
            term: t("overview.facts.change.term"),
            rule: t("overview.facts.change.ruleText"),
          },
        ]),
  ];
  return (
    <ul className={styles.facts} aria-label={t("overview.facts.title")}>
      {facts.map(({ id, text, term, rule }) => (
        <li key={id}>
          <span>{text}</span>
          <Explain term={term} words={props.words} label={`${t("overview.facts.rule")} ${term}`}>
            <p>{rule}</p>
          </Explain>
        </li>
      ))}
    </ul>
  );
}

import type { GlucoseUnit } from "@/lib/format/unit";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import type { Words } from "@/lib/i18n/translate";
import { changeWords } from "./difference-words";

/** What changed by more than the days usually differ, and what did not; or that nobody can say yet. */
export function leadSentence(figures: readonly Difference[], unit: GlucoseUnit, words: Words): string {
  const { t, locale } = words;
  const nameOf = ({ figure }: Difference) => t(`figures.names.${figure}`).toLocaleLowerCase(locale);
  const listed = (names: readonly string[]) => new Intl.ListFormat(locale).format(names);
  const beyond = figures.filter(({ judgement }) => judgement === "beyond-usual");
  // What never happened in either period is no news.
  const within = figures.filter(
    ({ judgement, before, after }) => judgement === "within-usual" && !(before === 0 && after === 0),
  );
  if (beyond.length === 0) return t(within.length === 0 ? "compare.lead.notYet" : "compare.lead.none");
  const changes = beyond.map((compared) => {
    const change = changeWords(compared, unit, words) ?? "";
    return t("compare.lead.change", { figure: nameOf(compared), change });
  });
  const changed = t("compare.lead.beyond", { changes: listed(changes) });
  if (within.length === 0) return changed;
  return `${changed} ${t("compare.lead.within", { figures: listed(within.map(nameOf)) })}`;
}

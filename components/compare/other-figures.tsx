import { Disclosure } from "@/components/ui/disclosure";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import { CompareTable } from "./compare-table";
import type { GroupedFigures } from "./figure-groups";
import styles from "./other-figures.module.css";

/** Every figure that is not among the main ones, group by group, closed until somebody looks for it. */
export function OtherFigures({
  groups,
  unit,
  words,
}: {
  readonly groups: GroupedFigures["others"];
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <section className={styles.groups} aria-labelledby="compare-others">
      <h2 id="compare-others">{t("compare.others")}</h2>
      {groups.map(({ name, figures }) => {
        const beyond = figures.filter(({ judgement }) => judgement === "beyond-usual").length;
        return (
          <Disclosure
            key={name}
            className={styles.group}
            summary={
              <>
                <h3>{t(`compare.groups.${name}`)}</h3>
                <span>
                  {t("compare.count", { count: figures.length })}
                  {beyond === 0 ? "" : `, ${t("compare.countBeyond", { count: String(beyond) })}`}
                </span>
              </>
            }
          >
            <CompareTable caption={t(`compare.groups.${name}`)} figures={figures} unit={unit} words={words} />
          </Disclosure>
        );
      })}
    </section>
  );
}

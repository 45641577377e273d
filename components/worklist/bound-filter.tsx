import { useId } from "react";
import field from "@/components/forms/field.module.css";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import panel from "@/components/ui/panel.module.css";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import { BOUND_LIMITS, BOUNDED, type Bounded, endName } from "@/lib/worklist/bounds";
import styles from "./bound-filter.module.css";
import { boundedName, boundedUnit, typedEnd } from "./bound-words";
import type { ListAddress, ListQuery } from "./worklist-query";

interface BoundFormProps {
  readonly query: ListQuery;
  readonly address: ListAddress;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/**
 * Between which numbers each column of the list has to be: a plain form, so that it works without scripts and is an address
 * afterwards. What else the list is asked for stays.
 */
export function BoundForm({ id, query, address, unit, words }: BoundFormProps & { readonly id: string }) {
  const { t } = words;
  const title = useId();
  const without = address.changed({ bounds: [] });
  const [path = "", kept = ""] = without.split("?");
  return (
    <form
      id={id}
      popover="auto"
      className={classNames(panel.panel, styles.form)}
      action={path}
      method="get"
      autoComplete="off"
      aria-labelledby={title}
    >
      <p id={title} className={styles.title}>
        {t("worklist.bounds.title")}
      </p>
      <p className={styles.facts}>{t("worklist.bounds.facts")}</p>
      {[...new URLSearchParams(kept)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="unit" value={unit} />
      <div className={styles.columns}>
        <p className={styles.ends} aria-hidden="true">
          <span>{t("worklist.bounds.from")}</span>
          <span>{t("worklist.bounds.to")}</span>
        </p>
        {BOUNDED.map((column) => (
          <div key={column} className={styles.column}>
            <span aria-hidden="true">
              {boundedName(column, words)}{" "}
              <span className={styles.unit}>{boundedUnit(column, 0, unit, words)}</span>
            </span>
            <BoundEnd column={column} end="from" query={query} unit={unit} words={words} />
            <BoundEnd column={column} end="to" query={query} unit={unit} words={words} />
          </div>
        ))}
      </div>
      <p className={styles.actions}>
        <button type="submit" className={buttonLook({ tone: "primary" })}>
          {t("worklist.bounds.show")}
        </button>
        {query.bounds.length === 0 ? null : (
          <Link href={without} scroll={false}>
            {t("worklist.bounds.clear")}
          </Link>
        )}
      </p>
    </form>
  );
}

function BoundEnd({
  column,
  end,
  query,
  unit,
  words,
}: Omit<BoundFormProps, "address"> & { readonly column: Bounded; readonly end: "from" | "to" }) {
  const given = query.bounds.find((bound) => bound.column === column)?.[end] ?? null;
  const { min, max } = limitsIn(column, unit);
  const named = [
    boundedName(column, words),
    boundedUnit(column, 0, unit, words),
    words.t(`worklist.bounds.${end}`),
  ];
  return (
    <input
      type="number"
      // A phone's keys for decimals have no minus.
      inputMode={min < 0 ? undefined : "decimal"}
      name={endName(column, end)}
      defaultValue={given === null ? undefined : typedEnd(column, given, unit)}
      min={min}
      max={max}
      step="any"
      className={field.control}
      aria-label={named.filter((part) => part !== "").join(", ")}
    />
  );
}

/** In the reader's unit. */
function limitsIn(column: Bounded, unit: GlucoseUnit): { readonly min: number; readonly max: number } {
  const { min, max } = BOUND_LIMITS[column];
  return column === "average" ? { min, max: Math.floor(inUnit(max, unit)) } : { min, max };
}

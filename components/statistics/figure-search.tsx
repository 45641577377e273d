import { useId } from "react";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import styles from "./figure-search.module.css";

/** Finds figures by their names; a plain form, so that what was looked for is an address. */
export function FigureSearch({
  path,
  find,
  kept,
  allHref,
  words: { t },
}: {
  readonly path: string;
  readonly find: string;
  /** What stays in the address: the period and the other options. */
  readonly kept: Readonly<Record<string, string>>;
  readonly allHref: string;
  readonly words: Words;
}) {
  const id = useId();
  return (
    <form action={path} method="get" role="search" className={styles.find}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id}>{t("statistics.find")}</label>
      <input id={id} type="search" name="find" defaultValue={find} maxLength={60} autoComplete="off" />
      <button type="submit" className={buttonLook({})}>
        {t("statistics.findButton")}
      </button>
      {find === "" ? null : <Link href={allHref}>{t("statistics.all")}</Link>}
    </form>
  );
}

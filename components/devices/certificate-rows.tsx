import { formatDateRange } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { type WearCount, WORN_DAY_HOURS_MIN, WORN_DAY_PERCENT_MIN } from "@/lib/glucose/wear";
import type { WearRow } from "@/lib/glucose/wear-certificate";
import type { Words } from "@/lib/i18n/translate";
import styles from "./certificate-rows.module.css";

/** The same counts for each month or week, and for all of them. */
export function CertificateRows({
  rows,
  rowsBy,
  wear,
  words,
}: {
  readonly rows: readonly WearRow[];
  readonly rowsBy: "week" | "month";
  readonly wear: WearCount;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const heads = [
    t("certificate.rows.days"),
    t("certificate.rows.withReadings"),
    t("certificate.rows.byPercent", { percent: String(WORN_DAY_PERCENT_MIN) }),
    t("certificate.rows.byHours", { hours: String(WORN_DAY_HOURS_MIN) }),
    t("certificate.rows.readings"),
    t("certificate.rows.expected"),
    t("certificate.rows.active"),
  ];
  return (
    <section>
      <h2 id="certificate-rows">{t(`certificate.rows.${rowsBy}`)}</h2>
      {/* A wide table scrolls inside itself, and the keyboard can reach it to do so. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="certificate-rows">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("certificate.rows.dates")}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.from}
                name={formatDateRange(row.from, row.to, { locale })}
                count={row}
                locale={locale}
              />
            ))}
          </tbody>
          <tfoot>
            <Row name={t("certificate.rows.all")} count={wear} locale={locale} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({
  name,
  count,
  locale,
}: {
  readonly name: string;
  readonly count: WearCount;
  readonly locale: string;
}) {
  const number = (value: number) => formatNumber(value, 0, locale);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{number(count.days)}</td>
      <td>{number(count.daysWithReadings)}</td>
      <td>{number(count.daysByPercent)}</td>
      <td>{number(count.daysByHours)}</td>
      <td>{number(count.observed)}</td>
      <td>{number(count.expected)}</td>
      <td>{Math.floor(count.activePercent)} %</td>
    </tr>
  );
}

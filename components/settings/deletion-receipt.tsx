import { formatDate } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import styles from "./delete-everything.module.css";
import { GrantAtDexcom } from "./grant-at-dexcom";

/** What the person keeps after everything is gone. Nothing in it says who they were. */
export function DeletionReceipt({
  receipt,
  dexcomAccountUrl,
  locale,
}: {
  readonly receipt: { readonly id: string; readonly erasedAt: number; readonly completeAt: number };
  readonly dexcomAccountUrl: string | null;
  readonly locale: string;
}) {
  // The person's own clock is deleted with everything else, so the receipt counts in UTC and says so.
  const date = (instant: number) => formatDate(localDateOf(instant, 0), { locale, style: "full" });
  return (
    <div className={styles.panel}>
      <h1>Your data is deleted</h1>
      <p>
        Your key is destroyed and every row about you is gone. You are signed out. Please keep this page if
        you want proof; its address shows it again.
      </p>
      <dl className={styles.items}>
        <div>
          <dt>Receipt</dt>
          <dd>{receipt.id}</dd>
        </div>
        <div>
          <dt>Deleted on</dt>
          <dd>{date(receipt.erasedAt)} (UTC)</dd>
        </div>
        <div>
          <dt>Last backup of your key gone by</dt>
          <dd>{date(receipt.completeAt)} (UTC)</dd>
        </div>
      </dl>
      <GrantAtDexcom accountUrl={dexcomAccountUrl} />
    </div>
  );
}

import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { type Account, waysIn } from "@/lib/accounts/status";
import type { SignInMethod } from "@/lib/audit/schema";
import { formatDate } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import styles from "./account.module.css";

/** How the person may sign in, and a closed part in which that can be changed. */
export function WaysIn({
  account,
  words,
  isOpen,
  children,
}: {
  readonly account: Account;
  readonly words: Words;
  /** Whether the part that changes something is open from the start. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  const { t } = words;
  return (
    <section id="ways" className={styles.part} aria-labelledby="ways-title">
      <h2 id="ways-title">{t("accounts.ways.title")}</h2>
      <p className="muted">{t("accounts.ways.facts")}</p>
      <dl className={styles.ways}>
        {waysIn(account).map((way) => (
          <div key={way}>
            <dt>{t(`accounts.ways.${way}`)}</dt>
            <dd>{meaningOf(way, account, words)}</dd>
          </div>
        ))}
        {account.email === null ? (
          <div>
            <dt>{t("accounts.ways.email")}</dt>
            <dd>{t("accounts.ways.none")}</dd>
          </div>
        ) : null}
      </dl>
      <ChangePart isOpen={isOpen} summary={t("accounts.ways.change")}>
        {children}
      </ChangePart>
    </section>
  );
}

/** Where ways in are changed: closed until somebody wants to. */
export function ChangePart({
  summary,
  isOpen = false,
  children,
}: {
  readonly summary: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Disclosure isOpen={isOpen} summary={summary}>
      <div className={styles.change}>{children}</div>
    </Disclosure>
  );
}

function meaningOf(way: SignInMethod, { email, passkeys }: Account, { t, locale }: Words): string {
  if (way === "dexcom") return t("accounts.ways.dexcomText");
  if (way === "passkey") return t("accounts.ways.passkeyText", { count: passkeys });
  if (way === "oidc" || email === null) return t("accounts.ways.oidcText");
  return t("accounts.ways.emailText", {
    address: email.address,
    date: formatDate(localDateOf(email.confirmedAt, 0), { locale }),
  });
}

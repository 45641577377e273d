import type { ReactNode } from "react";
import { PasskeySignIn } from "@/components/sign-in/passkey-sign-in";
import { delayInWords } from "@/components/time/delay-words";
import { buttonLook } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { linkTo } from "@/components/ui/link-to";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import type { Site } from "@/lib/site";
import { ExampleDay } from "./example-day";
import styles from "./landing.module.css";

const POINTS = [
  ["page", "overview"],
  ["honest", "info"],
  ["yours", "shield"],
] as const satisfies readonly (readonly [point: string, icon: IconName])[];

const strong = (text: ReactNode) => <strong>{text}</strong>;

/** The first page. What this is, what it is not, and the ways in, one before the others. */
export function Landing({
  site: { environment, delayMinutes },
  hasOtherWays,
  hasPasskeys,
  words,
}: {
  readonly site: Pick<Site, "environment" | "delayMinutes">;
  /** Whether somebody without a sensor can sign in here. */
  readonly hasOtherWays: boolean;
  /** Whether passkeys work where the site is. */
  readonly hasPasskeys: boolean;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <div className={styles.landing}>
      <div className={styles.hero}>
        <h1>{t("pages.landing.title")}</h1>
        <p className={styles.lead}>{t("pages.landing.lead")}</p>
        <div className={styles.action}>
          <Link href={PATHS.signIn} className={buttonLook({ tone: "primary", size: "large" })}>
            {t("pages.landing.signIn")}
          </Link>
          {hasPasskeys ? <PasskeySignIn words={words} /> : null}
          <p className={styles.small}>
            {t(`pages.region.${environment}`)}. {t("pages.landing.password")}{" "}
            <Link href={PATHS.privacy}>{t("pages.landing.why")}</Link>
          </p>
        </div>
        {hasOtherWays ? (
          <p className={styles.others}>
            {t.rich("accounts.email.landing", {
              link: linkTo(PATHS.emailSignIn),
            })}
          </p>
        ) : null}
      </div>
      <ExampleDay words={words} />
      <ul className={styles.points}>
        {POINTS.map(([point, icon]) => (
          <li key={point}>
            <Icon name={icon} size={22} className={styles.icon} />
            <h2>{t(`pages.landing.points.${point}.title`)}</h2>
            <p>{t(`pages.landing.points.${point}.text`)}</p>
          </li>
        ))}
      </ul>
      <p role="note" className={styles.note}>
        <Icon name="clock" />
        <span>
          {t.rich("pages.landing.note", {
            delay: delayInWords(delayMinutes, words),
            strong,
          })}
        </span>
      </p>
    </div>
  );
}

import type { ReactNode } from "react";
import { GlucoseProfile } from "@/components/reports/glucose-profile";
import type { ProfileReader } from "@/components/reports/glucose-profile-words";
import type { HeldAgainst } from "@/components/reports/held-against";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { withheldReason } from "@/components/reports/verdict-words";
import { Link } from "@/components/ui/link";
import { formatDateRange } from "@/lib/format/date";
import { detailOf, type ProfileChoice } from "@/lib/glucose/profile-choice";
import type { ProfileCurve } from "@/lib/glucose/profile-curve";
import { isEveryDay } from "@/lib/glucose/weekday-sets";
import { CurveFacts } from "./curve-facts";
import { curveName } from "./curve-words";
import { ProfileOptions } from "./profile-options";
import { type NamedCurve, ProfilePair } from "./profile-pair";
import styles from "./profile-report.module.css";
import { TimesOfDay } from "./times-of-day";

export interface ProfileReportProps {
  readonly main: ProfileCurve;
  readonly over: ProfileCurve | null;
  readonly observed: number;
  readonly chosen: ProfileChoice;
  readonly reader: ProfileReader;
  /** Whose target range lies behind the curves. */
  readonly held: HeldAgainst;
  readonly hrefOf: (choice: ProfileChoice) => string;
  /** The same choice for a longer period, offered where some weekdays are too few; null when there is none longer. */
  readonly longer: { readonly days: number; readonly href: string } | null;
  readonly state?: ReactNode;
}

/** The glucose profile of a period, alone or with another one over it. */
export function ProfileReport(props: ProfileReportProps) {
  const { main, over, observed, chosen, reader, held, hrefOf, longer, state } = props;
  const { words } = reader;
  const { ranges } = held;
  const { t, locale } = words;
  const named = (curve: ProfileCurve): NamedCurve => ({
    name: curveName(curve, chosen.compare, words),
    curve,
  });
  const first = named(main);
  const second = over === null ? null : named(over);
  const drawn = [first, second].filter((one) => one !== null).filter(isDrawn);
  const tooFew = [main, over].some(
    (curve) => curve !== null && !isEveryDay(curve.weekdays) && !isShown(curve),
  );
  return (
    <ReportBody>
      <ReportHeader title={t("profile.title")} facts={factsOf(props)} />
      {state}
      {observed === 0 ? null : (
        <div className={styles.body}>
          <ProfileOptions chosen={chosen} hrefOf={hrefOf} held={held} words={words} />
          <div className={styles.part}>
            {second && drawn.length === 2 ? (
              <ProfilePair first={first} second={second} ranges={ranges} reader={reader} />
            ) : (
              <GlucoseProfile
                profile={main.profile}
                days={main.days}
                ranges={ranges}
                unit={reader.unit}
                locale={locale}
                isPage
              />
            )}
            {second && isDrawn(first) ? <Missing curve={second} shown={first.name} reader={reader} /> : null}
            {tooFew && longer ? (
              <p>
                {t("profile.longer")}{" "}
                <Link href={longer.href}>{t("profile.longerLink", { count: String(longer.days) })}</Link>
              </p>
            ) : null}
            {isDrawn(first) ? (
              <p className={styles.note}>{t(`profile.detailNote.${detailOf(chosen)}`)}</p>
            ) : null}
          </div>
          {isDrawn(first) ? (
            <>
              <CurveFacts curves={drawn} reader={reader} />
              <TimesOfDay curves={drawn} reader={reader} />
            </>
          ) : null}
        </div>
      )}
    </ReportBody>
  );
}

function isShown({ profile }: ProfileCurve): boolean {
  return profile.verdict.status !== "insufficient";
}

function isDrawn({ curve }: NamedCurve): boolean {
  return isShown(curve);
}

/** Why the curve that should lie over the other one does not; nothing where it does. */
function Missing({
  curve: { name, curve },
  shown,
  reader: { words },
}: {
  readonly curve: NamedCurve;
  readonly shown: string;
  readonly reader: ProfileReader;
}) {
  const { verdict } = curve.profile;
  if (verdict.status !== "insufficient") return null;
  const reason = withheldReason(verdict, words);
  return <p>{words.t("profile.pair.withheld", { shown, name, reason })}</p>;
}

function factsOf({ main, over, chosen, reader: { words } }: ProfileReportProps): string {
  const { t } = words;
  const dates = formatDateRange(main.period.from, main.period.to, words);
  if (chosen.compare === "weekend")
    return t("profile.facts", { dates, count: main.days + (over?.days ?? 0) });
  return chosen.weekdays === "all"
    ? t("profile.facts", { dates, count: main.days })
    : t("profile.factsOf", { dates, weekdays: t(`profile.days.${chosen.weekdays}`), count: main.days });
}

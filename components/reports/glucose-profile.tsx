import { ChartFrame } from "@/components/charts/chart-frame";
import { ProfileChart } from "@/components/charts/profile-chart";
import { Question } from "@/components/help/question";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Profile } from "@/lib/glucose/figures";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { wordsFor } from "@/lib/i18n/words";
import styles from "./glucose-profile.module.css";
import { profileSentence, profileTable } from "./glucose-profile-words";
import { cautionSentence } from "./verdict-words";
import { Withheld } from "./withheld";

/** All days laid over one another: where glucose usually is at each time of day, and how much it varies. */
export function GlucoseProfile({
  profile,
  days,
  ranges,
  unit,
  locale,
  isPage = false,
}: {
  readonly profile: Profile;
  /** Days that have readings. */
  readonly days: number;
  /** Whose target range lies behind the curves. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly locale: string;
  /** On its own page the drawing is larger. */
  readonly isPage?: boolean;
}) {
  const words = wordsFor(locale);
  const { t } = words;
  const title = t(isPage ? "profile.chartTitle" : "profile.title");
  if (profile.verdict.status === "insufficient")
    return (
      <section aria-labelledby="profile">
        <h2 id="profile">{title}</h2>
        <Withheld verdict={profile.verdict} words={words} />
        {/* On Overview GMI, which needs more, stands above it with the same question. */}
        {isPage ? (
          <p>
            <Question about="withheld" words={words} />
          </p>
        ) : null}
      </section>
    );
  const reader = { unit, words };
  const caution = cautionSentence(profile.verdict, words);
  return (
    <section className={styles.report}>
      <ChartFrame
        title={title}
        unit={unit}
        size={isPage ? "day" : "profile"}
        isSketched
        words={words}
        note={t("profile.note", { count: days })}
        summary={profileSentence(profile.points, reader)}
        table={profileTable(profile.points, reader)}
      >
        <ProfileChart points={profile.points} ranges={ranges} unit={unit} />
      </ChartFrame>
      {caution ? <p className={styles.caution}>{caution}</p> : null}
    </section>
  );
}

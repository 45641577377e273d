"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useDayView } from "@/components/charts/day-view";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useWords } from "@/components/i18n/use-words";
import { Button } from "@/components/ui/button";
import { formatMinuteOfDay } from "@/lib/format/date";
import type { DayChart } from "@/lib/glucose/day";
import { elapsedOf, instantAt, minuteOfDayAt } from "@/lib/glucose/day-clock";
import { REASON_CHARACTERS_MAX } from "@/lib/glucose/exclusions/by-hand";
import { clockText, minuteOfClockText } from "./clock-text";
import styles from "./exclude-panel.module.css";

const REASONS = ["loose", "pressure", "start"] as const;
const DAY_MINUTES = 1_440;

/** Two times and a reason. The times follow what is chosen in the chart, and the chart follows them. */
export function ExcludeForm({
  day,
  url,
  question,
  onSaved,
}: {
  readonly day: DayChart;
  readonly url: string;
  readonly question: ReactNode;
  readonly onSaved: (answer: unknown) => void;
}) {
  const { t, locale } = useWords();
  const { chosen, setChosen, setChoosing } = useDayView();
  const { state, run } = useMutation({ url, onDone: onSaved });
  const [isSkipped, setSkipped] = useState(false);
  const [reason, setReason] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);

  const isOpen = chosen !== null && chosen.from === chosen.to;
  const isReversed = chosen !== null && chosen.from > chosen.to;
  const isComplete = chosen !== null && chosen.from < chosen.to;
  const count = isComplete
    ? day.points.filter(({ elapsedMinutes }) => elapsedMinutes >= chosen.from && elapsedMinutes < chosen.to)
        .length
    : 0;
  const shown = (minutes: number | undefined) =>
    minutes === undefined ? "" : clockText(minuteOfDayAt(day, minutes));
  const set = (end: "from" | "to", text: string) => {
    const minute = minuteOfClockText(text);
    if (minute === null) return;
    // Midnight as an end is the end of the day.
    const elapsed =
      end === "from"
        ? elapsedOf(day, minute, "first")
        : elapsedOf(day, minute === 0 ? DAY_MINUTES : minute, "last");
    setSkipped(elapsed === null);
    if (elapsed === null) return;
    setChosen(
      end === "from"
        ? { from: elapsed, to: chosen?.to ?? elapsed }
        : { from: chosen?.from ?? elapsed, to: elapsed },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    run({
      from: new Date(instantAt(day, chosen.from)).toISOString(),
      to: new Date(instantAt(day, chosen.to)).toISOString(),
      reason: reason.trim(),
    });
  };
  return (
    <form className={styles.panel} onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {t("forms.exclude.title")}
      </h3>
      <p className={styles.how}>
        {t("forms.exclude.how")} {question}
      </p>
      <div className={styles.fields}>
        <label>
          <span>{t("forms.exclude.from")}</span>
          <input
            type="time"
            required
            value={shown(chosen?.from)}
            onChange={({ target }) => set("from", target.value)}
          />
        </label>
        <label>
          <span>{t("forms.exclude.to")}</span>
          <input
            type="time"
            required
            value={shown(chosen?.to)}
            onChange={({ target }) => set("to", target.value)}
          />
        </label>
        <label className={styles.reason}>
          <span>{t("forms.exclude.reason")}</span>
          <input
            required
            value={reason}
            maxLength={REASON_CHARACTERS_MAX}
            autoComplete="off"
            list={`${id}-reasons`}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <datalist id={`${id}-reasons`}>
          {REASONS.map((one) => (
            <option key={one}>{t(`forms.exclude.reasons.${one}`)}</option>
          ))}
        </datalist>
      </div>
      <p className={styles.chosen} role="status">
        {isSkipped
          ? t("forms.exclude.skipped")
          : isReversed
            ? t("forms.exclude.order")
            : isOpen
              ? t("forms.exclude.marking", {
                  time: formatMinuteOfDay(minuteOfDayAt(day, chosen.from), { locale }),
                })
              : t("forms.exclude.chosen", { count })}
      </p>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {t("forms.exclude.save")}
        </Button>
        <Button onClick={() => setChoosing(false)}>{t("forms.exclude.cancel")}</Button>
        <MutationMessage state={state} pending={t("forms.exclude.saving")} />
      </div>
    </form>
  );
}

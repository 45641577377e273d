"use client";

import { type ReactNode, useCallback, useState } from "react";
import { useDayView } from "@/components/charts/day-view";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { useWords } from "@/components/i18n/use-words";
import { Button } from "@/components/ui/button";
import { MINUTE_MS } from "@/lib/clock";
import { formatClock } from "@/lib/format/date";
import type { DayChart } from "@/lib/glucose/day";
import { offsetAt } from "@/lib/glucose/day-clock";
import { API_PATHS } from "@/lib/routes";
import { ExcludeForm } from "./exclude-form";
import styles from "./exclude-panel.module.css";

interface Excluded {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Above the chart: the form while readings are being chosen, and what was just excluded with its way back. */
export function ExcludePanel({
  day,
  patient,
  question,
}: {
  readonly day: DayChart;
  readonly patient: string;
  /** The way to what excluding does. */
  readonly question: ReactNode;
}) {
  const { locale } = useWords();
  const { isChoosing, setChoosing } = useDayView();
  const refresh = useRefresh();
  const [excluded, setExcluded] = useState<Excluded | null>(null);
  const onSaved = useCallback(
    (answer: unknown) => {
      const clock = (instant: string) => {
        const at = Date.parse(instant);
        return formatClock(at, offsetAt(day, (at - day.start) / MINUTE_MS), { locale });
      };
      const [id, from, to] = [textField(answer, "id"), textField(answer, "from"), textField(answer, "to")];
      setExcluded(id && from && to ? { id, from: clock(from), to: clock(to) } : null);
      setChoosing(false);
      refresh();
    },
    [day, locale, setChoosing, refresh],
  );
  if (isChoosing)
    return (
      <ExcludeForm day={day} url={API_PATHS.exclusions(patient)} question={question} onSaved={onSaved} />
    );
  // A new key for each: what was said of the one before is not said of the next.
  return excluded ? <JustExcluded key={excluded.id} excluded={excluded} patient={patient} /> : null;
}

function JustExcluded({ excluded, patient }: { readonly excluded: Excluded; readonly patient: string }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { state, run } = useMutation({
    url: API_PATHS.exclusion(patient, excluded.id),
    method: "DELETE",
    onDone: refresh,
  });
  return (
    <div className={styles.done}>
      {state.status === "done" ? null : (
        <>
          <p role="status">{t("forms.exclude.done", { from: excluded.from, to: excluded.to })}</p>
          <Button tone="quiet" pending={state.status === "pending"} onClick={() => run()}>
            {t("forms.exclude.undo")}
          </Button>
        </>
      )}
      <MutationMessage state={state} pending={t("forms.exclude.undoing")} done={t("forms.exclude.undone")} />
    </div>
  );
}

"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { GLUCOSE_UNITS, type GlucoseUnit } from "@/lib/format/unit";
import styles from "./unit-switch.module.css";

/** Sends `{ unit }` with PUT to `action`; the choice is kept with the person, not with the browser. */
export function UnitSwitch({
  unit,
  action,
  label,
}: {
  readonly unit: GlucoseUnit;
  readonly action: string;
  readonly label: string;
}) {
  const refresh = useRefresh();
  const { state, run } = useMutation({ url: action, method: "PUT", onDone: refresh });
  return (
    <div className={styles.switch} role="group" aria-label={label}>
      {GLUCOSE_UNITS.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === unit}
          onClick={() => choice !== unit && run({ unit: choice })}
        >
          {choice}
        </button>
      ))}
      {state.status === "failed" ? (
        <div className={styles.message}>
          <MutationMessage state={state} />
        </div>
      ) : null}
    </div>
  );
}

"use client";

import { useEffect, useId, useState } from "react";
import { useWords } from "@/components/i18n/use-words";
import type { BrowserWords } from "@/lib/i18n/translate";
import { deviceTime } from "./device-time";
import { forgetOffline } from "./forget-offline";
import { keptHere, turnOfflineOn } from "./keep-overview";
import styles from "./offline-switch.module.css";
import type { CopyDates } from "./sealed-copy";

type State =
  | { readonly status: "looking" | "off" | "turningOn" | "turningOff" | "unable" | "failed" }
  | { readonly status: "on"; readonly dates: CopyDates | null };

/** Turns offline reading on and off for this device, and says what is kept here now. */
export function OfflineSwitch() {
  const words = useWords();
  const id = useId();
  const [state, setState] = useState<State>({ status: "looking" });
  const { status } = state;
  const isOn = status === "on" || status === "turningOn";

  useEffect(() => {
    const look = async () => setState(canKeep() ? await lookHere() : { status: "unable" });
    void look().catch(() => setState({ status: "unable" }));
  }, []);

  const turn = async (on: boolean) => {
    setState({ status: on ? "turningOn" : "turningOff" });
    if (on) return setState({ status: "on", dates: await turnOfflineOn() });
    await forgetOffline();
    setState({ status: "off" });
  };

  return (
    <div className={styles.setting}>
      <label className={styles.label}>
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          className={styles.switch}
          checked={isOn}
          disabled={status !== "on" && status !== "off" && status !== "failed"}
          aria-describedby={id}
          onChange={({ target }) => void turn(target.checked).catch(() => setState({ status: "failed" }))}
        />
        {words.t("forms.offline.keep")}
      </label>
      <p id={id} role="status" className={styles.state}>
        {stateWords(state, words)}
      </p>
    </div>
  );
}

function stateWords(state: State, { t, locale }: BrowserWords): string {
  if (state.status !== "on") return t(`forms.offline.${state.status}`);
  if (state.dates === null) return t("forms.offline.onEmpty");
  const { keptAt, readableUntil } = state.dates;
  return t("forms.offline.on", {
    time: deviceTime(keptAt, locale),
    until: deviceTime(readableUntil, locale),
  });
}

/** Only where the connection is secure do browsers give these; some lack them in private windows. */
function canKeep(): boolean {
  return (
    globalThis.isSecureContext &&
    "serviceWorker" in navigator &&
    "caches" in globalThis &&
    "indexedDB" in globalThis
  );
}

async function lookHere(): Promise<State> {
  const { on, dates } = await keptHere();
  return on ? { status: "on", dates } : { status: "off" };
}

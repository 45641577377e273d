"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/components/i18n/use-words";
import { buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { deviceTime } from "./device-time";
import { KeptOverviewReport } from "./kept-overview-report";
import { type KeptOverview, readKeptOverview } from "./read-kept-overview";

type State = KeptOverview | { readonly status: "reading" };

/** Opens this device's copy and shows it until its time is over, also when the page is left open meanwhile. */
export function KeptOverviewReader({ overviewHref }: { readonly overviewHref: string }) {
  const { t, locale } = useWords();
  const [state, setState] = useState<State>({ status: "reading" });
  const readableUntil = state.status === "open" ? state.readableUntil : null;

  useEffect(() => {
    void look().then(setState);
  }, []);

  useEffect(() => {
    if (readableUntil === null) return;
    const lookAgain = () => void look().then(setState);
    const timer = setTimeout(lookAgain, readableUntil - Date.now());
    // A device that slept through the end of the time wakes up with its timers late.
    document.addEventListener("visibilitychange", lookAgain);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookAgain);
    };
  }, [readableUntil]);

  if (state.status === "reading") return <p role="status">{t("forms.offline.reading")}</p>;
  // A plain link, always: browsers only guess whether there is a network. Without one it leads back here.
  const open = (
    <a href={overviewHref} className={buttonLook({})}>
      {t("forms.offline.open")}
    </a>
  );
  if (state.status !== "open")
    return (
      <Notice
        icon={state.status === "unreadable" ? "attention" : "info"}
        role="status"
        title={t(`forms.offline.${state.status}`)}
        actions={open}
      >
        <p>{t(`forms.offline.${state.status}Text`)}</p>
      </Notice>
    );
  const { overview, keptAt } = state;
  return (
    <>
      <Notice
        icon="clock"
        title={t("forms.offline.savedOn", { time: deviceTime(keptAt, locale) })}
        actions={open}
      >
        <p>
          {overview.dataThrough}
          {" · "}
          {t("forms.offline.readableUntil", { until: deviceTime(state.readableUntil, locale) })}
        </p>
        <p>{t("forms.offline.copy")}</p>
      </Notice>
      <KeptOverviewReport overview={overview} />
    </>
  );
}

/** A browser that refuses its store has nothing to show. */
function look(): Promise<KeptOverview> {
  return readKeptOverview(Date.now()).catch((): KeptOverview => ({ status: "none" }));
}

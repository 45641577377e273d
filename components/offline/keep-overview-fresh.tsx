"use client";

import { useEffect } from "react";
import { workerRegistration } from "./worker-registration";

/** Beside one's own Overview: renews this device's copy if there is to be one, else loads nothing. */
export function KeepOverviewFresh(): null {
  useEffect(() => {
    void renew().catch(() => undefined);
  }, []);
  return null;
}

// Without a network, or in a browser that refuses its store, the copy of before stays until its time is over.
async function renew(): Promise<void> {
  if ((await workerRegistration()) === null) return;
  const { refreshKept } = await import("./keep-overview");
  await refreshKept();
}

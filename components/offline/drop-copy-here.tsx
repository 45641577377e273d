"use client";

import { useEffect } from "react";
import { workerRegistration } from "./worker-registration";

/** On the page that asks to sign in: whoever sees it has no session, so this device's copy goes. */
export function DropCopyHere(): null {
  useEffect(() => {
    void drop().catch(() => undefined);
  }, []);
  return null;
}

// What cannot be deleted now cannot be read in a few hours: signing in does not depend on it.
async function drop(): Promise<void> {
  if ((await workerRegistration()) === null) return;
  const { dropCopy } = await import("./keep-overview");
  await dropCopy();
}

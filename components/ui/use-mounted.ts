"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and while its HTML comes to life, true from then on and wherever the browser draws alone. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

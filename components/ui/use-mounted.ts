"use client";

import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and while its HTML comes to life, true from then on and wherever the browser draws alone. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Whether what asks stood in the HTML of its page. What a press or a step back brought was drawn by the browser alone. */
export function useCameAsHtml(): boolean {
  const isMounted = useMounted();
  const [cameAsHtml] = useState(!isMounted);
  return cameAsHtml;
}

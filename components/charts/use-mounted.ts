"use client";

import { useEffect, useState } from "react";

/** False on the server and in the first paint: charts write inline styles, which the page's policy refuses in HTML. */
export function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}

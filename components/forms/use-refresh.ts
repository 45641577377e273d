"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";

/** Asks the server for the page again and keeps scroll position, focus and open details where they are. */
export function useRefresh(): () => void {
  const router = useRouter();
  return useCallback(() => router.refresh(), [router]);
}

"use client";

import { useEffect } from "react";
import { useCameAsHtml } from "@/components/ui/use-mounted";

/**
 * Where somebody is told that they may look no longer: loads that page as a document of its own, which lets go of all that
 * the pages before it held, so that a step back asks for them again.
 */
export function NothingToGoBackTo(): null {
  const cameAsHtml = useCameAsHtml();
  useEffect(() => {
    if (!cameAsHtml) location.reload();
  }, [cameAsHtml]);
  return null;
}

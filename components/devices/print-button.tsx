"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's own print dialogue, which also saves as PDF. */
export function PrintButton({ label }: { readonly label: string }) {
  return (
    <Button tone="primary" onClick={() => globalThis.print()}>
      {label}
    </Button>
  );
}

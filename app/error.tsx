"use client";

import { useContext } from "react";
import { BareShell } from "@/components/layout/bare-shell";
import { ErrorWordsContext } from "@/components/layout/error-words";
import { Button } from "@/components/ui/button";
import { ProblemPage } from "@/components/ui/problem-page";
import { PATHS } from "@/lib/routes";

/** What went wrong stays on the server: the browser is told that it did, and that nothing is lost. */
export default function ErrorPage() {
  const words = useContext(ErrorWordsContext);
  // Without them even the layout has failed: the last resort speaks (global-error.tsx).
  if (words === null) throw new Error("The page for errors stands outside ErrorWordsProvider");
  return (
    <BareShell homeHref={PATHS.home} skipLabel={words.skipLabel}>
      <ProblemPage
        headings={words.headings}
        title={words.title}
        meaning={words.meaning}
        todo={words.todo}
        actions={
          <Button tone="primary" onClick={() => globalThis.location.reload()}>
            {words.again}
          </Button>
        }
      />
    </BareShell>
  );
}

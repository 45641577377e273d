"use client";

import { BareShell } from "@/components/layout/bare-shell";
import { Button } from "@/components/ui/button";
import { ProblemPage } from "@/components/ui/problem-page";
import { PATHS } from "@/lib/routes";

/** What went wrong stays on the server: the browser is told that it did, and that nothing is lost. */
export default function ErrorPage() {
  return (
    <BareShell homeHref={PATHS.home}>
      <ProblemPage
        title="This page could not be made right now"
        meaning="The fault is on our side. Your data is unchanged and nothing is lost."
        todo="Try again in a moment. If it stays, tell the operator of this site."
        actions={
          <Button tone="primary" onClick={() => globalThis.location.reload()}>
            Try again
          </Button>
        }
      />
    </BareShell>
  );
}

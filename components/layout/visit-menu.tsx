"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { SubjectMenu, type SubjectMenuProps } from "./subject-menu";

export interface VisitMenuProps extends SubjectMenuProps {
  /** DELETE; what ends is the visit, on the server. */
  readonly closeAction: string;
  readonly closedHref: string;
  readonly words: SubjectMenuProps["words"] & { readonly close: string; readonly closing: string };
}

/** The menu of somebody who has come by a link: nobody is signed in, so there is nothing to set. */
export function VisitMenu({ closeAction, closedHref, ...menu }: VisitMenuProps) {
  const { words } = menu;
  const { state, run } = useMutation({
    url: closeAction,
    method: "DELETE",
    onDone: () => globalThis.location.assign(closedHref),
  });
  return (
    <SubjectMenu {...menu}>
      <Button tone="secondary" pending={state.status === "pending"} onClick={() => run()}>
        {words.close}
      </Button>
      <MutationMessage state={state} pending={words.closing} />
    </SubjectMenu>
  );
}

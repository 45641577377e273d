"use client";

import { useState } from "react";
import { useSaid } from "@/components/sharing/said";
import { ShareAction } from "@/components/sharing/share-action";
import { Button } from "@/components/ui/button";
import type { LabelKind } from "@/lib/clinics/schema";
import styles from "./clinics.module.css";
import { OneLineForm, type OneLineWords } from "./one-line-form";

// The server refuses what is longer (lib/clinics/schema.ts).
const CHARACTERS_MAX = 40;

/** Makes a tag or a site. */
export function AddLabel({
  action,
  kind,
  words,
}: {
  /** POST `{ kind, label }`. */
  readonly action: string;
  readonly kind: LabelKind;
  readonly words: OneLineWords & { readonly added: string };
}) {
  const say = useSaid();
  return (
    <OneLineForm
      action={action}
      bodyOf={(label) => ({ kind, label })}
      onDone={() => say(words.added)}
      maxCharacters={CHARACTERS_MAX}
      words={words}
    />
  );
}

export interface LabelActionWords {
  readonly open: string;
  readonly close: string;
  readonly rename: OneLineWords;
  readonly renamed: string;
  readonly remove: string;
  readonly removeText: string;
  readonly removing: string;
  readonly removed: string;
}

/** What is done with a tag or a site, closed until somebody wants to. */
export function LabelActions({
  url,
  name,
  words,
}: {
  readonly url: string;
  readonly name: string;
  readonly words: LabelActionWords;
}) {
  const [isOpen, setOpen] = useState(false);
  const say = useSaid();
  const label = isOpen ? words.close : words.open;
  return (
    <>
      <Button
        tone="quiet"
        aria-expanded={isOpen}
        aria-label={`${label}: ${name}`}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      {isOpen ? (
        <div className={styles.opened}>
          <OneLineForm
            action={url}
            initial={name}
            bodyOf={(changed) => ({ action: "rename", label: changed })}
            onDone={() => {
              setOpen(false);
              say(words.renamed);
            }}
            maxCharacters={CHARACTERS_MAX}
            about={`${words.open}: ${name}`}
            words={words.rename}
          />
          <div className={styles.removal}>
            <p className="muted">{words.removeText}</p>
            <ShareAction
              url={url}
              body={{ action: "remove" }}
              tone="danger"
              label={words.remove}
              about={name}
              pending={words.removing}
              said={words.removed}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}

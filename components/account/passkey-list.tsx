"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import rows from "@/components/settings/session-list.module.css";
import { Button } from "@/components/ui/button";
import styles from "./account.module.css";
import type { PasskeyItem, PasskeyListWords } from "./passkey-items";

/** Somebody's passkeys; each can be removed by itself. */
export function PasskeyList({
  items,
  mayRemove,
  words,
  children,
}: {
  readonly items: readonly PasskeyItem[];
  readonly mayRemove: boolean;
  readonly words: PasskeyListWords;
  /** How another one is added. */
  readonly children: ReactNode;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [removed, setRemoved] = useState("");
  const refresh = useRefresh();
  const onRemoved = (said: string) => {
    setRemoved(said);
    // The button that was pressed goes with its row: whoever goes by keyboard would start over at the top.
    heading.current?.focus();
    refresh();
  };
  return (
    <section id="passkeys" className={styles.part} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p className="muted">{words.facts}</p>
      {items.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none
        <ul role="list" className={rows.sessions}>
          {items.map((item) => (
            <PasskeyRow key={item.id} {...{ item, mayRemove, words, onRemoved }} />
          ))}
        </ul>
      )}
      <p role="status">{removed}</p>
      {children}
    </section>
  );
}

function PasskeyRow({
  item: { place, facts, what, removeAction, removed },
  mayRemove,
  words,
  onRemoved,
}: {
  readonly item: PasskeyItem;
  readonly mayRemove: boolean;
  readonly words: PasskeyListWords;
  readonly onRemoved: (said: string) => void;
}) {
  const [isAsked, setAsked] = useState(false);
  const label = isAsked ? words.keep : words.remove;
  return (
    <li className={rows.session}>
      <div className={rows.what}>
        <p>
          <strong>{place}</strong>
        </p>
        <p className={rows.fact}>{facts}</p>
      </div>
      {mayRemove ? (
        <Button aria-expanded={isAsked} aria-label={`${label}: ${what}`} onClick={() => setAsked(!isAsked)}>
          {label}
        </Button>
      ) : null}
      {isAsked && mayRemove ? (
        <Removal action={removeAction} about={what} words={words} onDone={() => onRemoved(removed)} />
      ) : null}
    </li>
  );
}

/** Asked once more: what it opened it will not open again. */
function Removal({
  action,
  about,
  words,
  onDone,
}: {
  readonly action: string;
  readonly about: string;
  readonly words: PasskeyListWords;
  readonly onDone: () => void;
}) {
  const { state, run } = useMutation({ url: action, method: "DELETE", onDone });
  return (
    <div className={styles.removal}>
      <p className="muted">{words.removeText}</p>
      <Button
        tone="danger"
        pending={state.status === "pending"}
        aria-label={`${words.removeNow}: ${about}`}
        onClick={() => run()}
      >
        {words.removeNow}
      </Button>
      <MutationMessage state={state} pending={words.removing} />
    </div>
  );
}

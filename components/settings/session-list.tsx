"use client";

import { useId, useRef, useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { afterForgetting } from "@/components/offline/after-forgetting";
import { Button } from "@/components/ui/button";
import styles from "./session-list.module.css";
import type { SessionItem, SessionListWords } from "./session-words";

/** Where somebody is signed in; each session can be ended by itself, and all others at once. */
export function SessionList({
  items,
  endOthersAction,
  signedOutHref,
  words,
}: {
  readonly items: readonly SessionItem[];
  readonly endOthersAction: string;
  /** Where the page goes on when its own session has ended. */
  readonly signedOutHref: string;
  readonly words: SessionListWords;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [ended, setEnded] = useState("");
  const refresh = useRefresh();
  const onEnded = (said: string) => {
    setEnded(said);
    // The button that was pressed goes with its row: whoever goes by keyboard would start over at the top.
    heading.current?.focus();
    refresh();
  };
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p className={styles.about}>{words.about}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none */}
      <ul role="list" className={styles.sessions}>
        {items.map((item) => (
          <SessionRow key={item.id} {...{ item, signedOutHref, words, onEnded }} />
        ))}
      </ul>
      {items.length > 1 ? (
        <EndOthers action={endOthersAction} words={words} onEnded={() => onEnded(words.endedOthers)} />
      ) : null}
      <p role="status">{ended}</p>
    </section>
  );
}

function SessionRow({
  item: { place, here, facts, what, endAction, ended },
  signedOutHref,
  words,
  onEnded,
}: {
  readonly item: SessionItem;
  readonly signedOutHref: string;
  readonly words: SessionListWords;
  readonly onEnded: (said: string) => void;
}) {
  const isCurrent = here !== null;
  const { state, run } = useMutation({
    url: endAction,
    method: "DELETE",
    onDone: () => (isCurrent ? globalThis.location.assign(signedOutHref) : onEnded(ended)),
  });
  return (
    <li className={styles.session}>
      <div className={styles.what}>
        <p>
          <strong>{place}</strong>
          {isCurrent ? ` · ${here}` : null}
        </p>
        {facts.map((fact) => (
          <p key={fact} className={styles.fact}>
            {fact}
          </p>
        ))}
        <MutationMessage state={state} pending={words.ending} />
      </div>
      <Button
        pending={state.status === "pending"}
        onClick={() => (isCurrent ? afterForgetting(run) : run())}
        aria-label={`${words.end}: ${isCurrent ? `${what}, ${here}` : what}`}
      >
        {words.end}
      </Button>
    </li>
  );
}

function EndOthers({
  action,
  words,
  onEnded,
}: {
  readonly action: string;
  readonly words: SessionListWords;
  readonly onEnded: () => void;
}) {
  const { state, run } = useMutation({ url: action, onDone: onEnded });
  return (
    <div>
      <Button tone="danger" pending={state.status === "pending"} onClick={() => run()}>
        {words.endOthers}
      </Button>
      <MutationMessage state={state} pending={words.ending} />
    </div>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import type { FoundClinic } from "./found-clinic";
import styles from "./sharing.module.css";

export interface ConfirmClinicWords {
  readonly title: string;
  readonly managedBy: string;
  readonly check: string;
  readonly seen: string;
  /** Before and after the clinic's name, which only the browser knows. */
  readonly share: readonly [before: string, after: string];
  readonly sharing: string;
  readonly back: string;
}

/** Which clinic it is and what it would see, before it sees anything. */
export function ConfirmClinic({
  action,
  found,
  onBack,
  onShared,
  words,
}: {
  /** POST `{ by: "clinic", proposal }`. */
  readonly action: string;
  readonly found: FoundClinic;
  readonly onBack: () => void;
  readonly onShared: () => void;
  readonly words: ConfirmClinicWords;
}) {
  const { name, administrators, terms, proposal } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { state, run } = useMutation({ url: action, onDone: onShared });
  return (
    <div className={styles.shown}>
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p className={styles.clinic}>{name}</p>
      <dl className={styles.facts}>
        {[{ term: words.managedBy, text: administrators.join(" · ") }, ...terms].map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>{words.check}</p>
      <p>{words.seen}</p>
      <div className={styles.actions}>
        <Button
          tone="primary"
          pending={state.status === "pending"}
          onClick={() => run({ by: "clinic", proposal })}
        >
          {words.share[0]}
          {name}
          {words.share[1]}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
      <MutationMessage state={state} pending={words.sharing} />
    </div>
  );
}

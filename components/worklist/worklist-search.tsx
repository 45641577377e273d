"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import styles from "./worklist.module.css";

/** Looks for a name. It is kept in a cookie and never stands in an address. */
export function WorklistSearch({
  action,
  firstPage,
  searched,
  words,
}: {
  readonly action: string;
  /** Where what is found begins; null where that page is shown already. */
  readonly firstPage: string | null;
  readonly searched: string;
  readonly words: {
    readonly label: string;
    readonly submit: string;
    readonly clear: string;
    /** What is searched for; null for nothing. */
    readonly shown: string | null;
    readonly pending: string;
  };
}) {
  const [typed, setTyped] = useState(searched);
  const router = useRouter();
  const onDone = () => (firstPage === null ? router.refresh() : router.replace(firstPage, { scroll: false }));
  const { state, run } = useMutation({ url: action, onDone });
  const isPending = state.status === "pending";
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        run({ name: typed.trim() });
      }}
    >
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={words.label}
        placeholder={words.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
      />
      <Button type="submit" pending={isPending}>
        {words.submit}
      </Button>
      {words.shown === null ? null : (
        <Button
          tone="quiet"
          pending={isPending}
          onClick={() => {
            setTyped("");
            run({ name: "" });
          }}
        >
          {words.clear}
        </Button>
      )}
      {state.status === "failed" ? <MutationMessage state={state} /> : null}
      <p role="status" className={words.shown === null ? "visually-hidden" : styles.searched}>
        {isPending ? words.pending : words.shown}
      </p>
    </form>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/forms/field";
import styles from "./sharing.module.css";

export interface WhomFieldWords {
  readonly address: string;
  readonly addressInvalid: string;
  readonly clinicCode: string;
  readonly clinicCodeHint: string;
  readonly clinicCodeInvalid: string;
}

/** To whom an invitation goes, or which clinic it is. A code that was refused gets the focus: most of it is right. */
export function WhomField({
  by,
  typed,
  onChange,
  isWrong,
  wantsFocus,
  words,
}: {
  readonly by: "email" | "clinic";
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  readonly isWrong: boolean;
  /** Of a code. */
  readonly wantsFocus: boolean;
  readonly words: WhomFieldWords;
}) {
  const field = useRef<HTMLInputElement>(null);
  const isCode = by === "clinic";
  useEffect(() => {
    if (isCode && (isWrong || wantsFocus)) field.current?.focus();
  }, [isCode, isWrong, wantsFocus]);
  const problem = isCode ? words.clinicCodeInvalid : words.addressInvalid;
  return (
    <>
      <Field label={isCode ? words.clinicCode : words.address} problem={isWrong ? problem : null}>
        {(ids) => (
          <input
            {...ids}
            key={by}
            ref={field}
            type={isCode ? "text" : "email"}
            autoCapitalize={isCode ? "characters" : "none"}
            value={typed}
            onChange={({ target }) => onChange(target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {isCode ? <p className={styles.hint}>{words.clinicCodeHint}</p> : null}
    </>
  );
}

"use client";

import { useId } from "react";
import styles from "./sharing.module.css";
import { Tick } from "./terms-fields";

/** How somebody gets in: a person by a code or by e-mail, a clinic by its own code, or whoever has a link. */
export type ShareWay = "code" | "email" | "clinic" | "link";

export interface WayFieldsWords {
  readonly whom: string;
  readonly person: string;
  readonly personText: string;
  readonly clinic: string;
  readonly clinicText: string;
  readonly byLink: string;
  readonly byLinkText: string;
  /** Of a person. */
  readonly by: string;
  readonly byCode: string;
  readonly byCodeText: string;
  readonly byEmail: string;
  readonly byEmailText: string;
}

interface WayFieldsProps {
  readonly by: ShareWay;
  /** A site without mail offers no invitations. */
  readonly sendsMail: boolean;
  readonly onChange: (by: ShareWay) => void;
  readonly words: WayFieldsWords;
}

/** With whom, and how a person gets in: the ways that there are, one of them chosen. */
export function WayFields({ by, sendsMail, onChange, words }: WayFieldsProps) {
  const isPerson = by === "code" || by === "email";
  const whom = [
    {
      value: "code",
      label: words.person,
      text: sendsMail ? words.personText : words.byCodeText,
      checked: isPerson,
    },
    { value: "clinic", label: words.clinic, text: words.clinicText, checked: by === "clinic" },
    { value: "link", label: words.byLink, text: words.byLinkText, checked: by === "link" },
  ] as const;
  const ways = [
    { value: "code", label: words.byCode, text: words.byCodeText, checked: by === "code" },
    { value: "email", label: words.byEmail, text: words.byEmailText, checked: by === "email" },
  ] as const;
  return (
    <>
      <Ways legend={words.whom} ways={whom} onChange={onChange} />
      {isPerson && sendsMail ? <Ways legend={words.by} ways={ways} onChange={onChange} /> : null}
    </>
  );
}

function Ways({
  legend,
  ways,
  onChange,
}: {
  readonly legend: string;
  readonly ways: readonly {
    readonly value: ShareWay;
    readonly label: string;
    readonly text: string;
    readonly checked: boolean;
  }[];
  readonly onChange: (by: ShareWay) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {ways.map(({ value, label, text, checked }) => (
        <Tick key={value} label={label} text={text}>
          <input type="radio" name={name} checked={checked} onChange={() => onChange(value)} />
        </Tick>
      ))}
    </fieldset>
  );
}

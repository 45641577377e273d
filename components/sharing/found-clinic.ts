import { answerField, textField } from "@/components/forms/answer-field";

/** A clinic whose code was typed, and what would be shared with it: as the server saw and sealed both. */
export interface FoundClinic {
  readonly name: string;
  readonly administrators: readonly string[];
  readonly terms: readonly { readonly term: string; readonly text: string }[];
  /** Confirms exactly this, for some minutes. */
  readonly proposal: string;
}

/** The clinic in the answer to a look-up; null where it is none. */
export function clinicIn(answer: unknown): FoundClinic | null {
  const [name, proposal] = [textField(answer, "name"), textField(answer, "proposal")];
  if (name === null || proposal === null) return null;
  const terms = listField(answer, "terms").flatMap((fact) => {
    const [term, text] = [textField(fact, "term"), textField(fact, "text")];
    return term === null || text === null ? [] : [{ term, text }];
  });
  const administrators = listField(answer, "administrators").filter((one) => typeof one === "string");
  return { name, administrators, terms, proposal };
}

function listField(answer: unknown, name: string): readonly unknown[] {
  const value = answerField(answer, name);
  return Array.isArray(value) ? value : [];
}

import { describe, expect, it } from "vitest";
import { ERROR_TABLE } from "./errors";
import { refusals } from "./i18n/messages/en/refusals";
import { es } from "./i18n/messages/es";
import { ENTRIES_MAX, NOTE_CHARACTERS_MAX } from "./journal/schema";
import { type RefusalCode, refused } from "./refusals";

const SENTENCE = /^[“A-Z].+\.$/;

/** Refused for who asks, when, or how much is there already: nothing in what was sent could be changed to please. */
const WITHOUT_FIELD = new Set<string>([
  "internal",
  "database-down",
  "signed-out",
  "session-ended",
  "foreign-site",
  "read-only",
  "no-such-person",
  "no-such-session",
  "data-deleted",
  "data-deleted-already",
  "not-connected",
  "body-too-large",
  "no-such-entry",
  "changed-elsewhere",
  "too-many-notes",
  "too-many-lab-results",
  "too-many-exclusions",
  "no-marker",
  "share-ended",
  "not-shared",
  "share-moved-on",
  "no-such-share",
  "no-such-code",
  "no-such-clinic-code",
  "clinic-moved-on",
  "own-code",
  "shared-already",
  "too-many-shares",
  "no-such-clinic",
  "not-your-role",
  "too-many-clinics",
  "too-many-members",
  "no-such-member",
  "member-already",
  "last-administrator",
  "invited-already",
  "no-such-invitation",
  "no-such-label",
  "no-such-review",
  "label-taken",
  "too-many-labels",
  "name-first",
  "own-name-first",
  "verified-first",
  "too-many-tries",
  "no-mail",
  "no-oidc",
  "one-dexcom",
  "link-too-late",
  "link-other-browser",
  "link-over",
  "address-taken",
  "address-changed",
  "confirm-first",
  "only-way-in",
  "no-passkeys",
  "passkey-too-late",
  "passkey-other-browser",
  "passkey-refused",
  "too-many-passkeys",
  "holds-data",
] satisfies RefusalCode[]);

describe("the sentence of a refusal", () => {
  it("is a sentence of its own", () => {
    for (const sentence of Object.values(refusals.codes)) expect(sentence).toMatch(SENTENCE);
  });

  it("names the field where there is one to change", () => {
    const aboutFields = Object.entries(refusals.codes).filter(([code]) => !WITHOUT_FIELD.has(code));
    for (const [, sentence] of aboutFields) expect(sentence).toMatch(/“\w+”/);
  });

  it("names the limits that hold, in every language", () => {
    for (const { codes } of [refusals, es.refusals]) {
      const numberIn = (sentence: string) => Number(/\d[\d,]*/.exec(sentence)?.[0].replace(",", ""));
      expect({
        note: numberIn(codes["too-many-notes"]),
        "lab-result": numberIn(codes["too-many-lab-results"]),
        exclusion: numberIn(codes["too-many-exclusions"]),
      }).toEqual(ENTRIES_MAX);
      expect(numberIn(codes["text-too-long"])).toBe(NOTE_CHARACTERS_MAX);
    }
  });
});

it("a refusal knows its code, its kind and its sentence", () => {
  const refusal = refused("too-many-notes");
  expect(refusal).toMatchObject({
    refusal: "too-many-notes",
    code: "conflict",
    detail: refusals.codes["too-many-notes"],
  });
  expect(refusal.status).toBe(ERROR_TABLE.conflict.status);
});

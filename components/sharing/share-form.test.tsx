import { describe, expect, test, vi } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { LINK_OPENS_MAX } from "@/lib/sharing/schema";
import { ConfirmClinic } from "./confirm-clinic";
import { changeTermsWords, shareFormWords } from "./form-words";
import { clinicIn } from "./found-clinic";
import { LinkFields } from "./link-fields";
import { offeredIn, WhatWasOffered } from "./offered";
import { ShareForm } from "./share-form";
import { termsInWords } from "./share-words";
import { USUAL_TERMS } from "./terms-draft";
import { TermsFields } from "./terms-fields";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const english = wordsFor("en-US");
const words = shareFormWords(english, "hindsight.example");

describe("the ways to let somebody in", () => {
  const form = (sendsMail: boolean) =>
    textOf(
      <ShareForm
        action="/api/shares"
        clinicAction="/api/shares/clinic"
        sendsMail={sendsMail}
        noteCharactersMax={500}
        words={words}
      />,
    );

  test("are with a person, a clinic, or a link for a visit; a person by a code or by e-mail", () => {
    for (const way of [
      "With a person",
      "With a clinic",
      "With a link, for a visit",
      "By a code",
      "By e-mail",
    ])
      expect(form(true)).toContain(way);
  });

  test("without mail are the same, and a person comes by a code", () => {
    expect(form(false)).not.toContain("By e-mail");
    expect(form(false)).not.toContain("By a code");
    expect(form(false)).toContain("You read it aloud or show it");
    for (const way of ["With a person", "With a clinic", "With a link, for a visit"])
      expect(form(false)).toContain(way);
  });
});

describe("a link", () => {
  const fields = (kind: "person" | "link") =>
    htmlOf(
      <TermsFields
        kind={kind}
        draft={USUAL_TERMS}
        onChange={() => undefined}
        problem={null}
        words={changeTermsWords(english).fields}
      />,
    );

  test("can never last until it is stopped", () => {
    expect(fields("person")).toContain('<option value="open">');
    expect(fields("link")).not.toContain('<option value="open">');
    expect(fields("link")).toContain("Counted from now. A link always ends.");
  });

  test("opens once at least and as often as the server takes at most", () => {
    const html = htmlOf(
      <LinkFields
        draft={{ opens: "3", name: "", lasts: "visit" }}
        onChange={() => undefined}
        words={words}
      />,
    );
    const values = [...html.matchAll(/<option value="(\d+)"/g)].map(([, value]) => Number(value));
    expect(values).toEqual(Array.from({ length: LINK_OPENS_MAX }, (_, before) => before + 1));
    expect(html).toContain('<option value="3" selected="">3 times</option>');
    expect(html).toContain('<option value="1">Once</option>');
  });
});

describe("a clinic", () => {
  const found = {
    name: "Northside clinic",
    administrators: ["Dr. Ana Ruiz", "Ben Okoro"],
    terms: termsInWords(
      {
        scope: "reports",
        withEvents: true,
        withNotes: false,
        window: { kind: "days", days: 90 },
        lasts: "open",
      },
      english,
    ),
    proposal: "sealed",
  };

  test("is shown with who manages it, and what it would see, before anything is shared", () => {
    const said = textOf(
      <ConfirmClinic
        action="/api/shares"
        found={found}
        onBack={() => undefined}
        onShared={() => undefined}
        words={words.confirm}
      />,
    );
    expect(said).toContain("Is this your clinic? Northside clinic");
    expect(said).toContain("Managed by Dr. Ana Ruiz · Ben Okoro");
    expect(said).toContain(
      "What All reports, with events (carbs, insulin, exercise and more), without notes",
    );
    expect(said).toContain("Which days Always the last 90 days");
    expect(said).toContain("How long Until I stop it, with a reminder every year");
    expect(said).toContain("Share with Northside clinic");
  });

  test("is known by its answer, and nothing else is", () => {
    expect(clinicIn(found)).toEqual(found);
    expect(clinicIn({ ...found, administrators: [1, "Ben Okoro"], terms: [null, { term: "What" }] })).toEqual(
      {
        ...found,
        administrators: ["Ben Okoro"],
        terms: [],
      },
    );
    for (const answer of [null, "x", [], { name: "Northside clinic" }, { ...found, proposal: 1 }])
      expect(clinicIn(answer)).toBeNull();
  });

  test("may be let in until somebody stops it, counted from the confirmation", () => {
    const html = htmlOf(
      <TermsFields
        kind="clinic"
        draft={USUAL_TERMS}
        onChange={() => undefined}
        problem={null}
        words={words.fields}
      />,
    );
    expect(html).toContain('<option value="open">');
    expect(html).toContain("Counted from when you confirm that it is your clinic.");
  });

  test("that was let in is named, with the way to stop it", () => {
    const offered = { kind: "clinic", name: "Northside clinic" } as const;
    const said = textOf(<WhatWasOffered offered={offered} words={words} mailbox={null} />);
    expect(said).toContain("Northside clinic sees it from now on");
    expect(said).toContain("Under “Who can see your data now” you can change what it sees");
  });
});

describe("what was made", () => {
  test("is known by its answer", () => {
    expect(offeredIn({ shareId: "1", code: "BCDF-GH23" }, "")).toEqual({ kind: "code", code: "BCDF-GH23" });
    expect(offeredIn({ shareId: "1", code: null }, "a@b.example")).toEqual({
      kind: "invited",
      to: "a@b.example",
    });
    expect(offeredIn({ shareId: "1", link: "https://h.example/view#t", passcode: "BCDF-GH23" }, "")).toEqual({
      kind: "link",
      link: "https://h.example/view#t",
      passcode: "BCDF-GH23",
    });
  });

  test("as a link shows both parts apart, once, and says how to hand them over", () => {
    const offered = { kind: "link", link: "https://h.example/view#token", passcode: "BCDF-GH23" } as const;
    const said = textOf(<WhatWasOffered offered={offered} words={words} mailbox={null} />);
    expect(said).toContain("https://h.example/view#token");
    expect(said).toContain("BCDF-GH23");
    expect(said).toContain("the link in a message, the passcode by voice");
    expect(said).toContain(
      "Both are shown only now. Under “Who can see your data now” you see every opening",
    );
  });
});

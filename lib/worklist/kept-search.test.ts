import { expect, it } from "vitest";
import { newId, newSecretToken } from "@/lib/ids";
import { keptSearch, searchKept } from "./kept-search";

it("a search is kept for its own session and clinic, and for nobody who comes after", () => {
  const place = { sessionToken: newSecretToken(), clinicId: newId() };
  const kept = keptSearch("Núñez, J.", place);
  // What a cookie can hold.
  expect(kept).toMatch(/^[\w.-]+$/);
  expect(searchKept(kept, place)).toBe("Núñez, J.");
  expect(searchKept(kept, { ...place, clinicId: newId() })).toBe("");
  expect(searchKept(kept, { ...place, sessionToken: newSecretToken() })).toBe("");
  for (const nonsense of [undefined, "", ".", "Núñez", kept.slice(0, -1)])
    expect(searchKept(nonsense, place)).toBe("");
});

import { expect, test } from "vitest";
import { contactHref } from "./contact-href";

test.each([
  ["help@hindsight.example", "mailto:help@hindsight.example"],
  ["https://hindsight.example/support", "https://hindsight.example/support"],
  ["http://localhost:3000/support", "http://localhost:3000/support"],
  ["+1 555 0100", null],
  ["the desk on floor 3 (help@hindsight.example)", null],
  ["javascript:alert(1)", null],
  ["javascript:alert(1)@x", null],
])("%s leads to %s", (contact, href) => {
  expect(contactHref(contact)).toBe(href);
});

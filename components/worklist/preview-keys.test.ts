import { describe, expect, test } from "vitest";
import { listKey } from "./preview-keys";

const press = (key: string, more: Partial<Parameters<typeof listKey>[0]> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

describe("a key of the list", () => {
  test.each([
    ["j", "next"],
    ["ArrowDown", "next"],
    ["k", "previous"],
    ["ArrowUp", "previous"],
    ["o", "open"],
    ["r", "review"],
    ["u", "undo"],
    ["n", "note"],
    ["c", "copy"],
    ["/", "search"],
    ["?", "keys"],
  ] as const)("%s on somebody’s row asks for: %s", (key, wish) =>
    expect(listKey(press(key), "row")).toBe(wish),
  );

  test("is a letter like any other wherever somebody may be typing or speaking", () => {
    for (const key of ["j", "k", "o", "r", "u", "n", "c", "/", "?"]) {
      expect(listKey(press(key), "field")).toBeNull();
      expect(listKey(press(key), "elsewhere")).toBeNull();
    }
  });

  test("of the preview that is no action there finds the search and the keys", () => {
    expect(listKey(press("/"), "preview")).toBe("search");
    expect(listKey(press("?"), "preview")).toBe("keys");
    expect(listKey(press("r"), "preview")).toBeNull();
  });

  test("closes from anywhere", () => {
    for (const focus of ["row", "preview", "field", "elsewhere"] as const)
      expect(listKey(press("Escape"), focus)).toBe("close");
  });

  test("is the browser’s together with its own keys", () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(listKey(press("r", held), "row")).toBeNull();
  });

  test("that is held down goes on through the list, and marks nobody twice", () => {
    expect(listKey(press("j", { repeat: true }), "row")).toBe("next");
    expect(listKey(press("r", { repeat: true }), "row")).toBeNull();
  });

  test("is none of those that every object has", () =>
    expect(listKey(press("constructor"), "row")).toBeNull());
});

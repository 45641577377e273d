import { expect, test } from "vitest";
import { htmlOf } from "@/components/testing/markup";
import { WhenOpened } from "./when-opened";

test("what opens later is in the page only for readers without scripts", () => {
  const html = htmlOf(
    <WhenOpened>
      <input type="date" />
    </WhenOpened>,
  );
  expect(html).toBe('<noscript><input type="date"/></noscript>');
});

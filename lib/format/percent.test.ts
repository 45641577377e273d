import { expect, it } from "vitest";
import { bandPercent, formatBandPercent, oneDecimal } from "./percent";

it("a band that is there never reads 0", () => {
  expect(bandPercent({ percent: 0, underOne: true })).toBe("< 1");
  expect(formatBandPercent({ percent: 0, underOne: true })).toBe("< 1 %");
  expect(formatBandPercent({ percent: 0, underOne: false })).toBe("0 %");
  expect(formatBandPercent({ percent: 72, underOne: false })).toBe("72 %");
});

it("GMI and CV have one decimal", () => {
  expect(oneDecimal(6.898)).toBe("6.9");
  expect(oneDecimal(36)).toBe("36.0");
  expect(oneDecimal(6.898, "de")).toBe("6,9");
});

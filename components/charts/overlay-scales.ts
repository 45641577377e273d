import { NARROW_PX } from "./axes";
import { clampToAxis, verticalScale } from "./glucose-axis";
import type { OverlayScales } from "./overlay-points";
import type { PlotMargin } from "./plot";
import { DAY_MINUTES } from "./profile-rows";
import type { Size } from "./use-measured-size";

export function overlayMargin(width: number): PlotMargin {
  return width < NARROW_PX
    ? { top: 16, right: 18, bottom: 26, left: 34 }
    : { top: 16, right: 24, bottom: 26, left: 40 };
}

/** The scales that `Plot` uses for the same size: the lines lie in drawings of their own over its axes. */
export function overlayScales({ width, height }: Size, domain: readonly [number, number]): OverlayScales {
  const { top, right, bottom, left } = overlayMargin(width);
  const y = verticalScale(domain, { top, bottom: height - bottom });
  return {
    x: (minute) => left + (minute / DAY_MINUTES) * (width - left - right),
    y: (mgDl) => y(clampToAxis(mgDl, domain)),
  };
}

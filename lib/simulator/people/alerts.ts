import { type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";
import type { SimulatedAlert, SimulatedAlertSetting, SimulatedEgv } from "@/lib/simulator/person";
import { seedOf, uniformAt } from "@/lib/simulator/physiology/dice";

const ACKNOWLEDGE = seedOf("acknowledge");

/** Whether a reading calls for the alert, given what the person has set. */
type Rule = (egv: SimulatedEgv, threshold: number) => boolean;

const RULES: Partial<Record<SimulatedAlert["alertName"], Rule>> = {
  high: (egv, threshold) => egv.value > threshold,
  low: (egv, threshold) => egv.value < threshold,
  urgentLow: (egv, threshold) => egv.value < threshold,
  urgentLowSoon: (egv, threshold) =>
    egv.value >= threshold && egv.trendRate !== null && egv.value + 20 * egv.trendRate < threshold,
  rise: (egv, threshold) => egv.trendRate !== null && egv.trendRate >= threshold,
  fall: (egv, threshold) => egv.trendRate !== null && egv.trendRate <= -threshold,
};

export interface AlertSource {
  readonly seed: number;
  readonly settings: readonly SimulatedAlertSetting[];
  offsetAt(at: Instant): number;
}

/**
 * The alerts of one sensor, ascending: alarming when the readings cross a setting, snoozed when acknowledged, alarming
 * again when the snooze is over, inactive when the readings are back.
 */
export function alertsOf(
  session: SensorSession,
  egvs: readonly SimulatedEgv[],
  source: AlertSource,
): SimulatedAlert[] {
  const rows: SimulatedAlert[] = [];
  const add = (
    at: Instant,
    alertName: SimulatedAlert["alertName"],
    alertState: SimulatedAlert["alertState"],
  ) =>
    rows.push({
      key: `${alertName}/${at / SECOND_MS}/${alertState}`,
      systemTime: at,
      displayOffsetMinutes: source.offsetAt(at),
      alertName,
      alertState,
      transmitterId: session.transmitterId,
    });
  for (const setting of source.settings) {
    if (!setting.enabled || setting.value === null) continue;
    const alertName = setting.alertName as SimulatedAlert["alertName"];
    const rule = RULES[alertName];
    if (rule) thresholdAlert(egvs, { ...setting, value: setting.value }, rule, source.seed, add);
    else lossAlert(egvs, setting.value * MINUTE_MS, (at, state) => add(at, alertName, state));
  }
  return rows.sort((a, b) => a.systemTime - b.systemTime);
}

function thresholdAlert(
  egvs: readonly SimulatedEgv[],
  setting: SimulatedAlertSetting & { readonly value: number },
  rule: Rule,
  seed: number,
  add: (at: Instant, name: SimulatedAlert["alertName"], state: SimulatedAlert["alertState"]) => void,
): void {
  const name = setting.alertName as SimulatedAlert["alertName"];
  let state: SimulatedAlert["alertState"] = "inactive";
  let acknowledgedAt = 0;
  const enter = (next: SimulatedAlert["alertState"], egv: SimulatedEgv) => {
    state = next;
    add(egv.systemTime, name, next);
  };
  for (const egv of egvs) {
    const roll = uniformAt(seed, ACKNOWLEDGE, Math.floor(egv.systemTime / MINUTE_MS));
    if (!rule(egv, setting.value)) {
      if (state !== "inactive") enter("inactive", egv);
    } else if (state === "inactive") {
      enter("activeAlarming", egv);
    } else if (state === "activeAlarming" && setting.snooze !== null && roll < 0.5) {
      acknowledgedAt = egv.systemTime;
      enter("activeSnoozed", egv);
    } else if (
      state === "activeSnoozed" &&
      egv.systemTime - acknowledgedAt >= (setting.snooze ?? 0) * MINUTE_MS
    ) {
      enter("activeAlarming", egv);
    }
  }
}

/** Alarming once no reading has come for so long, inactive with the next reading. */
function lossAlert(
  egvs: readonly SimulatedEgv[],
  patienceMs: number,
  add: (at: Instant, state: SimulatedAlert["alertState"]) => void,
): void {
  let previous: SimulatedEgv | undefined;
  for (const egv of egvs) {
    if (previous && egv.systemTime - previous.systemTime > patienceMs) {
      add(previous.systemTime + patienceMs, "activeAlarming");
      add(egv.systemTime, "inactive");
    }
    previous = egv;
  }
}

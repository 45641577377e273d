import { type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";
import type { SimulatedAlert, SimulatedAlertSetting, SimulatedEgv } from "@/lib/simulator/person";
import { seedOf, uniformAt } from "@/lib/simulator/physiology/dice";

const ACKNOWLEDGE = seedOf("acknowledge");

/** Whether a reading calls for the alert, given what the person has set. */
type Rule = (egv: SimulatedEgv, threshold: number) => boolean;

type AlertName = SimulatedAlert["alertName"];
type AlertState = SimulatedAlert["alertState"];

const RULES: readonly (readonly [AlertName, Rule])[] = [
  ["high", (egv, threshold) => egv.value > threshold],
  ["low", (egv, threshold) => egv.value < threshold],
  ["urgentLow", (egv, threshold) => egv.value < threshold],
  [
    "urgentLowSoon",
    (egv, threshold) =>
      egv.value >= threshold && egv.trendRate !== null && egv.value + 20 * egv.trendRate < threshold,
  ],
  ["rise", (egv, threshold) => egv.trendRate !== null && egv.trendRate >= threshold],
  ["fall", (egv, threshold) => egv.trendRate !== null && egv.trendRate <= -threshold],
];

const LOSS_ALERTS: readonly AlertName[] = ["noReadings", "outOfRange"];

export interface AlertSource {
  readonly seed: number;
  readonly settings: readonly SimulatedAlertSetting[];
  readonly offsetAt: (at: Instant) => number;
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
  const adder = (alertName: AlertName) => (systemTime: Instant, alertState: AlertState) => {
    rows.push({
      key: `${alertName}/${systemTime / SECOND_MS}/${alertState}`,
      systemTime,
      displayOffsetMinutes: source.offsetAt(systemTime),
      alertName,
      alertState,
      transmitterId: session.transmitterId,
    });
  };
  const enabled = (name: AlertName) =>
    source.settings.find((setting) => setting.alertName === name && setting.enabled);
  for (const [name, rule] of RULES) {
    const setting = enabled(name);
    if (setting) thresholdAlert(egvs, setting, rule, source.seed, adder(name));
  }
  for (const name of LOSS_ALERTS) {
    const patienceMinutes = enabled(name)?.value;
    if (patienceMinutes) lossAlert(egvs, patienceMinutes * MINUTE_MS, adder(name));
  }
  return rows.sort((a, b) => a.systemTime - b.systemTime);
}

function thresholdAlert(
  egvs: readonly SimulatedEgv[],
  setting: SimulatedAlertSetting,
  rule: Rule,
  seed: number,
  add: (at: Instant, state: AlertState) => void,
): void {
  const { value: threshold, snooze } = setting;
  if (threshold === null) return;
  let state: AlertState = "inactive";
  let acknowledgedAt = 0;
  const enter = (next: AlertState, egv: SimulatedEgv) => {
    state = next;
    add(egv.systemTime, next);
  };
  for (const egv of egvs) {
    const roll = uniformAt(seed, ACKNOWLEDGE, Math.floor(egv.systemTime / MINUTE_MS));
    if (!rule(egv, threshold)) {
      if (state !== "inactive") enter("inactive", egv);
    } else if (state === "inactive") {
      enter("activeAlarming", egv);
    } else if (state === "activeAlarming" && snooze !== null && roll < 0.5) {
      acknowledgedAt = egv.systemTime;
      enter("activeSnoozed", egv);
    } else if (state === "activeSnoozed" && egv.systemTime - acknowledgedAt >= (snooze ?? 0) * MINUTE_MS) {
      enter("activeAlarming", egv);
    }
  }
}

/** Alarming once no reading has come for so long, inactive with the next reading. */
function lossAlert(
  egvs: readonly SimulatedEgv[],
  patienceMs: number,
  add: (at: Instant, state: AlertState) => void,
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

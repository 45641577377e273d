import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Egv } from "../reading";
import { egv } from "./readings";

const DATA = path.resolve(import.meta.dirname, "../../../../shared/data");

/** Real people's readings (see the data's own README). Times are wall clock without a zone, read as UTC. */
export function peopleOf(dataset: string): Map<string, Egv[]> {
  const people = new Map<string, Egv[]>();
  const lines = readFileSync(path.join(DATA, "cgm", `${dataset}.csv`), "utf8")
    .trim()
    .split("\n");
  for (const line of lines.slice(1)) {
    const [subject = "", time = "", value = ""] = line.split(",");
    const reading = egv(`${time}Z`, Number(value));
    const readings = people.get(subject);
    if (readings === undefined) people.set(subject, [reading]);
    else readings.push(reading);
  }
  return people;
}

/** What another implementation printed for those people, e.g. `oracle("iglu-hupa-ucm")`: subject by subject. */
export function oracle(name: string): Record<string, unknown> {
  const text = readFileSync(path.join(DATA, "oracles", `${name}.json`), "utf8");
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

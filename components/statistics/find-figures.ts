import type { GroupRows, MetricRows } from "./figure-rows";

/**
 * The entries whose names, abbreviation, meaning or figures contain every word of `find`, whatever their case and
 * accents; all of them when it is empty. Chapters without such an entry are left out.
 */
export function findFigures(groups: readonly GroupRows[], find: string): readonly GroupRows[] {
  const wanted = plain(find).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return groups;
  const isFound = ({ metric, rows }: MetricRows) => {
    const { name, shortName, meaning } = metric;
    const text = plain([name, shortName, meaning, ...rows.map((row) => row.name)].join(" "));
    return wanted.every((word) => text.includes(word));
  };
  return groups
    .map(({ group, metrics }) => ({ group, metrics: metrics.filter(isFound) }))
    .filter(({ metrics }) => metrics.length > 0);
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

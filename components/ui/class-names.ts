/** Joins the class names that are there. CSS modules type every name as possibly missing; SVG kits want a string. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}

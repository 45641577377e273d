/** A number as people type it, with a point or a comma; null for anything else. */
export function numberOf(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  return /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}

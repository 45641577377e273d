/** Where the operator's contact leads: a page for a web address, a letter for an e-mail address, else nowhere. */
export function contactHref(contact: string): string | null {
  if (/^https?:\/\//.test(contact)) return contact;
  return /^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : null;
}

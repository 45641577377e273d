import type { Instant } from "@/lib/clock";
import { html } from "@/lib/simulator/pages/html";
import { pageResponse } from "@/lib/simulator/pages/page";

interface PermissionsPage {
  readonly people: readonly string[];
  /** Null until somebody has been chosen. */
  readonly personName: string | null;
  readonly apps: readonly { readonly clientId: string; readonly name: string; readonly since: Instant }[];
  readonly removed: string | null;
}

/** Where a person sees which apps may read their data, and takes that back. */
export function permissionsPage({ people, personName, apps, removed }: PermissionsPage): Response {
  return pageResponse({
    title: "Permissions",
    body: html`<p>See which apps may read a sandbox user’s data, and take it back.</p>
<form method="get" action="/permissions">
<label for="user">Sandbox user</label>
<select id="user" name="user">
${people.map((name) => html`<option value="${name}"${name === personName && html` selected`}>${name}</option>`)}
</select>
<div class="actions"><button type="submit">Show apps</button></div>
</form>
${removed !== null && html`<p class="done" role="status">${removed} can no longer read this data.</p>`}
${personName !== null && html`<h2>Apps that may read the data of ${personName}</h2>`}
${personName !== null && apps.length === 0 && html`<p>None.</p>`}
${apps.map(
  (app, index) => html`<form class="row" method="post" action="/permissions/remove">
<input type="hidden" name="user" value="${personName}"><input type="hidden" name="client" value="${app.clientId}">
<p id="app-${index}"><strong>${app.name}</strong><br><span class="hint">since ${new Date(app.since).toUTCString()}</span></p>
<button type="submit" class="quiet" aria-describedby="app-${index}">Remove access</button>
</form>`,
)}`,
  });
}

import { html } from "@/lib/simulator/pages/html";
import { pageResponse } from "@/lib/simulator/pages/page";

interface LoginPage {
  readonly action: string;
  readonly flowId: string;
  readonly clientName: string;
  readonly people: readonly { readonly name: string; readonly story: string }[];
  readonly error?: string;
}

/** The sandbox's login: a drop-down of simulated users and no password (dexcom-api.md 2.3). */
export function loginPage({ action, flowId, clientName, people, error }: LoginPage): Response {
  return pageResponse({
    status: error === undefined ? 200 : 422,
    title: "Log in to the sandbox",
    body: html`<p><strong>${clientName}</strong> would like to read glucose data. Whose shall it be?</p>
<form method="post" action="${action}">
<input type="hidden" name="flow" value="${flowId}">
<label for="user">Sandbox user</label>
<select id="user" name="user" autofocus>
${people.map((person) => html`<option value="${person.name}">${person.name}</option>`)}
</select>
${error !== undefined && html`<p class="error" role="alert">${error}</p>`}
<div class="actions"><button type="submit">Log in</button></div>
</form>
<details><summary>Who are these people?</summary>
<dl>${people.map((person) => html`<dt>${person.name}</dt><dd>${person.story}</dd>`)}</dl>
</details>`,
  });
}

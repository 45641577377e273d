import { html } from "@/lib/simulator/pages/html";
import { pageResponse } from "@/lib/simulator/pages/page";

interface HomePage {
  readonly origin: string;
  readonly people: readonly { readonly name: string; readonly story: string }[];
}

/** What a developer sees who opens the simulator's address. */
export function homePage({ origin, people }: HomePage): Response {
  return pageResponse({
    title: "An offline Dexcom sandbox",
    body: html`<p>This server behaves like the sandbox of the Dexcom Web API, versions 2 and 3, with simulated people. Point an app
at <code>${origin}</code> instead of <code>https://sandbox-api.dexcom.com</code>.</p>
<dl>
<dt>Authorization</dt><dd><code>${origin}/v3/oauth2/login</code></dd>
<dt>Tokens</dt><dd><code>${origin}/v3/oauth2/token</code></dd>
<dt>Data</dt><dd><code>${origin}/v3/users/self/egvs</code> and its siblings</dd>
<dt>Client</dt><dd>id <code>simulator-client</code>, secret <code>simulator-secret</code>, any redirect on this machine</dd>
<dt>Faults, clock, counters</dt><dd><code>${origin}/__control</code> (JSON)</dd>
</dl>
<h2>People</h2>
<dl>${people.map((person) => html`<dt>${person.name}</dt><dd>${person.story}</dd>`)}</dl>`,
  });
}

import { html } from "@/lib/simulator/pages/html";
import { pageResponse } from "@/lib/simulator/pages/page";

interface AuthorizePage {
  readonly action: string;
  readonly flowId: string;
  readonly clientName: string;
  readonly personName: string;
  readonly redirectUri: string;
  readonly error?: string;
}

/** The HIPAA authorization: the person types their name as a signature, or declines (dexcom-api.md 2.3). */
export function authorizePage({
  action,
  flowId,
  clientName,
  personName,
  redirectUri,
  error,
}: AuthorizePage): Response {
  const described = error === undefined ? "signature-hint" : "signature-error signature-hint";
  return pageResponse({
    status: error === undefined ? 200 : 422,
    title: "HIPAA authorization",
    body: html`<p>You are logged in as <strong>${personName}</strong>. <strong>${clientName}</strong> asks to read:</p>
<ul>
<li>estimated glucose values and their trends</li>
<li>events: carbohydrates, insulin, exercise, health, notes</li>
<li>calibrations and alerts</li>
<li>devices and their alert settings</li>
</ul>
<p>It may go on reading until you take this back on the <a href="/permissions">Permissions</a> page.
Afterwards you return to <code>${redirectUri}</code>.</p>
<form method="post" action="${action}">
<input type="hidden" name="flow" value="${flowId}">
<label for="signature">Signature</label>
<input id="signature" name="signature" type="text" autocomplete="off" required maxlength="200"
 aria-describedby="${described}"${error !== undefined && html` aria-invalid="true" autofocus`}>
${error !== undefined && html`<p class="error" id="signature-error" role="alert">${error}</p>`}
<p class="hint" id="signature-hint">Type any name. It is not kept.</p>
<div class="actions">
<button type="submit" name="decision" value="authorize">Authorize</button>
<button type="submit" name="decision" value="decline" class="quiet" formnovalidate>Decline</button>
</div>
</form>`,
  });
}

/** The look of the simulator's own pages: plain, and unlike both Dexcom's and the app's. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #55616f; --paper: #f3f5f8; --card: #fff; --line: #d5dbe3;
  --field: #7b8796; --accent: #1c4f9c; --on-accent: #fff; --bad: #a3182d; --ribbon: #fff1cc; --on-ribbon: #4a3700; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7ebf1; --soft: #a5b0bf; --paper: #10151f; --card: #18202d; --line: #2d3848; --field: #7f8da0;
    --accent: #9cc2ff; --on-accent: #0d1b33; --bad: #ff9aa8; --ribbon: #3b3212; --on-ribbon: #ffe9a8; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
.ribbon { margin: 0; padding: 8px 16px; text-align: center; font-size: 14px; background: var(--ribbon); color: var(--on-ribbon); }
main { width: 100%; max-width: 34rem; margin: 32px auto 24px; padding: 32px; background: var(--card);
  border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 12px; font-size: 28px; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 24px 0 8px; font-size: 16px; }
p, ul, dl { margin: 0 0 16px; }
ul { padding-left: 20px; }
label { display: block; margin: 24px 0 4px; font-weight: 600; }
input, select { width: 100%; min-height: 48px; padding: 8px 12px; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--field); border-radius: 8px; }
input[aria-invalid="true"] { border-color: var(--bad); border-width: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.hint, dd, footer { color: var(--soft); font-size: 14px; }
.hint { margin: 4px 0 0; }
.error { margin: 4px 0 0; color: var(--bad); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px; }
button { min-height: 48px; padding: 8px 24px; font: inherit; font-weight: 600; border-radius: 8px; cursor: pointer;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); }
button.quiet { background: transparent; color: var(--accent); }
details { margin-top: 24px; }
summary { cursor: pointer; padding: 8px 0; font-weight: 600; }
dl { margin: 8px 0 0; }
dt { font-weight: 600; font-size: 14px; }
dd { margin: 0 0 8px; }
.row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between;
  padding: 16px 0; border-top: 1px solid var(--line); }
.row p { margin: 0; overflow-wrap: anywhere; }
.done { padding: 12px 16px; border-radius: 8px; border: 1px solid var(--line); background: var(--paper); }
footer { display: flex; gap: 24px; justify-content: center; padding: 0 16px 32px; }
a { color: var(--accent); }
code { font-size: 14px; overflow-wrap: anywhere; }
@media (max-width: 480px) { main { margin: 0; padding: 24px 16px; border-width: 0 0 1px; border-radius: 0; } .actions button { flex: 1; }
  footer { padding-top: 24px; } }
`;

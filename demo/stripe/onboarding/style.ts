/** The look of every page the stand-in serves: calm, legible, light and dark, from 320 px up. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f6f8fa; --card: #fff; --text: #1a1f36; --muted: #56607a; --line: #d5dbe4; --field: #fff; --accent: #4f46e5; --on-accent: #fff; --danger: #b3182d; --done: #0a7d4b; --note: #fff4d6; --on-note: #5c4400; }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1320; --card: #181d2d; --text: #eceff6; --muted: #a7b0c4; --line: #37405a; --field: #111625; --accent: #a5a0ff; --on-accent: #14122e; --danger: #ff8f9c; --done: #57d39a; --note: #3a3014; --on-note: #ffe6a3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.note { margin: 0; padding: .4rem 1rem; background: var(--note); color: var(--on-note); font-size: .8125rem; text-align: center; }
.page { display: grid; grid-template-columns: 15rem minmax(0, 34rem); gap: 3rem; justify-content: center; padding: 3rem 1.25rem; }
.page.single { grid-template-columns: minmax(0, 44rem); }
.brand { font-weight: 650; margin: 0 0 .25rem; }
.muted, .hint { color: var(--muted); }
.hint { font-size: .875rem; margin: .25rem 0 0; }
.steps { list-style: none; margin: 1.5rem 0 0; padding: 0; font-size: .9375rem; }
.steps li { padding: .4rem 0 .4rem 1.75rem; position: relative; color: var(--muted); }
.steps li::before { content: ""; position: absolute; left: 0; top: .72rem; width: .85rem; height: .85rem; border: 2px solid var(--line); border-radius: 50%; }
.steps li.done::before { background: var(--done); border-color: var(--done); }
.steps li[aria-current]::before { border-color: var(--accent); }
.steps li[aria-current] { color: var(--text); font-weight: 600; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.0625rem; margin: 1.75rem 0 .5rem; }
.fields, .row { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1.1rem .75rem; align-items: start; }
.fields { margin: 1.5rem 0; }
.row label { font-weight: 400; font-size: .875rem; color: var(--muted); }
.position { display: none; }
.terms { margin: 1.25rem 0; }
.wide div { grid-template-columns: 16rem 1fr; }
.field { grid-column: span 6; min-width: 0; }
.field.half { grid-column: span 3; } .field.third { grid-column: span 2; }
label, legend { display: block; font-size: .9375rem; font-weight: 550; padding: 0; margin-bottom: .3rem; }
input:not([type=radio]), select, textarea { width: 100%; min-height: 2.75rem; padding: .55rem .75rem; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: 8px; }
textarea { min-height: 5rem; resize: vertical; display: block; }
[aria-invalid=true] { border-color: var(--danger) !important; }
.error { color: var(--danger); font-size: .875rem; margin: .3rem 0 0; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.choice { display: grid; grid-template-columns: 1.25rem 1fr; gap: 0 .75rem; padding: .85rem 1rem; margin: .6rem 0 0; border: 1px solid var(--line); border-radius: 8px; font-weight: 550; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { margin: .3rem 0 0; accent-color: var(--accent); }
.choice small { grid-column: 2; font-weight: 400; font-size: .875rem; color: var(--muted); }
button, .button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .55rem 1.1rem; border-radius: 8px; border: 1px solid var(--line); background: transparent; color: var(--text); cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:hover { filter: brightness(1.08); } button:not(.primary):hover { border-color: var(--muted); }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 60%, transparent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
.actions .primary { flex: 1 1 10rem; }
.test { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; justify-content: space-between; margin-top: 1rem; padding: .75rem 1rem; border: 1px dashed var(--line); border-radius: 8px; font-size: .875rem; color: var(--muted); }
.test button { min-height: 2.25rem; padding: .25rem .8rem; font-size: .875rem; }
dl { margin: 0; border-top: 1px solid var(--line); }
dl div { display: grid; grid-template-columns: 11rem 1fr; gap: .1rem 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line); font-size: .9375rem; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
.head { display: flex; align-items: baseline; justify-content: space-between; gap: 1rem; }
a { color: var(--accent); }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, monospace; overflow-wrap: anywhere; }
.checkout { grid-template-columns: minmax(0, 22rem) minmax(0, 32rem); }
.total { font-size: 2.25rem; font-weight: 650; line-height: 1.2; letter-spacing: -.02em; margin: 0 0 1.25rem; }
.bill { list-style: none; margin: 0; padding: 0; font-size: .9375rem; }
.bill li { display: flex; justify-content: space-between; gap: 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
.bill span:first-child { overflow-wrap: anywhere; } .bill span:last-child { white-space: nowrap; }
.bill small { display: block; color: var(--muted); font-size: .875rem; } .bill .sum { font-weight: 650; border: 0; }
.methods .details { display: none; padding: .25rem 0 .5rem; } .methods .choice:has(:checked) + .details { display: block; }
.methods .fields { margin: 1rem 0 0; } .methods + .actions { margin-top: 1.25rem; }
.refusal { margin: 1rem 0 0; padding: .75rem 1rem; border: 1px solid var(--danger); border-radius: 8px; font-size: .9375rem; }
@media (max-width: 56rem) { .page { grid-template-columns: minmax(0, 34rem); gap: 1.25rem; padding: 1.25rem 1rem 2rem; } .steps { display: none; } .position { display: inline; } .card { padding: 1.25rem; } }
@media (max-width: 30rem) { dl div, .wide div { grid-template-columns: 1fr; } .actions button { flex: 1 1 100%; } }
`;

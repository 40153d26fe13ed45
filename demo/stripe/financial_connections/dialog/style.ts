/** The look of the dialog. Its root resets everything, so that the host page's styles stop at the border. */
export const STYLE = `
:host { all: initial !important; display: contents !important; }
* { box-sizing: border-box; }
dialog {
  --ground: #fff; --text: #1a1f36; --muted: #56607a; --line: #d5dbe4; --soft: #f4f6fa;
  --accent: #4f46e5; --on-accent: #fff; --danger: #b3182d; --done: #0a7d4b; --note: #fff4d6; --on-note: #5c4400;
  color-scheme: light dark; position: fixed; inset: 0; margin: auto; padding: 0; border: 0; width: min(26rem, 100vw - 2rem);
  height: min(40rem, 100dvh - 2rem); max-width: none; max-height: none; border-radius: 16px; overflow: hidden;
  background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  box-shadow: 0 24px 64px rgb(10 14 40 / .32); text-align: start; overscroll-behavior: contain;
}
dialog[open] { display: grid; grid-template-rows: auto 1fr auto; }
dialog::backdrop { background: rgb(15 19 32 / .55); }
@media (prefers-color-scheme: dark) {
  dialog {
    --ground: #181d2d; --text: #eceff6; --muted: #a7b0c4; --line: #37405a; --soft: #202739; --accent: #a5a0ff;
    --on-accent: #14122e; --danger: #ff8f9c; --done: #57d39a; --note: #3a3014; --on-note: #ffe6a3;
  }
}
header { display: flex; align-items: center; justify-content: space-between; padding: .75rem .75rem .75rem 1.5rem; font-weight: 650; }
.step { display: flex; flex-direction: column; gap: 1rem; min-height: 0; overflow-y: auto; padding: .5rem 1.5rem 1.5rem; }
h2 { margin: 0; font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; }
h2:focus { outline: none; }
p { margin: 0; } p:empty { display: none; } .muted { color: var(--muted); font-size: .9375rem; }
form { display: flex; flex-direction: column; gap: 1rem; flex: 1 0 auto; }
.end { margin-top: auto; display: flex; flex-direction: column; gap: .75rem; padding-top: .5rem; }
.list { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .5rem; }
.asked { padding: .5rem 1rem; border-radius: 12px; background: var(--soft); gap: 0; }
.asked li { display: flex; gap: .75rem; padding: .4rem 0; } .asked li::before { content: "✓"; color: var(--done); font-weight: 700; }
button, .link {
  font: inherit; font-weight: 600; min-height: 2.75rem; padding: .55rem 1rem; border-radius: 10px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: inherit; text-align: center; text-decoration: none; display: block;
}
button.primary, .link.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.bank { display: grid; grid-template-columns: 2rem 1fr; gap: .75rem; align-items: center; width: 100%; text-align: start; font-weight: 550; }
.bank span[aria-hidden] { display: grid; place-items: center; height: 2rem; border-radius: 8px; background: var(--soft); color: var(--muted); font-size: .8125rem; }
button.plain { border-color: transparent; color: var(--accent); }
button.close { min-height: 2.75rem; width: 2.75rem; padding: 0; border-color: transparent; font-size: 1.375rem; line-height: 1; color: var(--muted); }
@media (hover: hover) { button:hover, .link:hover { border-color: var(--muted); } button.primary:hover { filter: brightness(1.08); } }
button[aria-disabled=true] { opacity: .6; cursor: progress; }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 60%, transparent); outline-offset: 2px; }
label { display: flex; flex-direction: column; gap: .3rem; font-size: .9375rem; font-weight: 550; }
input:not([type=checkbox], [type=radio]) {
  width: 100%; min-height: 2.75rem; padding: .55rem .75rem; font: inherit; font-weight: 400; color: inherit;
  background: var(--ground); border: 1px solid var(--muted); border-radius: 10px;
}
input[aria-invalid=true] { border-color: var(--danger); }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-direction: column; gap: .5rem; }
legend { padding: 0; margin-bottom: .5rem; color: var(--muted); font-size: .9375rem; }
.choice { display: grid; grid-template-columns: 1.25rem 1fr; gap: 0 .75rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 10px; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { margin: .3rem 0 0; accent-color: var(--accent); width: 1.1rem; height: 1.1rem; }
.choice small { grid-column: 2; font-weight: 400; font-size: .875rem; color: var(--muted); }
.problem { color: var(--danger); font-size: .9375rem; }
.tick { display: grid; place-items: center; width: 3.5rem; height: 3.5rem; border-radius: 50%; background: var(--done); color: var(--ground); font-size: 1.75rem; }
img.code + a { align-self: center; font-size: .875rem; }
img.code { align-self: center; width: min(16rem, 100%); aspect-ratio: 1; background: #fff; border-radius: 12px; }
footer { padding: .4rem 1rem; background: var(--note); color: var(--on-note); font-size: .8125rem; text-align: center; }
.spinner { width: 1.75rem; height: 1.75rem; border-radius: 50%; border: 3px solid var(--line); border-top-color: var(--accent); animation: turn .8s linear infinite; }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 4s; } }
@media (max-width: 30rem) { dialog { width: 100vw; height: min(44rem, 100dvh); margin: auto 0 0; border-radius: 16px 16px 0 0; } }
@media (forced-colors: active) { .tick, .spinner { forced-color-adjust: none; } }
`;

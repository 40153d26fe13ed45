/** The look of the components. Names are those of Stripe's appearance variables; what is after the comma is the default. */
export const STYLE = `
:host { display: block; }
* { box-sizing: border-box; }
section {
  --ground: var(--color-background, #fff); --text: var(--color-text, #1a1f36); --accent: var(--color-primary, #4f46e5);
  --danger: var(--color-danger, #b3182d); --line: var(--color-border, color-mix(in srgb, var(--text) 18%, var(--ground)));
  --muted: var(--color-secondary-text, color-mix(in srgb, var(--text) 68%, var(--ground)));
  --soft: var(--offset-background-color, color-mix(in srgb, var(--text) 5%, var(--ground)));
  --unit: var(--spacing-unit, 8px); --radius: var(--border-radius, 8px); --field: var(--form-background-color, var(--ground));
  background: var(--ground); color: var(--text); text-align: start; container-type: inline-size;
  font: var(--font-size-base, 16px) / 1.5 var(--font-family, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
}
section[hidden] { display: none; }
#title { margin: 0 0 calc(var(--unit) * 1.5); font-size: var(--heading-md-font-size, 1.125em); font-weight: var(--heading-md-font-weight, 650); line-height: 1.3; }
#title:focus { outline: none; }
p { margin: 0; overflow-wrap: anywhere; } p:empty { display: none; }
.content { display: grid; gap: calc(var(--unit) * 2); }
.muted, .hint, dt { color: var(--muted); } .hint { font-size: .875em; }
.note { margin-top: calc(var(--unit) * 1.5); font-size: .75em; color: var(--muted); }
.said:not(:empty) { margin-bottom: calc(var(--unit) * 1.5); }
.problem { color: var(--danger); }
.done::before { content: "✓ "; font-weight: 700; }
.waiting { display: grid; gap: var(--unit); padding: calc(var(--unit) * 1.5); border-radius: var(--radius); background: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: calc(var(--unit) / 2) calc(var(--unit) * 1.5); align-items: center; padding: var(--table-row-padding-y, calc(var(--unit) * 1.25)) 0; border-bottom: 1px solid var(--line); }
li > .what { min-width: 0; display: grid; gap: 2px; } .what small { font-size: .875em; color: var(--muted); overflow-wrap: anywhere; }
.line { display: flex; flex-wrap: wrap; align-items: center; gap: calc(var(--unit) / 2) var(--unit); }
.amount { font-weight: 600; font-variant-numeric: tabular-nums; }
li > form { grid-column: 1 / -1; }
dl { margin: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr)); gap: calc(var(--unit) * 2); }
dt { font-size: .875em; } dd { margin: 0; } .figures dd { font-size: 1.5em; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.3; }
.details { gap: 0; grid-template-columns: 1fr; border-top: 1px solid var(--line); }
.details div { display: grid; grid-template-columns: 11em minmax(0, 1fr); gap: 2px var(--unit); padding: var(--unit) 0; border-bottom: 1px solid var(--line); }
.details dd { overflow-wrap: anywhere; } .details dt { font-size: inherit; }
.buttons { display: flex; flex-wrap: wrap; gap: var(--unit); align-items: center; }
.button {
  font: inherit; font-size: var(--button-label-font-size, inherit); font-weight: var(--button-label-font-weight, 600); cursor: pointer; text-align: center; text-decoration: none;
  min-height: 2.75rem; padding: var(--button-padding-y, .4rem) var(--button-padding-x, 1rem); border-radius: var(--button-border-radius, var(--radius)); display: inline-grid; place-items: center;
  border: 1px solid var(--button-secondary-color-border, var(--line)); background: var(--button-secondary-color-background, transparent); color: var(--button-secondary-color-text, inherit);
}
.button.primary {
  background: var(--button-primary-color-background, var(--accent)); color: var(--button-primary-color-text, #fff);
  border-color: var(--button-primary-color-border, var(--button-primary-color-background, var(--accent)));
}
[aria-disabled=true] { opacity: .55; cursor: not-allowed; }
@media (hover: hover) { .button:hover:not([aria-disabled=true]) { filter: brightness(1.08); border-color: var(--muted); } }
:focus-visible { outline: 3px solid var(--form-highlight-color-border, color-mix(in srgb, var(--accent) 60%, transparent)); outline-offset: 2px; }
.switch { width: 2.75rem; height: 1.625rem; padding: 0; border: 2px solid var(--muted); border-radius: 1rem; background: transparent; cursor: pointer; position: relative; margin: .5rem 0; }
.switch::before { content: ""; position: absolute; inset: -.6rem 0; }
.switch::after { content: ""; position: absolute; inset-block: 3px; inset-inline-start: 3px; aspect-ratio: 1; border-radius: 50%; background: var(--muted); transition: translate .15s; }
.switch[aria-checked=true] { background: var(--form-accent-color, var(--accent)); border-color: var(--form-accent-color, var(--accent)); }
.switch[aria-checked=true]::after { background: var(--ground); translate: 1.125rem 0; }
.switch[aria-checked=true]:dir(rtl)::after { translate: -1.125rem 0; }
.badge { font-size: .8125em; font-weight: 550; padding: 0 .5em; border-radius: var(--badge-border-radius, 1em); border: 1px solid; line-height: 1.5; white-space: nowrap; }
.badge.neutral { color: var(--badge-neutral-color-text, var(--muted)); background: var(--badge-neutral-color-background, var(--soft)); border-color: var(--badge-neutral-color-border, var(--line)); }
.badge.success { color: var(--badge-success-color-text, color-mix(in srgb, #0a7d4b 70%, var(--text))); background: var(--badge-success-color-background, color-mix(in srgb, #0a7d4b 10%, var(--ground))); border-color: var(--badge-success-color-border, color-mix(in srgb, #0a7d4b 40%, var(--ground))); }
.badge.warning { color: var(--badge-warning-color-text, color-mix(in srgb, #8a5a00 60%, var(--text))); background: var(--badge-warning-color-background, color-mix(in srgb, #e0a000 14%, var(--ground))); border-color: var(--badge-warning-color-border, color-mix(in srgb, #e0a000 50%, var(--ground))); }
.badge.danger { color: var(--badge-danger-color-text, color-mix(in srgb, var(--danger) 85%, var(--text))); background: var(--badge-danger-color-background, color-mix(in srgb, var(--danger) 8%, var(--ground))); border-color: var(--badge-danger-color-border, color-mix(in srgb, var(--danger) 40%, var(--ground))); }
.notice { display: grid; gap: var(--unit); padding: calc(var(--unit) * 1.5); border: 1px solid var(--line); border-inline-start: 4px solid var(--line); border-radius: var(--radius); }
.notice.action { border-inline-start-color: var(--danger); }
form { display: grid; gap: var(--unit); padding: calc(var(--unit) * 1.5); border-radius: var(--radius); background: var(--soft); }
label { display: grid; gap: .25em; font-size: .9375em; font-weight: 550; }
input { font: inherit; font-weight: 400; color: inherit; width: min(100%, 14em); min-height: 2.75rem; padding: var(--input-field-padding-y, .4rem) var(--input-field-padding-x, .75rem); background: var(--field); border: 1px solid var(--muted); border-radius: var(--form-border-radius, var(--radius)); }
input[aria-invalid=true] { border-color: var(--danger); }
.spinner { width: 1.75rem; height: 1.75rem; border-radius: 50%; border: 3px solid var(--line); border-top-color: var(--accent); animation: turn .8s linear infinite; }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 4s; } .switch::after { transition: none; } }
@container (max-width: 28rem) { .details div { grid-template-columns: 1fr; } .buttons .button { flex: 1 1 auto; } }
@media (forced-colors: active) { .switch, .switch::after { forced-color-adjust: none; } }
`;

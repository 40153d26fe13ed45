import { html, raw } from 'hono/html';
import { newId } from '../world.ts';
import { STYLE } from './style.ts';

type Html = ReturnType<typeof html>;

/** Fills the step with the test values its fields carry; only ever on a page that has the button. */
const FILL = `
document.querySelector('[data-fill]')?.addEventListener('click', () => {
  for (const field of document.querySelectorAll('[data-test]')) {
    if (field.type === 'radio') field.checked = field.value === field.dataset.test;
    else field.value = field.dataset.test;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
});`;

/**
 * A whole page. Nothing is loaded from elsewhere, and only what carries the nonce runs.
 * @param framed whether other pages may show it
 */
export async function htmlPage(
  title: string,
  body: Html,
  status = 200,
  script = FILL,
  framed = false,
): Promise<Response> {
  const nonce = newId('', 22);
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(STYLE)}</style>
</head>
<body>
<header class="note"${framed ? html` aria-label="Checkout, a note"` : ''}>Stripe stand-in: nothing here is real</header>
${body}
<script nonce="${nonce}">${raw(script)}</script>
</body>
</html>
`;
  return new Response(String(page), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      // Browsers apply form-action to the whole chain of redirects, and a finished form ends at a host page anywhere.
      'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; form-action 'self' http: https:; base-uri 'none'; frame-ancestors ${framed ? '*' : "'none'"}`,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

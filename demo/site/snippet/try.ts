/** A page made of what the generator writes, sent with the headers that it writes: what a reader would have. */
import { stripeNeedsOf } from '../../../doctor/stripe-needs.ts';
import type { View } from '../layout.ts';
import { piecesOf, wantedBy } from './page.ts';
import { NONCE } from './policy.ts';

/** What the stand-in has of each of Stripe's origins. */
const scripts: { readonly [origin: string]: string } = {
  'https://js.stripe.com': '/js/stripe.js',
  'https://connect-js.stripe.com': '/js/connect.js',
};

export async function tryPage(view: View): Promise<Response> {
  const { standIn, worker } = view.settings;
  const wanted = wantedBy(view);
  const { head, body, headers } = await piecesOf(wanted, standIn, worker);
  const nonce = crypto.randomUUID().replaceAll('-', '');
  // Stripe's scripts would be loaded by the elements; the stand-in's are the page's own.
  const stripe = wanted.elements.flatMap((element) => stripeNeedsOf(element).script ?? []);
  const files = standIn === null ? [] : [...new Set(stripe)].flatMap((origin) => scripts[origin] ?? []);
  const standIns = files.map((file) => `<script nonce="${NONCE}" src="${standIn}${file}"></script>\n`).join('');
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The snippet at work</title>
<link rel="icon" href="/logo.svg">
<link rel="stylesheet" href="/snippet.css">
${standIns}${head}
</head>
<body>
<main>
<h1>The snippet at work</h1>
${body}
</main>
</body>
</html>
`;
  return new Response(page.replaceAll(NONCE, nonce), {
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ...headers.map(([name, value]): [string, string] => [name, value.replaceAll(NONCE, nonce)]),
    ],
  });
}

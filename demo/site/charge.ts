/**
 * What a host site's backend does to charge a saved method: one request with the site's secret key, and an idempotency key
 * that is the ride's own, so that a ride is never charged twice however often its form is sent.
 */
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import * as v from 'valibot';
import { ErrorBody, PaymentIntent, PaymentMethod } from '../../worker/contract.ts';
import { askWorker } from './backend.ts';
import type { Html, View } from './layout.ts';
import { as, nameRule, type Person, personNamed } from './people.ts';
import type { SiteSettings } from './settings.ts';

/** In cents. */
const FARE = 1_475;

const ChargeForm = v.object({ ride: v.pipe(v.string(), v.regex(/^ride_[\w-]{1,60}$/)) });
const User = v.object({ payment_methods: v.array(PaymentMethod) });

export function chargeForm({ person }: View): Html {
  return html`
    <section class="card" aria-labelledby="charge">
      <h2 id="charge">When the ride ends</h2>
      <p>Cargo bike, Dogpatch to Noe Valley: $14.75. Our backend charges what you saved last; you need not be here for that.</p>
      <form action="${as(person, '/charge')}" method="post" data-said="charge-said">
        <input type="hidden" name="ride" value="ride_${crypto.randomUUID()}">
        <button>Charge this ride</button>
      </form>
      <p role="status" id="charge-said"></p>
    </section>
  `;
}

export function chargeRoute(settings: SiteSettings): Hono {
  const routes = new Hono();
  routes.use(csrf());
  routes.post('/', async (c) => {
    const person = personNamed(c.req.query('user'));
    if (person === null) return c.text(nameRule, 400);
    const form = v.safeParse(ChargeForm, await c.req.parseBody());
    if (!form.success) return c.text('Which ride?', 400);
    return say(c, person, await charge(settings, person, form.output.ride));
  });
  return routes;
}

/** In words for the rider; what a site does next depends on the code. */
async function charge(settings: SiteSettings, person: Person, ride: string): Promise<string> {
  const { payment_methods: methods } = v.parse(User, await (await askWorker(settings, `users/${person.id}`)).json());
  const [method] = methods;
  if (method === undefined) return 'There is no saved payment method.';
  const body = { user: person.id, payment_method: method.id, amount: FARE, currency: 'usd', metadata: { ride } };
  const response = await askWorker(settings, 'payment_intents', { body, key: ride });
  const answer: unknown = await response.json();
  const refused = v.safeParse(ErrorBody, answer);
  if (refused.success) return `Not charged: ${refused.output.error.code}.`;
  const { status } = v.parse(PaymentIntent, answer);
  return `${method.cashapp.cashtag ?? 'Cash App'}: $14.75 ${status === 'succeeded' ? 'paid' : 'on its way'}. Thank you!`;
}

/** JSON for the page's script; a browser without it gets a page of its own. */
function say(c: Context, person: Person, message: string): Response {
  if (c.req.header('Accept') === 'application/json') return c.json({ message });
  return c.text(`${message}\n\nBack: ${as(person, '/cash-app')}`);
}

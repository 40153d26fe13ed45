/** What the panel's forms post to. The stand-in is asked by this server, so that pages need no access to its controls. */
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import * as v from 'valibot';
import { as, nameRule, type Person, personNamed } from '../people.ts';
import type { SiteSettings } from '../settings.ts';
import { bankChanges, cashAppChanges, clockSteps, faults, faultyRequests, saleChanges, scenarios } from './choices.ts';
import {
  accountOf,
  bankAccountsOf,
  control,
  linkBankAccounts,
  newestSession,
  openAttempt,
  QaError,
  saveCashApp,
  savedMethodsOf,
} from './stand-in.ts';

const value = <T extends string>(name: string, choices: readonly { value: T }[]) => {
  const known = choices.map((choice) => choice.value);
  return v.picklist(known, `${name} may be ${known.join(', ')}.`);
};

const timesRule = 'times may be a number from 1 to 99.';

const ScenarioForm = v.object({ scenario: value('scenario', scenarios) });
const BankForm = v.object({ change: value('change', bankChanges) });
const CashAppForm = v.object({ 'do-in-cash-app': value('do-in-cash-app', cashAppChanges) });
const SaleForm = v.object({ sale: value('sale', saleChanges) });
const FaultForm = v.object({
  match: value('match', faultyRequests),
  do: value('do', faults),
  times: v.pipe(v.string(timesRule), v.regex(/^[1-9]\d?$/, timesRule), v.transform(Number)),
});
const ClockForm = v.object({ advance: value('advance', clockSteps) });

/** Does what the form says and tells, in a sentence, what was done. */
type Act = (request: { standIn: string; person: Person; form: unknown }) => Promise<string>;

export function qaRoutes(settings: SiteSettings): Hono {
  const acts: Record<string, Act> = {
    account: async ({ standIn, person, form }) => {
      const { scenario } = v.parse(ScenarioForm, form);
      const account = await accountOf(settings, person);
      await control(standIn, 'account', { account, scenario });
      return `${account} is now: ${scenario}.`;
    },
    bank: async ({ standIn, person, form }) => {
      const { change } = v.parse(BankForm, form);
      const wanted = bankChanges.find(({ value }) => value === change) ?? bankChanges[0];
      if ('link' in wanted) await linkBankAccounts(settings, standIn, person, wanted.link);
      const accounts = await bankAccountsOf(settings, person);
      if (accounts.length === 0) throw new QaError('There is no linked account.');
      if ('order' in wanted) for (const { id } of accounts) await control(standIn, `bank/accounts/${id}`, wanted.order);
      return `${accounts.map(({ id }) => id).join(', ')}: ${wanted.label}.`;
    },
    'cash-app': async ({ standIn, person, form }) => {
      const wanted = v.parse(CashAppForm, form)['do-in-cash-app'];
      const change = cashAppChanges.find(({ value }) => value === wanted) ?? cashAppChanges[0];
      if ('attempt' in change) {
        const attempt = await openAttempt(standIn);
        await control(standIn, `cashapp/${attempt}`, change.attempt);
        return `${attempt}: ${change.label}.`;
      }
      if ('save' in change) await saveCashApp(settings, standIn, person);
      const [newest] = await savedMethodsOf(settings, person);
      if (newest === undefined) throw new QaError('There is no saved payment method.');
      if ('revoke' in change) await control(standIn, 'revoke', { payment_method: newest.id });
      if ('charge' in change) await control(standIn, `payment_methods/${newest.id}`, change.charge);
      return `${newest.id}: ${change.label}.`;
    },
    sale: async ({ standIn, person, form }) => {
      const wanted = v.parse(SaleForm, form).sale;
      const change = saleChanges.find(({ value }) => value === wanted) ?? saleChanges[0];
      const account = await accountOf(settings, person);
      if ('payout' in change) {
        await control(standIn, 'payouts', { account, do: change.payout });
        return `${account}: ${change.label}.`;
      }
      const session = await newestSession(standIn, account);
      await control(standIn, `checkout/${session}`, change.order);
      return `${session}: ${change.label}.`;
    },
    fault: async ({ standIn, form }) => {
      const fault = v.parse(FaultForm, form);
      await control(standIn, 'faults', fault);
      return `${fault.match} will go wrong (${fault.do}), ${fault.times} times.`;
    },
    mend: async ({ standIn }) => {
      await control(standIn, 'faults', undefined, 'DELETE');
      return 'Stripe does what it should.';
    },
    clock: async ({ standIn, form }) => {
      const { advance } = v.parse(ClockForm, form);
      await control(standIn, 'clock', { advance: Number(advance) });
      return `Stripe’s clock moved on by ${advance} seconds.`;
    },
  };

  const routes = new Hono();
  routes.use(csrf());
  for (const [name, act] of Object.entries(acts)) {
    routes.post(`/${name}`, async (c) => {
      const person = personNamed(c.req.query('user'));
      if (person === null) return c.text(nameRule, 400);
      if (settings.standIn === null) return c.text('The stand-in is not running: this demo talks to Stripe.', 404);
      const form = await c.req.parseBody();
      try {
        return answer(c, person, form.back, 200, await act({ standIn: settings.standIn, person, form }));
      } catch (error) {
        if (error instanceof v.ValiError) return answer(c, person, form.back, 400, error.message);
        if (error instanceof QaError) return answer(c, person, form.back, 502, error.message);
        throw error;
      }
    });
  }
  return routes;
}

/** JSON for the panel's script; a browser without it goes back to the page it was on. */
function answer(c: Context, person: Person, back: unknown, status: 200 | 400 | 502, message: string): Response {
  if (c.req.header('Accept') === 'application/json') return c.json({ message }, status);
  if (status !== 200) return c.text(message, status);
  return c.redirect(
    as(person, typeof back === 'string' && /^\/[a-z/-]*$/.test(back) && !back.startsWith('//') ? back : '/qa'),
    303,
  );
}

/**
 * `npm run site -- …`: the operator's routes from a terminal. Secrets come from the environment or `.dev.vars`, never
 * from arguments, which other people on the machine can see.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';

const USAGE = `npm run site -- COMMAND [options]

  list                     every site
  show SITE                one site
  create                   a new site; prints its first secret key, once
  change SITE              changes what is given, leaves the rest
  rotate SITE              a new secret key; older ones end after --overlap
  revoke SITE KEY          ends one key at once

options
  --worker URL             the Worker (default: INLAY_WORKER, or http://localhost:8787)
  --id site_…              create only; made up when left out
  --mode test|live         create only
  --business-name NAME     shown to people
  --terms-url URL          the site's terms
  --country US             two letters; of connected accounts
  --currency usd           three letters
  --origin URL             an origin of the site's pages; may be repeated; replaces the list
  --dashboard full|express|none  --fees-payer account|application
  --losses-payments stripe|application  --requirement-collection stripe|application
                           the controller of connected accounts; all four together
  --capability NAME        requested for connected accounts; may be repeated; replaces the list
  --collect currently_due|eventually_due   what hosted onboarding asks for
  --bank JSON              what linking a bank account asks for, such as {"permissions": ["balances", "transactions"]};
                           replaces all of it
  --save JSON              what saving a payment method asks for: {"usage": "off_session"} or "on_session"
  --checkout JSON          what merchants sell and what the site takes of it, such as
                           {"fee": {"basis_points": 500, "fixed": 30}, "prices": [{"id": "pass", "name": "Day pass",
                           "unit_amount": 1200}]}; replaces all of it
  --embedded JSON          which of Connect's components may be opened, such as {"components": ["payouts", "balances"],
                           "features": {"payouts": {"instant_payouts": true}}}; replaces all of it
  --stripe-keys            change only: replace the site's Stripe keys by those in the environment
  --overlap SECONDS        rotate only (default 86400)

environment, or .dev.vars
  INLAY_OPERATOR_KEY       always
  STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY   for create, and for change --stripe-keys
`;

const text = { type: 'string' } as const;
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worker: text,
    id: text,
    mode: text,
    'business-name': text,
    'terms-url': text,
    country: text,
    currency: text,
    origin: { type: 'string', multiple: true },
    dashboard: text,
    'fees-payer': text,
    'losses-payments': text,
    'requirement-collection': text,
    capability: { type: 'string', multiple: true },
    collect: text,
    bank: text,
    save: text,
    checkout: text,
    embedded: text,
    'stripe-keys': { type: 'boolean' },
    overlap: text,
    help: { type: 'boolean' },
  },
});

const settings = { ...(existsSync('.dev.vars') ? parseEnv(readFileSync('.dev.vars', 'utf8')) : {}), ...process.env };

function setting(name: string): string {
  const value = settings[name];
  if (value === undefined || value === '') {
    const demo =
      name === 'INLAY_OPERATOR_KEY' ? ' The demo of `npm start` takes it from .dev.vars when it starts.' : '';
    fail(`Set ${name} in the environment or in .dev.vars.${demo}`);
  }
  return value;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function parsed(option: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return fail(`${option} is not JSON.`);
  }
}

function stripeKeys() {
  return { stripe: { secret_key: setting('STRIPE_SECRET_KEY'), publishable_key: setting('STRIPE_PUBLISHABLE_KEY') } };
}

/** The settings given as options, under the names of the API. */
function given(): Record<string, unknown> {
  const controller = {
    fees: { payer: options['fees-payer'] },
    losses: { payments: options['losses-payments'] },
    requirement_collection: options['requirement-collection'],
    stripe_dashboard: { type: options.dashboard },
  };
  const hasController = [options.dashboard, options['fees-payer'], options['losses-payments']].some(Boolean);
  return {
    business_name: options['business-name'],
    terms_url: options['terms-url'],
    country: options.country,
    currency: options.currency,
    origins: options.origin,
    capabilities: options.capability,
    collect: options.collect,
    ...(hasController ? { controller } : {}),
    ...parts(),
  };
}

/** Settings that are given as a whole. */
function parts(): Record<string, unknown> {
  const { bank, save, checkout, embedded } = options;
  const texts = Object.entries({ bank, save, checkout, embedded });
  return Object.fromEntries(
    texts.flatMap(([name, json]) => (json === undefined ? [] : [[name, parsed(`--${name}`, json)]])),
  );
}

async function ask(method: string, path: string, body?: unknown): Promise<void> {
  const worker = options.worker ?? settings.INLAY_WORKER ?? 'http://localhost:8787';
  const response = await fetch(new URL(path, worker), {
    method,
    headers: { Authorization: `Bearer ${setting('INLAY_OPERATOR_KEY')}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((thrown: unknown) => fail(`${worker} did not answer: ${thrown instanceof Error ? thrown.message : thrown}`));
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) fail(describe(response.status, answer));
  console.log(JSON.stringify(answer, null, 2));
}

function describe(status: number, answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'error' in answer) {
    const { error } = answer;
    if (typeof error === 'object' && error !== null && 'message' in error && 'request_id' in error) {
      const param = 'param' in error ? ` (${error.param})` : '';
      return `${error.message}${param}\nstatus ${status}, request ${error.request_id}`;
    }
  }
  return `The Worker answered ${status}.`;
}

const [command, site = '', key = ''] = positionals;
const path = `/v1/sites/${encodeURIComponent(site)}`;
if (options.help || command === undefined) {
  console.log(USAGE);
} else if (command !== 'list' && command !== 'create' && site === '') {
  fail(`${command}: name the site. \`npm run site -- list\` shows them.`);
} else {
  switch (command) {
    case 'list':
      await ask('GET', '/v1/sites?limit=100');
      break;
    case 'show':
      await ask('GET', path);
      break;
    case 'create':
      await ask('POST', '/v1/sites', { id: options.id, mode: options.mode, ...given(), ...stripeKeys() });
      break;
    case 'change':
      await ask('PATCH', path, { ...given(), ...(options['stripe-keys'] ? stripeKeys() : {}) });
      break;
    case 'rotate':
      await ask('POST', `${path}/keys`, options.overlap ? { expire_others_in: Number(options.overlap) } : {});
      break;
    case 'revoke':
      await ask('DELETE', `${path}/keys/${encodeURIComponent(key)}`);
      break;
    default:
      fail(`${command}: no such command.\n\n${USAGE}`);
  }
}

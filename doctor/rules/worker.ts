/** What the Worker says of the site, and of its own webhooks. */
import type { Checkup } from '../../worker/contract.ts';
import { allows } from '../csp/allows.ts';
import type { CheckupFacts, Facts, PageFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { inShell, siteId } from '../shell.ts';

export function worker({ page, worker: { checkup, webhook } }: Facts): Finding[] {
  if (checkup.came === 'unasked') return [];
  if (checkup.came === 'nothing' && !mayAsk(page)) {
    const says = 'The Worker could not be asked: a Content-Security-Policy forbids it.';
    return [{ check: 'worker', outcome: 'unknown', owner: 'page', says }];
  }
  if (checkup.came !== 'answer') return [noAnswer(checkup, page)];
  const answer = checkup.checkup;
  return [
    {
      check: 'origin',
      outcome: 'ok',
      owner: 'operator',
      says: `${answer.site} is in ${answer.mode} mode, and ${new URL(page.url).origin} is among its origins.`,
    },
    keys(answer),
    ...terms(answer, page),
    ...endpoint(answer, webhook),
    ...webhooks(answer, page),
  ];
}

function mayAsk({ policies, settings: { api }, url }: PageFacts): boolean {
  const deed = { does: 'connect', url: new URL('/v1/sites/any', api ?? url) } as const;
  return policies.every(({ directives }) => allows(directives, deed, new URL(url)));
}

function noAnswer(came: Exclude<CheckupFacts, { came: 'answer' | 'unasked' }>, page: PageFacts): Finding {
  const { api, site } = page.settings;
  const found = { check: 'worker', outcome: 'fault', owner: 'tag' } as const;
  if (came.came === 'nothing') {
    return {
      ...found,
      says: `${api} could not be reached (${came.reason}). Check the Worker's origin, here or where the script comes from:`,
      paste: `data-api="${api}"`,
    };
  }
  if (came.came === 'stranger') {
    return {
      ...found,
      says: `What answers at ${api} (status ${came.status}) is no Worker of Inlay's, or an older one. Set the origin of your operator's:`,
      paste: 'data-api="https://pay.example.com"',
    };
  }
  switch (came.code) {
    case 'origin_not_allowed':
      return {
        ...found,
        check: 'origin',
        owner: 'operator',
        says: `This page's origin is not among the origins of ${site}. Add it to that list, which is replaced as a whole (npm run site -- change ${siteId(site)} --origin …, once for each):`,
        paste: new URL(page.url).origin,
      };
    case 'site_unknown':
      return {
        ...found,
        check: 'site',
        says: `${api} knows no site ${site}. Set the id that your operator gave you:`,
        paste: 'data-site="site_…"',
      };
    case 'rate_limited':
      return {
        ...found,
        outcome: 'unknown',
        owner: 'operator',
        says: 'The Worker was asked too often. Wait a minute, then check again.',
      };
    default:
      return {
        ...found,
        outcome: 'unknown',
        owner: 'operator',
        says: `The Worker answered ${came.status} ${came.code}: ${came.message}`,
      };
  }
}

function keys({ key_of_other_mode: other, mode, site }: Checkup): Finding {
  const found = { check: 'keys', owner: 'operator' } as const;
  if (other === null) {
    return { ...found, outcome: 'ok', says: `Both of the site's Stripe keys are of ${mode} mode.` };
  }
  const name = other === 'secret_key' ? 'STRIPE_SECRET_KEY' : 'STRIPE_PUBLISHABLE_KEY';
  return {
    ...found,
    outcome: 'fault',
    says: `The site is in ${mode} mode, and its ${other.replace('_', ' ')} is not. With both keys of that mode in the environment (${name} among them), the operator runs:`,
    paste: `npm run site -- change ${siteId(site)} --stripe-keys`,
  };
}

function terms({ missing, site }: Checkup, { elements, url }: PageFacts): Finding[] {
  if (!missing.includes('terms_url') || !elements.some(({ tag }) => tag === 'cashapp-save-method')) return [];
  return [
    {
      check: 'terms',
      outcome: 'fault',
      owner: 'operator',
      says: 'The site has no terms_url, without which nobody can agree to be charged later. With the address of your own terms:',
      paste: `npm run site -- change ${siteId(site)} --terms-url ${inShell(new URL('/terms', url).href, 'https://app.example.com/terms')}`,
    },
  ];
}

/** @param tried what a webhook without a signature was answered */
function endpoint({ worker }: Checkup, tried: Facts['worker']['webhook']): Finding[] {
  if (tried === null) return [];
  const found = { check: 'webhook-endpoint', owner: 'operator' } as const;
  const paste = `${worker}/v1/webhooks/stripe`;
  if (tried.came === 'nothing') {
    const says = `The webhook endpoint could not be reached (${tried.reason}). It is to be reached at:`;
    return [{ ...found, outcome: 'fault', says, paste }];
  }
  const { status, code } = tried;
  if (status === 400 && code === 'signature_invalid') {
    const says = 'The webhook endpoint can be reached from here, and refuses what Stripe has not signed.';
    return [{ ...found, outcome: 'ok', says }];
  }
  const redirect = status >= 300 && status < 400 ? ' Stripe follows no redirect.' : '';
  return [
    {
      ...found,
      outcome: 'fault',
      says: `The webhook endpoint answered ${status}${code ? ` ${code}` : ''} where it should refuse an unsigned event with 400 signature_invalid.${redirect} It is to be reached at:`,
      paste,
    },
  ];
}

/** What each endpoint at Stripe is to send: the list of the README. */
const events = {
  connect:
    'account.updated, account.application.deauthorized, capability.updated, charge.refunded, refund.updated, refund.failed, checkout.session.*, charge.dispute.*, payout.*',
  account:
    'financial_connections.account.*, setup_intent.*, payment_method.*, payment_intent.*, mandate.updated, application_fee.refunded',
} as const;

function webhooks({ webhooks: latest, worker, mode }: Checkup, { elements }: PageFacts): Finding[] {
  const needed = {
    connect: elements.some(({ tag }) => /^connect-/.test(tag)),
    account: elements.some(({ tag }) => /bank|cashapp|payment-methods/.test(tag)),
  };
  return (['connect', 'account'] as const).flatMap((kind): Finding[] => {
    if (!needed[kind]) return [];
    const whose = kind === 'connect' ? 'connected accounts' : 'your own account';
    const found = { check: 'webhooks', owner: 'operator' } as const;
    if (latest[kind] !== 'never') {
      const when = latest[kind].replaceAll('_', ' ');
      return [
        {
          ...found,
          outcome: 'ok',
          says: `The Worker's latest ${mode} mode event of ${whose} came ${when === 'earlier' ? 'more than a week ago' : when}.`,
        },
      ];
    }
    return [
      {
        ...found,
        outcome: 'unknown',
        says: `No ${mode} mode event of ${whose} has ever come. Where something has happened at Stripe already, the endpoint for ${kind === 'connect' ? 'connected accounts' : 'your account'} is missing there:`,
        details: [
          `with the events ${events[kind]}`,
          'and its signing secret among STRIPE_WEBHOOK_SECRETS of the Worker',
        ],
        paste: `${worker}/v1/webhooks/stripe`,
      },
    ];
  });
}

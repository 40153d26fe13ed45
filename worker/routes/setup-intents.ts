/** Saving Cash App Pay: what a person agrees to, an attempt, and what became of it. */
import { type SetupIntent, SetupIntentRequest, type SetupTerms } from '../contract.ts';
import { withCustomer } from '../customer.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { syncSetupIntent } from '../payment-methods.ts';
import { narrowUsage } from '../rules/save-settings.ts';
import { type TermsText, termsText } from '../rules/setup-terms.ts';
import type { Owner } from '../store/claims.ts';
import { createSetupIntent } from '../stripe/payment-methods.ts';
import { readBody } from '../trust/json-body.ts';

/** Characters of a browser's name that are kept. */
const LONGEST_AGENT = 512;

export async function getSetupTerms(c: AppContext): Promise<Response> {
  const { text, required } = await termsOf(c);
  return c.json({ object: 'setup_intent.terms', ...text, required } satisfies SetupTerms);
}

export async function postSetupIntent(c: AppContext): Promise<Response> {
  const { services, site, user } = c.var;
  const { accepted_terms: accepted, locale = null } = await readBody(c, SetupIntentRequest);
  const { text, required } = await termsOf(c);
  if (accepted === undefined ? required : accepted !== text.version) {
    throw new InlayError('terms_not_accepted', { param: 'accepted_terms' });
  }
  const { id, clientSecret } = await withCustomer(services, site, user, (customer) =>
    createSetupIntent(services.stripeFor(site), customer, text.usage, {
      inlay_site: site.id,
      ...(accepted === undefined ? {} : { inlay_terms_version: text.version }),
    }),
  );
  // Before the page gets what it could confirm with: nothing is saved that nobody can prove.
  if (accepted !== undefined) {
    await services.consents.add(ownerOf(c), {
      setup_intent: id,
      terms_version: text.version,
      business_name: text.business_name,
      terms_url: text.terms_url,
      locale,
      accepted_at: Math.floor(services.runtime.now() / 1000),
      ip_address: c.req.header('CF-Connecting-IP') ?? null,
      user_agent: c.req.header('User-Agent')?.slice(0, LONGEST_AGENT) ?? null,
    });
  }
  return c.json({
    object: 'setup_intent',
    id,
    client_secret: clientSecret,
    publishable_key: site.publishableKey,
  } satisfies SetupIntent);
}

export async function postSetupSync(c: AppContext): Promise<Response> {
  const id = c.req.param('setup_intent') ?? '';
  return c.json(await syncSetupIntent(c.var.services, c.var.site, ownerOf(c), id));
}

async function termsOf(c: AppContext): Promise<{ text: TermsText; required: boolean }> {
  const { site, user, services } = c.var;
  const usage = narrowUsage(site.settings.save, user.save);
  if (usage === null) {
    const message = 'save.usage: off_session is not allowed here (in the user token).';
    throw new InlayError('parameter_invalid', { param: 'save.usage', message });
  }
  const text = await termsText(site.settings, usage);
  if (text === null) throw new InlayError('terms_not_configured', { param: 'terms_url' });
  return { text, required: !(await services.consents.covers(ownerOf(c), text.version)) };
}

function ownerOf(c: AppContext): Owner {
  return { site: c.var.site.id, sub: c.var.user.sub };
}

/** The table of contents: which path, who may call it, what answers. */
import { Hono } from 'hono/tiny';
import { asInlayError, errorAnswer, InlayError } from './errors.ts';
import type { AppEnv } from './hono.ts';
import { requestLog } from './log.ts';
import { getAccount } from './routes/account.ts';
import { getAccountLinks, postAccountLink } from './routes/account-links.ts';
import { postAccountSession } from './routes/account-sessions.ts';
import * as checkout from './routes/checkout.ts';
import { postCheckup } from './routes/checkup.ts';
import { getConfig } from './routes/config.ts';
import * as bank from './routes/financial-connections.ts';
import { getBankReturn } from './routes/financial-connections-return.ts';
import * as methods from './routes/payment-methods.ts';
import * as setup from './routes/setup-intents.ts';
import { deleteKey, getSite, listSites, patchSite, postKey, postSite } from './routes/sites.ts';
import { postToken } from './routes/tokens.ts';
import { getUser } from './routes/users.ts';
import { postStripeWebhook, webhookBody } from './routes/webhooks.ts';
import { createServices, type Runtime, realRuntime, type Services } from './services.ts';
import { sweep } from './sweep.ts';
import { fromListedOrigin, notFromBrowser, siteOfPath } from './trust/browser.ts';
import { smallBody } from './trust/json-body.ts';
import { asOperator, asSite } from './trust/keys.ts';
import { buyerWithinRates, siteWithinRate } from './trust/rate-limit.ts';
import { asUser } from './trust/user-token.ts';

export function createApp(runtime: Runtime, servicesOf: (env: Env) => Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((thrown, c) => {
    const { body, status, headers } = errorAnswer(asInlayError(thrown), c.get('requestId'));
    return c.json(body, status, headers);
  });
  app.notFound(() => {
    throw new InlayError('route_unknown');
  });
  app.use(requestLog(runtime));
  app.use(async (c, next) => {
    c.set('services', servicesOf(c.env));
    await next();
  });

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.post('/v1/webhooks/stripe', webhookBody, postStripeWebhook);

  // The operator's.
  app.get('/v1/sites', notFromBrowser, asOperator, listSites);
  app.post('/v1/sites', notFromBrowser, asOperator, smallBody, postSite);
  app.get('/v1/sites/:site', notFromBrowser, asOperator, getSite);
  app.patch('/v1/sites/:site', notFromBrowser, asOperator, smallBody, patchSite);
  app.post('/v1/sites/:site/keys', notFromBrowser, asOperator, smallBody, postKey);
  app.delete('/v1/sites/:site/keys/:key', notFromBrowser, asOperator, deleteKey);

  // A site's own backend, with the site's secret key.
  app.use('/v1/sites/:site/*', siteOfPath, smallBody);
  app.post('/v1/sites/:site/tokens', notFromBrowser, siteWithinRate, asSite, postToken);
  app.get('/v1/sites/:site/users/:sub', notFromBrowser, siteWithinRate, asSite, getUser);

  app.post('/v1/sites/:site/payment_intents', notFromBrowser, siteWithinRate, asSite, methods.postPaymentIntent);

  // Widgets on the site's pages.
  app.get('/v1/sites/:site/config', fromListedOrigin, siteWithinRate, getConfig);
  app.get('/v1/sites/:site/account', fromListedOrigin, asUser('onboard'), getAccount);
  app.get('/v1/sites/:site/account_links', fromListedOrigin, asUser('onboard'), getAccountLinks);
  app.post('/v1/sites/:site/account_links', fromListedOrigin, asUser('onboard'), postAccountLink);

  app.post('/v1/sites/:site/account_sessions', fromListedOrigin, asUser('embedded'), postAccountSession);

  const asBank = [fromListedOrigin, asUser('bank')] as const;
  const linked = '/v1/sites/:site/financial_connections/accounts/:account';
  app.get('/v1/sites/:site/financial_connections/sessions', ...asBank, bank.getSessionTerms);
  app.post('/v1/sites/:site/financial_connections/sessions', ...asBank, bank.postSession);
  app.post('/v1/sites/:site/financial_connections/sessions/:session/sync', ...asBank, bank.postSessionSync);
  app.get('/v1/sites/:site/financial_connections/accounts', ...asBank, bank.listAccounts);
  app.get(linked, ...asBank, bank.getAccount);
  app.delete(linked, ...asBank, bank.deleteAccount);
  app.get(`${linked}/owners`, ...asBank, bank.listOwners);
  app.get(`${linked}/transactions`, ...asBank, bank.listTransactions);
  app.get(`${linked}/transactions/monthly_totals`, ...asBank, bank.listMonthlyTotals);
  app.post(`${linked}/refresh`, ...asBank, bank.postRefresh);

  const asSaver = [fromListedOrigin, asUser('save')] as const;
  app.get('/v1/sites/:site/setup_intents', ...asSaver, setup.getSetupTerms);
  app.post('/v1/sites/:site/setup_intents', ...asSaver, setup.postSetupIntent);
  app.post('/v1/sites/:site/setup_intents/:setup_intent/sync', ...asSaver, setup.postSetupSync);
  app.get('/v1/sites/:site/payment_methods', ...asSaver, methods.listPaymentMethods);
  app.delete('/v1/sites/:site/payment_methods/:payment_method', ...asSaver, methods.deletePaymentMethod);

  // Buyers, whoever they are.
  const asPage = [fromListedOrigin, siteWithinRate] as const;
  const asBuyer = [fromListedOrigin, buyerWithinRates] as const;
  app.get('/v1/sites/:site/checkout/merchants/:merchant', ...asPage, checkout.getCheckoutMerchant);
  app.get('/v1/sites/:site/checkout/sessions', ...asPage, checkout.getCheckoutSessions);
  app.post('/v1/sites/:site/checkout/sessions', ...asBuyer, checkout.postCheckoutSession);
  app.get('/v1/sites/:site/checkout/sessions/:session', ...asBuyer, checkout.getCheckoutSession);

  // Developers of the site, whose page is looked at by inlay-doctor.
  app.post('/v1/sites/:site/checkup', ...asBuyer, postCheckup);

  // A web view of a site's app, on its way back from a bank.
  app.get('/v1/sites/:site/financial_connections/return', siteWithinRate, getBankReturn);
  return app;
}

/** The Worker. Tests give it a clock of their own. */
export function createWorker(runtime: Runtime = realRuntime) {
  const known = new WeakMap<Env, Services>();
  const servicesOf = (env: Env): Services => {
    const services = known.get(env) ?? createServices(env, runtime);
    known.set(env, services);
    return services;
  };
  const app = createApp(runtime, servicesOf);
  return {
    fetch: app.fetch,
    scheduled: (_event, env) => sweep(servicesOf(env)),
  } satisfies ExportedHandler<Env>;
}

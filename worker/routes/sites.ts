/** The operator's routes: sites, their settings, their keys. A secret is answered once, when it is made. */
import type { Mode } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { featureFault } from '../rules/embedded-settings.ts';
import {
  controllerFault,
  insecureOrigin,
  keyOfOtherMode,
  Rotation,
  SiteChange,
  SiteCreate,
  type SiteSettings,
  type StripeKeys,
} from '../rules/site-settings.ts';
import type { Services } from '../services.ts';
import type { StoredKey, StoredSite } from '../store/sites.ts';
import { readBody } from '../trust/json-body.ts';

/** Bytes of a site key: fewer than HS256's output would be the weakest link (RFC 7518, 3.2). */
const SHORTEST_SECRET = 32;

export async function postSite(c: AppContext): Promise<Response> {
  const { stripe, id, mode, key: keyRequest, ...settings } = await readBody(c, SiteCreate);
  const { services } = c.var;
  checkSettings(settings, mode);
  checkStripeKeys(stripe, mode);
  const site = id ?? `site_${randomText(12).toLowerCase()}`;
  const key = await newKey(services, { id: site, mode }, keyRequest?.secret);
  const stored: StoredSite = {
    id: site,
    mode,
    settings,
    publishableKey: stripe.publishable_key,
    sealedStripeKey: await services.seal.seal(stripe.secret_key, { site, purpose: 'stripe_secret_key' }),
    createdAt: services.runtime.now(),
    keys: [key.stored],
  };
  if (!(await services.sites.create(stored))) {
    throw new InlayError('parameter_invalid', { param: 'id', message: 'id: a site of this id exists.' });
  }
  services.directory.forget(site);
  return c.json({ ...shown(stored), key: key.shown }, 201);
}

export async function listSites(c: AppContext): Promise<Response> {
  const limit = Number(c.req.query('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new InlayError('parameter_invalid', { param: 'limit', message: 'limit: expected 1 to 100.' });
  }
  const found = await c.var.services.sites.list(c.req.query('starting_after') ?? '', limit + 1);
  return c.json({
    object: 'list',
    url: '/v1/sites',
    has_more: found.length > limit,
    data: found.slice(0, limit).map(shown),
  });
}

export async function getSite(c: AppContext): Promise<Response> {
  return c.json(shown(await siteOf(c)));
}

export async function patchSite(c: AppContext): Promise<Response> {
  const { stripe, ...change } = await readBody(c, SiteChange);
  const { services } = c.var;
  const site = await siteOf(c);
  const settings: SiteSettings = { ...site.settings, ...given(change) };
  checkSettings(settings, site.mode);
  if (stripe !== undefined) checkStripeKeys(stripe, site.mode);
  const changed: StoredSite = {
    ...site,
    settings,
    ...(stripe === undefined
      ? {}
      : {
          publishableKey: stripe.publishable_key,
          sealedStripeKey: await services.seal.seal(stripe.secret_key, { site: site.id, purpose: 'stripe_secret_key' }),
        }),
  };
  await services.sites.change(changed, services.runtime.now());
  services.directory.forget(site.id);
  return c.json(shown(changed));
}

export async function postKey(c: AppContext): Promise<Response> {
  const { secret, expire_others_in } = await readBody(c, Rotation);
  const { services } = c.var;
  const site = await siteOf(c);
  const key = await newKey(services, site, secret);
  await services.sites.addKey(site.id, key.stored, services.runtime.now() + expire_others_in * 1000);
  services.directory.forget(site.id);
  return c.json({ object: 'site_key', ...key.shown }, 201);
}

export async function deleteKey(c: AppContext): Promise<Response> {
  const { services } = c.var;
  const site = await siteOf(c);
  const id = c.req.param('key') ?? '';
  if (!site.keys.some((key) => key.id === id)) throw new InlayError('resource_missing', { param: 'key' });
  if (!(await services.sites.removeKey(site.id, id))) throw new InlayError('last_key', { param: 'key' });
  services.directory.forget(site.id);
  return c.json({ object: 'site_key', id, deleted: true });
}

async function siteOf(c: AppContext): Promise<StoredSite> {
  const site = await c.var.services.sites.find(c.req.param('site') ?? '');
  if (site === null) throw new InlayError('site_unknown');
  return site;
}

function checkSettings({ controller, embedded, origins }: SiteSettings, mode: Mode): void {
  const fault = controllerFault(controller);
  if (fault !== null) {
    throw new InlayError('parameter_invalid', { param: 'controller', message: `controller: ${fault}.` });
  }
  const feature = featureFault(embedded, controller);
  if (feature !== null) {
    const param = `embedded.features.${feature.path}`;
    const message = `${param}: ${feature.value} needs controller.requirement_collection=application.`;
    throw new InlayError('parameter_invalid', { param, message });
  }
  const insecure = insecureOrigin(origins, mode);
  if (insecure !== null) {
    throw new InlayError('parameter_invalid', { param: 'origins', message: `origins: ${insecure} is not https.` });
  }
}

function checkStripeKeys(keys: StripeKeys, mode: Mode): void {
  const other = keyOfOtherMode(keys, mode);
  if (other !== null) {
    const message = `stripe.${other} is not a ${mode} key, but the site is in ${mode} mode.`;
    throw new InlayError('key_mode_mismatch', { param: `stripe.${other}`, message });
  }
}

/** A patch without the keys that were not sent. */
function given<T extends object>(change: { [K in keyof T]: T[K] | undefined }): Partial<T>;
function given(change: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function newKey(
  { seal, runtime }: Services,
  site: { readonly id: string; readonly mode: Mode },
  wanted: string | undefined,
): Promise<{ stored: StoredKey; shown: { id: string; secret: string } }> {
  const secret = wanted ?? `inlay_sk_${site.mode}_${randomText(32)}`;
  if (new TextEncoder().encode(secret).length < SHORTEST_SECRET) {
    throw new InlayError('key_too_short', { param: 'secret' });
  }
  if (!/^[A-Za-z0-9._~+/=-]+$/.test(secret)) {
    throw new InlayError('parameter_invalid', {
      param: 'secret',
      message: 'secret: expected only characters that a Bearer credential may have (A-Z a-z 0-9 - . _ ~ + / =).',
    });
  }
  const id = `key_${randomText(12)}`;
  const sealedSecret = await seal.seal(secret, { site: site.id, purpose: `site_key:${id}` });
  return { stored: { id, sealedSecret, createdAt: runtime.now(), expiresAt: null }, shown: { id, secret } };
}

/** Base64url without the two signs that a double click does not select. */
function randomText(bytes: number): string {
  return crypto
    .getRandomValues(new Uint8Array(bytes))
    .toBase64({ alphabet: 'base64url', omitPadding: true })
    .replaceAll('-', 'x')
    .replaceAll('_', 'y');
}

function shown({ id, mode, settings, publishableKey, createdAt, keys }: StoredSite) {
  return {
    object: 'site',
    id,
    mode,
    ...settings,
    stripe: { publishable_key: publishableKey },
    created: Math.floor(createdAt / 1000),
    keys: keys.map((key) => ({
      id: key.id,
      created: Math.floor(key.createdAt / 1000),
      expires_at: key.expiresAt === null ? null : Math.floor(key.expiresAt / 1000),
    })),
  };
}

/**
 * A Worker and a token route behind `fetch`. Tests say what the account is and what the next answers are, and read what
 * was asked.
 */
import { goodCheckup } from '../../doctor/testing.ts';
import type { Account, Checkup, ErrorCode } from '../../worker/contract.ts';
import { init } from '../shared/init.ts';
import { page } from '../shared/settings.ts';
import { FakeAccountSessions } from './fake-account-sessions.ts';
import { FakeBank } from './fake-bank.ts';
import { FakeCheckout } from './fake-checkout.ts';
import { FakeMethods } from './fake-methods.ts';
import { FakeSetup } from './fake-setup.ts';
import { beLate, forgetWhatIsOnItsWay, heldBack, onItsWay, whoseBodyIsAwaited } from './on-its-way.ts';

export const API = 'https://pay.example.test';
export const SITE = 'site_test';
export const TOKEN_URL = '/inlay/token';
export const LINK = 'https://connect.stripe.test/setup/e/CANARY_LINK_SECRET';

export interface Asked {
  readonly what: string;
  readonly request: Request;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly signal: AbortSignal | null | undefined;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

export class FakeWorker {
  account: Account = accountThat('none');
  business = 'Rocket Rides';
  /** By the clock of the tokens here. */
  checkup: Checkup = { ...goodCheckup, site: SITE, worker: API, now: TOKENS_FROM };
  readonly bank = new FakeBank();
  readonly methods = new FakeMethods();
  readonly setup = new FakeSetup(this.methods);
  readonly checkout = new FakeCheckout();
  readonly accountSessions = new FakeAccountSessions();
  /** Everything asked, oldest first, as "GET account" or "token". */
  readonly asked: Asked[] = [];
  readonly #next = new Map<string, Answer[]>();
  readonly #before = globalThis.fetch;
  #tokens = 0;

  constructor() {
    globalThis.fetch = (input, options) => {
      const request = new Request(input, options);
      // A file that a test has made.
      if (request.url.startsWith('blob:')) return this.#before.call(globalThis, request);
      return onItsWay(request, this.#answer(request, options)).then(whoseBodyIsAwaited);
    };
    forgetWhatIsOnItsWay();
    page.sessions = {};
    page.settings = {};
    page.warned = false;
    page.referred = false;
    init({ site: SITE, api: API, tokenUrl: TOKEN_URL });
  }

  restore(): void {
    globalThis.fetch = this.#before;
    init({
      site: undefined,
      api: undefined,
      tokenUrl: undefined,
      fetchToken: undefined,
      locale: undefined,
      appearance: undefined,
      messages: undefined,
    });
  }

  /** Answers the next request of this kind in this way. Several calls queue up. */
  next(what: string, answer: Answer): void {
    this.#next.set(what, [...(this.#next.get(what) ?? []), answer]);
  }

  fail(what: string, status: number, code: ErrorCode, headers: HeadersInit = {}): void {
    const error = { type: 'api_error', code, message: `For developers: ${code}.`, request_id: 'req_test' };
    this.next(what, () => Response.json({ error }, { status, headers }));
  }

  /** Holds the next answer of this kind back until the returned function is called. */
  hold(what: string, answer: Answer = (asked) => this.#usual(asked)): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.next(what, async (asked) => {
      await heldBack(asked.request, promise);
      return answer(asked);
    });
    return resolve;
  }

  get kinds(): string[] {
    return this.asked.map(({ what }) => what);
  }

  async #answer(request: Request, options: RequestInit | undefined): Promise<Response> {
    const { pathname } = new URL(request.url);
    const route = pathname.startsWith('/v1/sites/') ? pathname.split('/').slice(4).join('/') : undefined;
    const what = route ? `${request.method} ${route}` : pathname.startsWith('/inlay/') ? 'token' : undefined;
    if (!what) return this.#before.call(globalThis, request);
    const text = await request.clone().text();
    await beLate();
    const body = text ? JSON.parse(text) : {};
    const { headers, url } = request;
    const asked = { what, request, url, headers, body, signal: options?.signal };
    this.asked.push(asked);
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    options?.signal?.throwIfAborted();
    options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    return Promise.race([this.#next.get(what)?.shift()?.(asked) ?? this.#usual(asked), aborted]);
  }

  #usual({ what, url, headers, body }: Asked): Response {
    switch (what) {
      case 'token':
        return Response.json({ token: tokenNumber(++this.#tokens) });
      case 'GET account':
        return Response.json(this.account);
      case 'POST account_links':
        return Response.json({ object: 'account_link', url: LINK, expires_at: 1_800_000_000 });
      case 'GET account_links':
        return new Response(null, { status: 204 });
      case 'POST checkup':
        return Response.json({ ...this.checkup, token: headers.has('Authorization') ? this.checkup.token : null });
      case 'GET config':
        return Response.json({ object: 'config', business_name: this.business });
      default:
        return (
          this.bank.answer(what, url) ??
          this.methods.answer(what) ??
          this.setup.answer(what) ??
          this.accountSessions.answer(what, body) ??
          this.checkout.answer(what, headers, body) ??
          new Response(null, { status: 404 })
        );
    }
  }
}

/** Seconds since the epoch. */
const TOKENS_FROM = 1_700_000_000;

/** A token of ten minutes, with a canary in its signature. */
export function tokenNumber(number: number, lifetime = 600): string {
  const encode = (part: object) =>
    btoa(JSON.stringify(part)).replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_');
  const payload = { iss: SITE, sub: 'user_1', iat: TOKENS_FROM, exp: TOKENS_FROM + lifetime, jti: `${number}` };
  return `${encode({ alg: 'HS256' })}.${encode(payload)}.CANARY_TOKEN_${number}`;
}

const nothingDue: Account['requirements'] = {
  currently_due: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
  current_deadline: null,
  disabled_reason: null,
  errors: [],
};

/** An account as the Worker gives it, for each row of STRIPE.md 3.3. */
export function accountThat(status: Account['status'], requirements: Partial<Account['requirements']> = {}): Account {
  const begun = status !== 'none';
  const submitted = begun && status !== 'incomplete';
  const works = status === 'enabled' || status === 'due_later' || status === 'pending_verification';
  return {
    object: 'account',
    id: begun ? 'acct_1Test' : null,
    status,
    details_submitted: submitted,
    charges_enabled: works,
    payouts_enabled: works && status !== 'pending_verification',
    country: begun ? 'US' : null,
    capabilities: {},
    requirements: { ...nothingDue, ...requirements },
  };
}

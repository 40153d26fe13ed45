/** One instance of Stripe's script, on one account session: for all components of a page that look the same and begin together. */
import type { AccountSession, EmbeddedComponent } from '../../worker/contract.ts';
import { type ConnectInstance, loadConnectJs } from '../shared/connect-js.ts';
import { createAccountSession } from '../shared/embedded-api.ts';
import { asInlayError } from '../shared/errors.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { page, type Session } from '../shared/settings.ts';
import { stripeFailure } from '../shared/stripe-failure.ts';
import type { Look } from './look.ts';

/** Whose component an instance shows. */
export interface User {
  readonly look: Look;
  /** Its look is no longer that of the others. */
  remake(): void;
  failed(error: InlayError): void;
}

/** Stripe's npm package whose way of using the script is kept to here. */
const SDK_VERSION = '3.4.6';

/** Who begins within this time of each other asks together: browsers tell elements one by one that they are about to be seen. */
const TOGETHER_MS = 50;

export class Connection {
  readonly session: Session;
  readonly components = new Set<EmbeddedComponent>();
  readonly users = new Set<User>();
  readonly instance: Promise<ConnectInstance>;
  /** For as long as components can be added. */
  open = true;
  /** Whether somebody who comes later may use it. */
  works = true;
  ready = false;
  #look: Look;
  readonly #given = new AbortController();
  readonly #secrets: string[] = [];

  constructor(session: Session, look: Look) {
    this.session = session;
    this.#look = look;
    this.instance = this.#begin();
    this.instance.catch(() => {
      this.works = false;
    });
  }

  get look(): Look {
    return this.#look;
  }

  async #begin(): Promise<ConnectInstance> {
    const [first, script] = await Promise.all([this.#askTogether(), loadConnectJs(page.settings.cspNonce)]);
    this.#given.signal.throwIfAborted();
    let secret: string | undefined = first.client_secret;
    const instance = await script.init({
      publishableKey: first.publishable_key,
      fetchClientSecret: async () => {
        // Nobody gets one for a person who is gone.
        this.#given.signal.throwIfAborted();
        const given = secret ?? (await this.#renew());
        secret = undefined;
        return given;
      },
      appearance: this.#look.appearance,
      locale: this.#look.locale,
      metaOptions: { sdk: true, sdkOptions: { sdkVersion: SDK_VERSION } },
    });
    this.ready = true;
    return instance;
  }

  async #askTogether(): Promise<AccountSession> {
    await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
    this.open = false;
    return this.#ask();
  }

  async #ask(): Promise<AccountSession> {
    const made = await createAccountSession(this.session, [...this.components].sort(), this.#given.signal);
    this.#secrets.push(made.client_secret);
    return made;
  }

  /** The session has run out, while its components are shown. */
  async #renew(): Promise<string> {
    try {
      return (await this.#ask()).client_secret;
    } catch (cause) {
      if (!this.#given.signal.aborted) {
        this.works = false;
        for (const user of [...this.users]) user.failed(asInlayError(cause));
      }
      // Stripe's script only needs to know that there is none.
      throw new Error('There is no client secret.');
    }
  }

  /** Looks like its users, where they agree; the others need another one. */
  settle(): void {
    const looks = new Map([...this.users].map(({ look }) => [look.key, look]));
    const [look] = looks.values();
    if (looks.size === 1 && look && look.key !== this.#look.key) {
      this.#look = look;
      const { appearance, locale } = look;
      this.instance.then((instance) => instance.update({ appearance, locale })).catch(() => undefined);
    } else if (looks.size > 1) {
      for (const user of [...this.users]) if (user.look.key !== this.#look.key) user.remake();
    }
  }

  /** What Stripe's script says has failed. */
  problem(...parts: readonly unknown[]): InlayError {
    return stripeFailure('embedded_failed', parts, ...this.#secrets);
  }

  /** The person is gone, or nobody has waited for it. */
  end(): void {
    if (this.#given.signal.aborted) return;
    this.works = false;
    this.#given.abort();
    this.instance.then((instance) => instance.logout()).catch(() => undefined);
  }
}

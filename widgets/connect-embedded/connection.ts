/** One instance of Stripe's script, on one account session: for all components of a page that look the same and begin together. */
import type { AccountSession, EmbeddedComponent } from '../../worker/contract.ts';
import { type ConnectInstance, loadConnectJs } from '../shared/connect-js.ts';
import { createAccountSession } from '../shared/embedded-api.ts';
import { asInlayError } from '../shared/errors.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { page, type Session } from '../shared/settings.ts';
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
    // Whatever begins in the same breath asks together.
    await new Promise((resolve) => setTimeout(resolve));
    this.open = false;
    const [first, script] = await Promise.all([this.#ask(), loadConnectJs(page.settings.cspNonce)]);
    this.#given.signal.throwIfAborted();
    let secret: string | undefined = first.client_secret;
    const instance = await script.init({
      publishableKey: first.publishable_key,
      fetchClientSecret: async () => {
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

  async #ask(): Promise<AccountSession> {
    const made = await createAccountSession(this.session, [...this.components], this.#given.signal);
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

  /** What Stripe's script says may quote what it was given. */
  problem(...parts: readonly unknown[]): InlayError {
    let message = `Stripe: ${parts.filter(Boolean).join(' ')}`;
    for (const secret of this.#secrets) message = message.replaceAll(secret, '…');
    return new InlayError('embedded_failed', message, 'stripe_error');
  }

  /** Nobody waits for it. */
  abandon(): void {
    this.works = false;
    this.#given.abort();
  }

  /** The person is gone. */
  end(): void {
    this.abandon();
    this.instance.then((instance) => instance.logout()).catch(() => undefined);
  }
}

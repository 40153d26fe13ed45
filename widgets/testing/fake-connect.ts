/**
 * A `window.StripeConnect` that behaves as Stripe's script does: it has custom elements, which are connected to an instance,
 * take their listeners by setters "for internal use", and show themselves once there is a secret, or when a test says so.
 */
import type { Notifications } from '../connect-embedded/flow.ts';
import type {
  ConnectElement,
  ConnectInstance,
  ConnectLook,
  ConnectOptions,
  ConnectProblem,
} from '../shared/connect-js.ts';

/** One instance, as `init` made it. */
export class FakeInstance implements ConnectInstance {
  readonly options: ConnectOptions;
  /** What it was made with, and every update since. */
  readonly looks: ConnectLook[] = [];
  /** Every one it was given. */
  readonly secrets: string[] = [];
  logouts = 0;
  readonly connect: unknown = this;
  /** Whether it could get its first secret. */
  readonly begun: Promise<boolean>;

  constructor(options: ConnectOptions) {
    const { appearance, locale } = options;
    this.options = options;
    this.looks.push({ appearance, locale });
    this.begun = this.fetch();
  }

  /** What the script does at first, and when a session has run out. */
  async fetch(): Promise<boolean> {
    try {
      this.secrets.push(await this.options.fetchClientSecret());
      return true;
    } catch {
      return false;
    }
  }

  update(look: ConnectLook): void {
    this.looks.push(look);
  }

  async logout(): Promise<void> {
    this.logouts++;
  }
}

export class FakeComponent extends HTMLElement implements ConnectElement {
  instance: FakeInstance | undefined;
  #loaderStart: (() => void) | undefined;
  #loadError: ((told: { readonly error: ConnectProblem }) => void) | undefined;

  setOnLoaderStartInternalOnly(act: () => void): void {
    this.#loaderStart = act;
  }

  setOnLoadErrorInternalOnly(act: (told: { readonly error: ConnectProblem }) => void): void {
    this.#loadError = act;
  }

  setConnector(instance: unknown): void {
    if (!(instance instanceof FakeInstance)) throw new Error('IntegrationError: no connector.');
    this.instance = instance;
    this.#load(instance);
  }

  /** It shows that it loads, in its own way. */
  start(): void {
    this.#loaderStart?.();
  }

  fail(type: string, message?: string): void {
    this.#loadError?.({ error: { type, ...(message !== undefined && { message }) } });
  }

  async #load(instance: FakeInstance): Promise<void> {
    const begun = await instance.begun;
    if (!this.isConnected) return;
    if (!begun) this.fail('account_session_create_error', 'No client secret.');
    else if (FakeComponent.starts) {
      this.show(this.localName);
      this.start();
    }
  }

  /** In the looks of its instance. */
  show(text: string): void {
    const { colorBackground = '', colorText = '' } = this.instance?.looks.at(-1)?.appearance.variables ?? {};
    this.style.background = colorBackground;
    this.style.color = colorText;
    this.textContent = text;
  }

  /** Whether they begin by themselves. */
  static starts = true;
}

export class FakeOnboarding extends FakeComponent {
  exit: () => void = () => undefined;

  setOnExitInternalOnly(act: () => void): void {
    this.exit = act;
  }
}

export class FakeBanner extends FakeComponent {
  #notificationsChange: ((counts: Notifications) => void) | undefined;

  setOnNotificationsChangeInternalOnly(act: (counts: Notifications) => void): void {
    this.#notificationsChange = act;
  }

  notify(counts: Notifications): void {
    super.show(counts.total ? `${counts.total} things to do` : '');
    this.#notificationsChange?.(counts);
  }

  /** Nothing, before there is something to tell. */
  override show(): void {}
}

const components = [
  'account-management',
  'account-onboarding',
  'balances',
  'documents',
  'notification-banner',
  'payment-method-settings',
  'payments',
  'payouts',
];

function classOf(component: string): typeof FakeComponent {
  if (component === 'account-onboarding') return class extends FakeOnboarding {};
  if (component === 'notification-banner') return class extends FakeBanner {};
  return class extends FakeComponent {};
}

export interface FakeConnect {
  /** Every instance that was made, oldest first. */
  readonly instances: FakeInstance[];
  /** What `init` throws next. */
  broken: unknown;
}

/** Stands in for Stripe's script until `signal` aborts. @param known components of a script that is older */
export function fakeConnect(signal: AbortSignal, known: readonly string[] = components): FakeConnect {
  for (const component of known) {
    const tag = `stripe-connect-${component}`;
    if (!customElements.get(tag)) customElements.define(tag, classOf(component));
  }
  const fake: FakeConnect = { instances: [], broken: undefined };
  const before = window.StripeConnect;
  FakeComponent.starts = true;
  window.StripeConnect = {
    init(options) {
      if (fake.broken) throw fake.broken;
      const instance = new FakeInstance(options);
      fake.instances.push(instance);
      return instance;
    },
  };
  signal.addEventListener('abort', () => {
    window.StripeConnect = before;
  });
  return fake;
}

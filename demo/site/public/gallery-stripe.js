// Stripe's scripts, as far as the gallery needs them: they do what the client secret says, and stay as they are.

const never = new Promise(() => {});
const here = new URL(document.currentScript.src).origin;
const problem = { type: 'api_error', message: 'For developers.' };

function ended(secret) {
  if (secret === 'stays') return never;
  return Promise.resolve(secret === 'fails' ? { error: problem } : {});
}

function codeFor(secret) {
  return {
    status: 'requires_action',
    next_action: {
      cashapp_handle_redirect_or_display_qr_code: {
        hosted_instructions_url: `${here}/gallery`,
        mobile_auth_url: `${here}/gallery`,
        qr_code: {
          expires_at: Date.now() / 1000 + 30,
          image_url_svg: `${here}/${secret === 'shows a code' ? 'gallery-code.svg' : 'gallery-no-code.svg'}`,
        },
      },
    },
  };
}

function checkoutFor(secret, onComplete) {
  const box = document.createElement('p');
  box.className = 'stripes';
  box.textContent = 'Stripe’s Checkout stands here.';
  if (secret === 'ends') onComplete();
  return { mount: (place) => place.append(box), unmount: () => box.remove(), destroy: () => box.remove() };
}

window.Stripe = () => ({
  collectFinancialConnectionsAccounts: ({ clientSecret }) => ended(clientSecret),
  confirmCashappSetup: async (secret) =>
    secret.startsWith('shows') ? { setupIntent: codeFor(secret) } : await ended(secret),
  retrieveSetupIntent: () => never,
  createEmbeddedCheckoutPage: async ({ fetchClientSecret, onComplete }) =>
    checkoutFor(await fetchClientSecret(), onComplete),
});

class Component extends HTMLElement {
  setOnLoaderStartInternalOnly(act) {
    this.started = act;
  }
  setOnLoadErrorInternalOnly(act) {
    this.broken = act;
  }
  async setConnector({ secret, wearers, look }) {
    if ((await secret) === 'fails') return this.broken({ error: problem });
    wearers.add(this);
    this.wear(look());
    this.show(await secret);
  }
  show() {
    this.say('Stripe’s component stands here.');
    this.started();
  }
  say(text) {
    this.className = 'stripes';
    this.textContent = text;
  }
  wear({ appearance }) {
    const { colorPrimary, colorBackground, colorText, borderRadius, fontFamily } = appearance.variables;
    Object.assign(this.style, { color: colorText, background: colorBackground, borderColor: colorPrimary });
    Object.assign(this.style, { borderRadius, fontFamily });
  }
}

class Banner extends Component {
  setOnNotificationsChangeInternalOnly(act) {
    this.notified = act;
  }
  show(secret) {
    const total = Number(secret.replace(/\D/g, ''));
    if (total) this.say(`Stripe has ${total} things to tell.`);
    this.notified({ total, actionRequired: total });
  }
}

customElements.define('stripe-connect-payouts', class extends Component {});
customElements.define('stripe-connect-documents', class extends Component {});
customElements.define('stripe-connect-notification-banner', Banner);

window.StripeConnect = {
  init: (options) => {
    let look = options;
    const wearers = new Set();
    return {
      connect: { secret: options.fetchClientSecret(), wearers, look: () => look },
      update(changed) {
        look = changed;
        for (const component of wearers) component.wear(look);
      },
      logout: async () => {},
    };
  },
};

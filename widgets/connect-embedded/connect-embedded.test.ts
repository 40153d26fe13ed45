import { expect } from '@open-wc/testing';
import { shownComponent, within } from '../testing/embedded-scene.ts';
import { EMBEDDED_KEY, EMBEDDED_SECRET } from '../testing/fake-account-sessions.ts';
import { FakeComponent, type FakeConnect, fakeConnect } from '../testing/fake-connect.ts';
import { stage } from '../testing/stage.ts';
import './connect-embedded.ts';

const CREATE = 'POST account_sessions';

describe('connect-embedded, what it shows', () => {
  const on = stage();
  let stripe: FakeConnect;
  beforeEach(() => {
    stripe = fakeConnect(on.signal);
  });

  it('shows the component that the attribute names, on a session of the Worker’s', async () => {
    const element = await shownComponent('payment-method-settings');
    expect(on.worker.kinds).to.deep.equal(['token', CREATE]);
    expect(on.worker.asked.at(-1)?.body).to.deep.equal({ components: ['payment_method_settings'] });
    const [instance, ...others] = stripe.instances;
    expect(others).to.deep.equal([]);
    expect(instance?.options.publishableKey).to.equal(EMBEDDED_KEY);
    expect(instance?.secrets).to.deep.equal([`${EMBEDDED_SECRET}_1`]);
    const component = within(element, FakeComponent);
    expect(component.localName).to.equal('stripe-connect-payment-method-settings');
    expect(component.instance).to.equal(instance);
    expect(element.matches(':state(done)')).to.equal(true);
    expect(on.named('ready')).to.have.length(1);
  });
});

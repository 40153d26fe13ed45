import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { InlayElement } from '../shared/inlay-element.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { settled } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { GuestLinking } from './guest.ts';

class BankHost extends InlayElement {
  readonly linking = new GuestLinking(this);
  protected override render() {
    return html`<p>${this.linking.state.name}</p>`;
  }
}
customElements.define('bank-host', BankHost);

describe('GuestLinking, in an element with a content of its own', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  it('asks for nothing before start(), and leaves inlay-ready to its host', async () => {
    const host = await fixture<BankHost>(new BankHost());
    await settled();
    expect(on.worker.kinds).to.deep.equal([]);
    expect(on.named('ready')).to.deep.equal([]);
    expect(host.linking.state.name).to.equal('ready');
  });

  it('asks for just the permissions of a new consent', async () => {
    const host = await fixture<BankHost>(new BankHost());
    const next = stripe.next();
    const started = host.linking.start({ permissions: ['balances', 'transactions'] });
    const dialog = await next;
    expect(host.linking.state.name).to.equal('open');
    expect(host.matches(':state(busy)'), 'the host’s own').to.equal(false);
    dialog.end();
    await started;
    expect(on.worker.asked.find(({ what }) => what === 'POST financial_connections/sessions')?.body).to.deep.equal({
      permissions: ['balances', 'transactions'],
    });
    expect(on.named('success')).to.have.length(1);
    expect(on.named('change'), 'the host knows of more accounts').to.deep.equal([]);
  });

  it('asks for the same consent when a failed one is tried again', async () => {
    const host = await fixture<BankHost>(new BankHost());
    on.worker.fail('POST financial_connections/sessions', 503, 'stripe_unavailable');
    await host.linking.start({ permissions: ['transactions'] });
    expect(host.linking.state.name).to.equal('failed');
    const next = stripe.next();
    const started = host.linking.start();
    (await next).end();
    await started;
    expect(on.worker.asked.findLast(({ what }) => what === 'POST financial_connections/sessions')?.body).to.deep.equal({
      permissions: ['transactions'],
    });
  });

  it('can be made and started in one breath, late in its host’s life', async () => {
    const host = await fixture<BankHost>(new BankHost());
    const late = new GuestLinking(host);
    const next = stripe.next();
    const success = oneEvent(host, 'inlay-success');
    late.start({ permissions: ['balances'] });
    (await next).end();
    await success;
    await waitUntil(() => late.state.name === 'ready');
  });
});

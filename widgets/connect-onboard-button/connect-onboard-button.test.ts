import { expect, fixture, oneEvent } from '@open-wc/testing';
import { accountThat, FakeWorker, LINK } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import './connect-onboard-button.ts';
import type { ConnectOnboardButton } from './connect-onboard-button.ts';

describe('connect-onboard-button', () => {
  let worker: FakeWorker;
  beforeEach(() => {
    worker = new FakeWorker();
  });
  afterEach(() => worker.restore());

  async function shown(): Promise<ConnectOnboardButton> {
    const element = document.createElement('connect-onboard-button');
    const ready = oneEvent(element, 'inlay-ready');
    await Promise.all([fixture(element), ready]);
    return element;
  }
  const inside = (element: ConnectOnboardButton) => element.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim();

  it('offers to set up payouts where there is no account', async () => {
    const element = await shown();
    expect(inside(element)).to.contain('Set up payouts');
  });
  it('says what is missing', async () => {
    worker.account = accountThat('incomplete', { currently_due: ['external_account', 'individual.dob.day'] });
    const element = await shown();
    expect(inside(element)).to.contain('Your bank account');
  });
  it('goes to Stripe after one request', async () => {
    const element = await shown();
    const before = worker.asked.length;
    const left = leaving();
    element.shadowRoot?.querySelector('button')?.click();
    expect(await left).to.equal(LINK);
    expect(worker.kinds.slice(before)).to.deep.equal(['POST account_links']);
  });
});

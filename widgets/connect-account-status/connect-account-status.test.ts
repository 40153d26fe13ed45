import { expect, fixture, oneEvent } from '@open-wc/testing';
import { accountThat, FakeWorker } from '../testing/fake-worker.ts';
import './connect-account-status.ts';

describe('connect-account-status', () => {
  let worker: FakeWorker;
  beforeEach(() => {
    worker = new FakeWorker();
  });
  afterEach(() => worker.restore());

  it('says what is overdue', async () => {
    worker.account = accountThat('past_due', { past_due: ['external_account'] });
    const element = document.createElement('connect-account-status');
    await Promise.all([oneEvent(element, 'inlay-ready'), fixture(element)]);
    expect(element.shadowRoot?.textContent).to.contain('Overdue').and.to.contain('Your bank account');
  });
});

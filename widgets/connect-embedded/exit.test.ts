import { expect, oneEvent } from '@open-wc/testing';
import '../connect-account-status/connect-account-status.ts';
import { embeddedSettled, shownComponent, within } from '../testing/embedded-scene.ts';
import { FakeBanner, FakeOnboarding, fakeConnect } from '../testing/fake-connect.ts';
import { accountThat } from '../testing/fake-worker.ts';
import { button, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import type { ConnectEmbedded } from './connect-embedded.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

const ACCOUNT = 'GET account';

describe('connect-embedded, what it tells of what happens in Stripe’s components', () => {
  const on = stage();
  beforeEach(() => {
    fakeConnect(on.signal);
    on.worker.account = accountThat('incomplete');
  });

  const tells = () => on.heard.map(({ type, detail }) => [type, detail]).filter(([type]) => type !== 'inlay-ready');

  async function exit(element: ConnectEmbedded): Promise<void> {
    within(element, FakeOnboarding).exit();
    await embeddedSettled();
  }

  it('tells of a success when the person leaves onboarding and the Worker confirms that all was submitted', async () => {
    const element = await shownComponent('account-onboarding');
    const account = accountThat('pending_verification');
    on.worker.account = account;
    await exit(element);
    expect(tells()).to.deep.equal([
      ['inlay-change', { account }],
      ['inlay-success', { account }],
    ]);
    expect(element.matches(':state(done)'), 'Stripe’s component stays').to.equal(true);
    expect(element.childElementCount).to.equal(1);
  });

  it('tells that the person stopped, where they left before, and of a change only where there is one', async () => {
    const element = await shownComponent('account-onboarding');
    await exit(element);
    expect(tells()).to.deep.equal([['inlay-cancel', null]]);
    const account = accountThat('incomplete', { currently_due: ['external_account'] });
    on.worker.account = account;
    await exit(element);
    expect(tells().slice(1)).to.deep.equal([
      ['inlay-change', { account }],
      ['inlay-cancel', null],
    ]);
    on.worker.account = accountThat('enabled');
    await exit(element);
    expect(tells().at(-1)).to.deep.equal(['inlay-success', { account: accountThat('enabled') }]);
  });

  it('asks the Worker when onboarding is left, and does not take Stripe’s word', async () => {
    const element = await shownComponent('account-onboarding');
    const before = on.worker.kinds.filter((kind) => kind === ACCOUNT).length;
    await exit(element);
    expect(on.worker.kinds.filter((kind) => kind === ACCOUNT)).to.have.length(before + 1);
  });

  it('tells of a change without an account where the user token is not good for asking', async () => {
    on.worker.fail(ACCOUNT, 403, 'scope_missing');
    on.worker.fail(ACCOUNT, 403, 'scope_missing');
    const element = await shownComponent('account-onboarding');
    await exit(element);
    expect(tells()).to.deep.equal([['inlay-change', {}]]);
    expect(on.lines).to.deep.equal([]);
    expect(element.matches(':state(done)')).to.equal(true);
  });

  it('says so when the Worker cannot be asked', async () => {
    const element = await shownComponent('account-onboarding');
    on.worker.fail(ACCOUNT, 500, 'internal');
    const failed = oneEvent(element, 'inlay-error');
    within(element, FakeOnboarding).exit();
    await failed;
    expect(words(element)).to.contain('Something went wrong.').and.to.contain('Try again');
    button(element).click();
    await waitUntil(() => element.matches(':state(done)'));
  });

  it('updates the status of the account on the same page', async () => {
    const status = await shown('connect-account-status');
    const element = await shownComponent('account-onboarding');
    expect(words(status)).to.contain('Finish setting up');
    on.worker.account = accountThat('enabled');
    await exit(element);
    await waitUntil(() => words(status).includes('Payouts are set up'));
    expect(on.named('success')).to.have.length(1);
  });

  it('lets a status that comes later, and shares what another has read, be of now', async () => {
    await shown('connect-account-status');
    const element = await shownComponent('account-onboarding');
    on.worker.account = accountThat('enabled');
    await exit(element);
    const status = await shown('connect-account-status');
    expect(words(status)).to.contain('Payouts are set up');
  });

  it('says nothing of onboarding that is left when the element is gone', async () => {
    const element = await shownComponent('account-onboarding');
    const component = within(element, FakeOnboarding);
    const release = on.worker.hold(ACCOUNT);
    component.exit();
    element.remove();
    await embeddedSettled();
    release();
    component.exit();
    await embeddedSettled();
    expect(tells()).to.deep.equal([]);
  });

  it('asks where the merchant stands for no other component', async () => {
    await shownComponent('account-management');
    expect(on.worker.kinds).not.to.contain(ACCOUNT);
  });

  it('tells how much a banner has to tell, and only when that changes', async () => {
    const element = await shownComponent('notification-banner');
    const banner = within(element, FakeBanner);
    for (const counts of [
      { total: 0, actionRequired: 0 },
      { total: 2, actionRequired: 1 },
      { total: 2, actionRequired: 1 },
      { total: 2, actionRequired: 0 },
    ])
      banner.notify(counts);
    await embeddedSettled();
    expect(tells()).to.deep.equal([
      ['inlay-change', { notifications: { total: 0, actionRequired: 0 } }],
      ['inlay-change', { notifications: { total: 2, actionRequired: 1 } }],
      ['inlay-change', { notifications: { total: 2, actionRequired: 0 } }],
    ]);
  });

  it('updates the status of the account on the same page when a banner has something else to tell', async () => {
    const status = await shown('connect-account-status');
    const element = await shownComponent('notification-banner');
    const banner = within(element, FakeBanner);
    const before = on.worker.kinds.length;
    banner.notify({ total: 1, actionRequired: 1 });
    await embeddedSettled();
    expect(on.worker.kinds, 'the first is no change').to.have.length(before);
    on.worker.account = accountThat('enabled');
    banner.notify({ total: 0, actionRequired: 0 });
    await waitUntil(() => words(status).includes('Payouts are set up'));
  });

  it('leaves the status as it is where the Worker cannot be asked in passing', async () => {
    const status = await shown('connect-account-status');
    const element = await shownComponent('notification-banner');
    const banner = within(element, FakeBanner);
    banner.notify({ total: 1, actionRequired: 1 });
    on.worker.fail(ACCOUNT, 403, 'scope_missing');
    banner.notify({ total: 0, actionRequired: 0 });
    await waitUntil(() => on.worker.kinds.filter((kind) => kind === ACCOUNT).length === 2);
    await embeddedSettled();
    expect(words(status)).to.contain('Finish setting up');
    expect(on.named('error')).to.deep.equal([]);
    expect(on.lines).to.deep.equal([]);
  });

  it('passes on nothing but the counts', async () => {
    const element = await shownComponent('notification-banner');
    within(element, FakeBanner).notify(Object.assign({ total: 1, actionRequired: 1 }, { secret: 'CANARY' }));
    await embeddedSettled();
    expect(JSON.stringify(on.heard)).not.to.contain('CANARY');
  });
});

import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { accountThat, LINK } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-onboard-button.ts';
import '../connect-account-status/connect-account-status.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

describe('connect-onboard-button, on a page that lives', () => {
  const on = stage();
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  it('is usable again when the page comes back from the back-forward cache, and asks again', async () => {
    const element = await shown(TAG);
    const left = leaving();
    button(element).click();
    await left;
    const before = on.worker.asked.length;
    on.worker.account = accountThat('incomplete', { currently_due: ['external_account'] });
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => words(element).includes('Your bank account'));
    expect(on.worker.kinds.slice(before)).to.deep.equal(['GET account']);
    expect(button(element).getAttribute('aria-busy')).to.equal('false');
  });

  it('is left alone by an ordinary pageshow', async () => {
    await shown(TAG);
    const before = on.worker.asked.length;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(on.worker.asked).to.have.length(before);
  });

  it('asks again when the person comes back to the tab after a while, and not at once', async () => {
    const element = await shown(TAG);
    const before = on.worker.asked.length;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(on.worker.asked).to.have.length(before);
    Date.now = () => now() + 16_000;
    on.worker.account = accountThat('enabled');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => words(element).includes('Payouts are set up'));
    expect(on.named('change')).to.deep.equal([{ account: on.worker.account }]);
    expect(on.named('success'), 'nobody came back from Stripe here').to.deep.equal([]);
  });

  it('keeps what it shows when such a look fails', async () => {
    const element = await shown(TAG);
    Date.now = () => now() + 16_000;
    on.worker.fail('GET account', 500, 'internal');
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(words(element)).to.contain('Set up payouts');
    expect(on.named('error')).to.deep.equal([]);
  });

  it('gives up its request when it is removed', async () => {
    on.worker.hold('GET account');
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    await waitUntil(() => on.worker.kinds.includes('GET account'));
    element.remove();
    await Promise.resolve();
    expect(on.worker.asked.at(-1)?.signal?.aborted).to.equal(true);
    await settled();
    expect(on.heard).to.deep.equal([]);
    expect(on.lines).to.deep.equal([]);
  });

  it('does not leave the page for an element that is gone', async () => {
    const release = on.worker.hold('POST account_links');
    const element = await shown(TAG);
    let left = false;
    leaving().then(() => {
      left = true;
    });
    const started = element.start();
    await waitUntil(() => on.worker.kinds.includes('POST account_links'));
    element.remove();
    release();
    await started;
    await settled();
    expect(left).to.equal(false);
  });

  it('starts anew when it is put back', async () => {
    on.worker.hold('GET account');
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    const home = element.parentElement;
    await waitUntil(() => on.worker.kinds.includes('GET account'));
    element.remove();
    await Promise.resolve();
    const ready = oneEvent(element, 'inlay-ready');
    home?.append(element);
    await ready;
    expect(words(element)).to.contain('Set up payouts');
  });

  it('keeps working when it is moved', async () => {
    const release = on.worker.hold('GET account');
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    const ready = oneEvent(element, 'inlay-ready');
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.append(element);
    release();
    await ready;
    document.body.append(element);
    await settled();
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(LINK);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'POST account_links']);
    element.remove();
  });

  it('says that there is no connection, and goes on when it is back', async () => {
    on.worker.next('GET account', () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shown(TAG);
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    expect(on.named('error')[0]).to.include({ type: 'connection_error', code: 'offline', recoverable: true });
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => words(element).includes('Set up payouts'));
  });

  it('says that it takes too long, and tries again when pressed', async () => {
    on.worker.next('GET account', () => Promise.reject(new DOMException('Too long', 'TimeoutError')));
    const element = await shown(TAG);
    expect(words(element)).to.contain('This is taking too long.');
    button(element).click();
    await waitUntil(() => words(element).includes('Set up payouts'));
  });

  it('asks once for two elements of a page, and once more for neither of them', async () => {
    await Promise.all([shown(TAG), shown(TAG), shown('connect-account-status')]);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account']);
    await shown('connect-account-status');
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account']);
  });

  it('shows two of it what one of them has learnt', async () => {
    const [one, other] = await Promise.all([shown(TAG), shown('connect-account-status')]);
    on.worker.account = accountThat('enabled');
    await one.refresh();
    await settled();
    expect(words(other)).to.contain('Payouts are set up');
    expect(on.named('change')).to.have.length(2);
  });

  it('lets one of two go on when the other is removed', async () => {
    const release = on.worker.hold('GET account');
    const one = await fixture<HTMLElement>(document.createElement(TAG));
    const other = await fixture<HTMLElement>(document.createElement(TAG));
    const ready = oneEvent(other, 'inlay-ready');
    one.remove();
    release();
    await ready;
    expect(words(other)).to.contain('Set up payouts');
  });

  it('keeps two people apart', async () => {
    const one = await shown(TAG, { 'token-url': '/inlay/token?user=a' });
    on.worker.account = accountThat('enabled');
    const other = await shown(TAG, { 'token-url': '/inlay/token?user=b' });
    expect(words(one)).to.contain('Set up payouts');
    expect(words(other)).to.contain('Payouts are set up');
  });

  it('asks for the account of whoever it is told to be', async () => {
    const element = await shown(TAG);
    on.worker.account = accountThat('enabled');
    element.tokenUrl = '/inlay/token?user=b';
    await waitUntil(() => words(element).includes('Payouts are set up'));
    expect(on.named('change'), 'another person is not a change').to.deep.equal([]);
  });

  it('forgets everything at logout, and asks for the next person', async () => {
    const { logout, update } = init();
    on.worker.account = accountThat('incomplete', { currently_due: ['external_account'] });
    const element = await shown(TAG);
    logout();
    await waitUntil(() => words(element) === '');
    expect(element.account).to.equal(null);
    await element.start();
    on.worker.account = accountThat('enabled');
    const before = on.worker.asked.length;
    update({});
    await waitUntil(() => words(element).includes('Payouts are set up'));
    expect(on.worker.kinds.slice(before)).to.deep.equal(['token', 'GET account']);
  });

  it('does not show an answer that comes after logout', async () => {
    const { logout } = init();
    on.worker.account = accountThat('enabled');
    const element = await shown(TAG);
    const release = on.worker.hold('GET account');
    const refreshed = element.refresh();
    logout();
    release();
    await refreshed;
    await settled();
    expect(words(element)).to.equal('');
  });

  it('asks again on refresh(), and tells of a change and only of a change', async () => {
    const element = await shown(TAG);
    await element.refresh();
    expect(on.named('change')).to.deep.equal([]);
    on.worker.account = accountThat('enabled');
    await element.refresh();
    expect(on.named('change')).to.deep.equal([{ account: on.worker.account }]);
    expect(element.account).to.deep.equal(on.worker.account);
  });

  it('fires inlay-ready once, when there is something to see', async () => {
    const element = await shown(TAG);
    await element.refresh();
    expect(on.named('ready')).to.have.length(1);
  });
});

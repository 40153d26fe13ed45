import { expect, fixture, oneEvent } from '@open-wc/testing';
import { rows } from '../testing/accounts.ts';
import { accountThat, LINK } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-account-status.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-account-status';

describe('connect-account-status', () => {
  const on = stage();
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  for (const { situation, account, card, canAct } of rows) {
    it(`says in words where a merchant stands who is: ${situation}`, async () => {
      on.worker.account = account;
      const element = await shown(TAG);
      // The site's name comes after the rest.
      for (const sentence of card) await waitUntil(() => words(element).includes(sentence), sentence);
      expect(!!element.shadowRoot?.querySelector('button')).to.equal(canAct);
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme}: ${situation}`, async () => {
        on.worker.account = account;
        const element = await shown(TAG, { theme });
        element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
        await expect(element).to.be.accessible();
      });
    }

    it(`takes the room that was kept for it: ${situation}`, async () => {
      const release = on.worker.hold('GET account');
      on.worker.account = account;
      const element = await fixture<HTMLElement>(document.createElement(TAG));
      const before = element.getBoundingClientRect();
      release();
      await oneEvent(element, 'inlay-ready');
      await settled();
      expect(element.getBoundingClientRect()).to.deep.equal(before);
    });
  }

  it('passes axe while it loads and when it failed', async () => {
    const release = on.worker.hold('GET account');
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    await expect(element).to.be.accessible();
    on.worker.fail('GET account', 500, 'internal');
    release();
    await oneEvent(element, 'inlay-ready');
    const failed = await shown(TAG, { site: 'site_other' });
    expect(words(failed)).to.contain('Something went wrong').and.to.contain('Try again');
    await expect(failed).to.be.accessible();
  });

  it('asks whom to talk to only where that is the way on', async () => {
    on.worker.account = accountThat('enabled');
    await shown(TAG);
    expect(on.worker.kinds).not.to.contain('GET config');
    on.worker.account = accountThat('rejected');
    const element = await shown(TAG, { site: 'site_other' });
    await settled();
    expect(on.worker.kinds.filter((kind) => kind === 'GET config')).to.have.length(1);
    expect(on.worker.asked.at(-1)?.headers.get('Authorization'), 'anyone may ask').to.equal(null);
    expect(words(element)).to.contain('contact Rocket Rides');
  });

  it('names nobody when it cannot find out whom', async () => {
    on.worker.account = accountThat('rejected');
    on.worker.fail('GET config', 500, 'internal');
    const element = await shown(TAG);
    await settled();
    expect(words(element)).to.contain('contact support');
    expect(on.named('error')).to.deep.equal([]);
  });

  it('keeps markup in a business name text', async () => {
    on.worker.account = accountThat('rejected');
    on.worker.business = '<img src=x onerror=alert(1)>';
    const element = await shown(TAG);
    await settled();
    expect(words(element)).to.contain('contact <img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('says how many days are left when there are few', async () => {
    const due = Date.UTC(2031, 2, 1, 12) / 1000;
    Date.now = () => (due - 3 * 86_400) * 1000;
    on.worker.account = accountThat('due_later', { currently_due: ['external_account'], current_deadline: due });
    expect(words(await shown(TAG))).to.contain('Needed by March 1, 2031 (in 3 days):');
  });

  it('names what was refused first, and keeps the rest behind a fold', async () => {
    on.worker.account = accountThat('past_due', {
      past_due: ['external_account', 'individual.dob.day', 'company.tax_id', 'business_profile.url'],
      errors: [{ code: 'invalid_tax_id', reason: 'For developers.', requirement: 'company.tax_id' }],
    });
    const element = await shown(TAG);
    const items = [...(part(element, 'list')?.querySelectorAll('li') ?? [])].map(({ textContent }) =>
      textContent?.trim(),
    );
    expect(items).to.deep.equal(['Your business’s tax or registration number The number is not valid.']);
    expect(element.shadowRoot?.querySelector('summary')?.textContent).to.equal('Show 3 more');
    expect(words(element)).not.to.contain('For developers');
  });

  it('leads on to Stripe', async () => {
    on.worker.account = accountThat('past_due', { past_due: ['external_account'] });
    const element = await shown(TAG);
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(LINK);
  });

  it('shows the account also while it is busy, and when a click failed', async () => {
    on.worker.account = accountThat('past_due', { past_due: ['external_account'] });
    on.worker.fail('POST account_links', 503, 'stripe_unavailable');
    const element = await shown(TAG);
    const started = element.start();
    await element.updateComplete;
    expect(words(element)).to.contain('Overdue:').and.to.contain('Opening Stripe…');
    await started;
    expect(words(element)).to.contain('Overdue:').and.to.contain('Try again');
  });

  for (const display of ['flex', 'inline-flex', 'grid', 'inline-grid']) {
    it(`keeps a width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement(TAG);
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.be.greaterThan(300);
    });
  }
});

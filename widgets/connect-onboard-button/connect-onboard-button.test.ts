import { expect, fixture, oneEvent } from '@open-wc/testing';
import { rows } from '../testing/accounts.ts';
import { accountThat } from '../testing/fake-worker.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-onboard-button.ts';

const TAG = 'connect-onboard-button';

describe('connect-onboard-button, what it shows', () => {
  const on = stage();

  for (const { situation, account, line, canAct } of rows) {
    it(`says in words where a merchant stands who is: ${situation}`, async () => {
      on.worker.account = account;
      const element = await shown(TAG);
      for (const sentence of line) expect(words(element)).to.contain(sentence);
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
  }

  it('never shows a field path of Stripe’s', async () => {
    on.worker.account = accountThat('incomplete', { currently_due: ['external_account', 'some.new_field'] });
    expect(words(await shown(TAG))).not.to.match(/external_account|new_field/);
  });

  it('has the same size loading, ready, failed and in every state of an account', async () => {
    const release = on.worker.hold('GET account');
    const loading = await fixture<HTMLElement>(document.createElement(TAG));
    const { offsetHeight, offsetWidth } = loading;
    release();
    await oneEvent(loading, 'inlay-ready');
    for (const { situation, account } of rows) {
      on.worker.account = account;
      const element = await shown(TAG, { site: `site_${situation}` });
      expect(element.offsetHeight, situation).to.equal(offsetHeight);
      expect(element.offsetWidth, situation).to.equal(offsetWidth);
    }
    on.worker.fail('GET account', 500, 'internal');
    expect((await shown(TAG, { site: 'site_failing' })).offsetHeight).to.equal(offsetHeight);
  });

  it('does not move its neighbours when its state arrives', async () => {
    const release = on.worker.hold('GET account');
    on.worker.account = rows[1]?.account ?? accountThat('none');
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const element = document.createElement(TAG);
    const next = document.createElement('p');
    box.append('Before ', element, ' after', next);
    await settled();
    const before = next.getBoundingClientRect();
    release();
    await oneEvent(element, 'inlay-ready');
    await settled();
    expect(next.getBoundingClientRect()).to.deep.equal(before);
  });

  for (const display of ['flex', 'inline-flex', 'grid']) {
    it(`keeps its width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement(TAG);
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.equal(320);
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
    expect(words(failed)).to.contain('Something went wrong');
    await expect(failed).to.be.accessible();
  });

  it('takes labels of the host page', async () => {
    on.worker.account = accountThat('incomplete');
    const element = await shown(TAG);
    element.innerHTML = '<span>Get paid</span><b slot="continue">Go on</b>';
    const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('button slot');
    expect(slot?.assignedElements().map(({ textContent }) => textContent)).to.deep.equal(['Go on']);
  });

  it('tells assistive technology of what happens only once the person has turned to it', async () => {
    const element = await shown(TAG);
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('off');
    button(element).focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('polite');
    expect(part(element, 'message')?.getAttribute('role')).to.equal('status');
  });

  it('can be disabled', async () => {
    const element = await shown(TAG, { disabled: '' });
    expect(button(element).disabled).to.equal(true);
    const before = on.worker.asked.length;
    await element.start();
    expect(on.worker.asked).to.have.length(before);
  });

  it('is given the focus that its host is given', async () => {
    const element = await shown(TAG);
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
  });

  it('takes the focus that it is given in a modal dialog', async () => {
    const dialog = await fixture<HTMLDialogElement>(document.createElement('dialog'));
    const element = document.createElement(TAG);
    dialog.append(element);
    dialog.showModal();
    await oneEvent(element, 'inlay-ready');
    element.focus();
    expect(document.activeElement).to.equal(element);
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
    dialog.close();
  });

  it('reads from right to left where its language does', async () => {
    on.worker.account = accountThat('enabled');
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.lang = 'ar';
    const element = document.createElement(TAG);
    box.append(element);
    await oneEvent(element, 'inlay-ready');
    await settled();
    const icon = element.shadowRoot?.querySelector('.icon')?.getBoundingClientRect();
    const text = part(element, 'status')?.querySelector('span')?.getBoundingClientRect();
    expect(icon?.left).to.be.greaterThan(text?.right ?? Infinity);
  });

  it('is hidden by the attribute hidden', async () => {
    const element = await shown(TAG, { hidden: '' });
    expect(element.offsetHeight).to.equal(0);
  });
});

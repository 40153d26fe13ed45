import { expect } from '@open-wc/testing';
import { accountThat, LINK } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, settled, shown, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-onboard-button.ts';
import '../connect-account-status/connect-account-status.ts';

for (const tag of ['connect-onboard-button', 'connect-account-status'] as const) {
  describe(`${tag}, coming back from Stripe`, () => {
    const on = stage();

    it('asks the Worker how it ended, and tells the page only then that it succeeded', async () => {
      visit('?inlay=onboard-return');
      on.worker.account = accountThat('enabled');
      const element = await shown(tag);
      expect(words(element)).to.contain('Payouts are set up');
      expect(on.worker.kinds).to.deep.equal(['token', 'GET account']);
      expect(on.named('change')).to.deep.equal([{ account: on.worker.account }]);
      expect(on.named('success')).to.deep.equal([{ account: on.worker.account }]);
      expect(element.matches(':state(done)')).to.equal(true);
    });

    it('does not take the return for success', async () => {
      visit('?inlay=onboard-return');
      on.worker.account = accountThat('incomplete', { currently_due: ['external_account'] });
      const element = await shown(tag);
      expect(words(element)).to.contain('Continue set-up').and.to.contain('Your bank account');
      expect(on.named('success')).to.deep.equal([]);
      expect(on.named('change')).to.have.length(1);
    });

    it('still tells of success when the first answer failed and a second try did not', async () => {
      visit('?inlay=onboard-return');
      on.worker.fail('GET account', 500, 'internal');
      on.worker.account = accountThat('enabled');
      const element = await shown(tag);
      expect(on.named('success')).to.deep.equal([]);
      await element.start();
      expect(on.named('success')).to.have.length(1);
    });

    it('takes its marker off the address, and leaves the rest as it was written', async () => {
      visit('?a=%20b&flag&inlay=onboard-return&c=+d', '#part');
      await shown(tag);
      expect(location.search + location.hash).to.equal('?a=%20b&flag&c=+d#part');
    });

    it('leaves other people’s parameters alone', async () => {
      visit('?inlay=something&inlaid=onboard-return');
      await shown(tag);
      expect(location.search).to.equal('?inlay=something&inlaid=onboard-return');
    });

    it('goes on with a new link, without a click, when the old one had been used', async () => {
      visit('?inlay=onboard-refresh');
      const left = leaving();
      document.body.append(document.createElement(tag));
      expect(await left).to.equal(LINK);
      expect(on.worker.kinds).to.deep.equal(['token', 'POST account_links']);
      expect(on.worker.asked.at(-1)?.body).to.include({ refresh: true, presentation: 'redirect' });
      expect(on.worker.asked.at(-1)?.body.return_url).not.to.contain('inlay=');
      document.querySelector(tag)?.remove();
    });

    it('does the same in a window', async () => {
      visit('?inlay=onboard-popup-refresh');
      const left = leaving();
      document.body.append(document.createElement(tag));
      await left;
      expect(on.worker.asked.at(-1)?.body).to.include({ refresh: true, presentation: 'popup' });
      document.querySelector(tag)?.remove();
    });

    it('stops with an explanation when that has happened too often, and goes on with a click', async () => {
      visit('?inlay=onboard-refresh');
      on.worker.fail('POST account_links', 429, 'link_refresh_limit', { 'Retry-After': '600' });
      const element = await shown(tag);
      expect(words(element)).to.contain('The link to Stripe ran out several times.');
      expect(on.named('error')[0]).to.include({ code: 'link_refresh_limit', recoverable: true });
      const left = leaving();
      button(element).click();
      expect(await left).to.equal(LINK);
      expect(on.worker.asked.at(-1)?.body).not.to.have.property('refresh');
    });

    it('acts once where there are two of it', async () => {
      visit('?inlay=onboard-return');
      on.worker.account = accountThat('enabled');
      await Promise.all([shown(tag), shown(tag)]);
      expect(on.named('success')).to.have.length(1);
    });

    it('tells the page that opened its window, and offers to close it where that does not work', async () => {
      visit('?inlay=onboard-popup-return');
      const { close } = window;
      let closed = 0;
      window.close = () => void closed++;
      const channel = new BroadcastChannel('inlay');
      const told = new Promise((resolve) => {
        channel.onmessage = ({ data }) => resolve(data);
      });
      const element = await shown(tag);
      window.close = close;
      expect(await told).to.deep.equal({ site: 'site_test', flow: 'onboard', event: 'returned' });
      channel.close();
      expect(closed).to.equal(1);
      await settled();
      expect(words(element)).to.contain('You can close this window.');
    });
  });
}

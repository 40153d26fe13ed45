import { expect, oneEvent } from '@open-wc/testing';
import { page } from './shared/settings.ts';
import { words } from './testing/scene.ts';
import { stage } from './testing/stage.ts';
import { waitUntil } from './testing/wait-until.ts';

const address = new URL('index.ts?as-a-script-tag', import.meta.url).href;

/** A page that includes the bundle as README says. */
async function scriptTag(data: Record<string, string>): Promise<HTMLScriptElement> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  Object.assign(script.dataset, data);
  const loaded = oneEvent(script, 'load');
  document.head.append(script);
  await loaded;
  return script;
}

describe('the script tag', () => {
  const on = stage();

  it('loads an element when its tag appears, with the settings of the script tag', async () => {
    expect(customElements.get('connect-account-status')).to.equal(undefined);
    page.settings = {};
    const script = await scriptTag({ site: 'site_of_the_tag', tokenUrl: '/inlay/token', lang: 'fr', theme: 'dark' });
    await waitUntil(() => script.dataset.loadingState === 'ready');
    expect(customElements.get('connect-account-status'), 'nothing is loaded for a page without elements').to.equal(
      undefined,
    );
    expect(page.settings).to.include({
      site: 'site_of_the_tag',
      tokenUrl: '/inlay/token',
      api: location.origin,
      locale: 'fr',
    });
    expect(page.settings.appearance).to.deep.equal({ theme: 'dark' });

    const element = document.createElement('connect-account-status');
    document.body.append(element);
    const reserved = element.getBoundingClientRect();
    expect(reserved.height, 'its box is there before its code').to.be.greaterThan(300);
    await oneEvent(element, 'inlay-ready');
    expect(element.getBoundingClientRect()).to.deep.equal(reserved);
    await waitUntil(() => script.dataset.loadingState === 'ready');
    expect(words(element)).to.contain('Configurer les virements');
    expect(on.worker.asked.at(-1)?.url).to.equal(`${location.origin}/v1/sites/site_of_the_tag/account`);
    element.remove();
  });

  for (const tag of [
    'link-bank-account',
    'linked-bank-accounts',
    'cashapp-save-method',
    'saved-payment-methods',
    'connect-checkout-button',
    'connect-embedded',
  ]) {
    it(`keeps the room that ${tag} takes`, async () => {
      page.settings = { ...page.settings, site: 'site_1', api: location.origin, tokenUrl: '/inlay/token' };
      expect(customElements.get(tag)).to.equal(undefined);
      const element = document.createElement(tag);
      document.body.append(element);
      const reserved = element.getBoundingClientRect();
      await oneEvent(element, 'inlay-ready');
      expect(element.getBoundingClientRect()).to.deep.equal(reserved);
      element.remove();
    });
  }

  it('does nothing the second time, and says so once', async () => {
    const second = new URL('index.ts?second-copy', import.meta.url).href;
    await import(second);
    await import(`${second}-and-third`);
    expect(on.lines).to.have.length(1);
    expect(on.lines[0]).to.contain('twice').and.to.contain('second-copy');
  });
});

import { expect } from '@open-wc/testing';
import { visit } from '../testing/scene.ts';
import { page } from './settings.ts';
import { takeSetupReturn } from './setup-return.ts';

const RETURNED =
  'inlay=save-return&setup_intent=seti_1&setup_intent_client_secret=seti_1_secret_CANARY&redirect_pm_type=cashapp&redirect_status=succeeded';

describe('a return from Cash App', () => {
  const address = location.search;
  afterEach(() => {
    page.setupReturn = undefined;
    visit(address);
  });

  it('is taken out of the address, whatever else is in it', () => {
    visit(`?tab=pay&${RETURNED}&next=a%26b`, '#methods');
    expect(takeSetupReturn()).to.equal('seti_1');
    expect(location.search).to.equal('?tab=pay&next=a%26b');
    expect(location.hash).to.equal('#methods');
  });

  it('leaves no question mark where nothing else was asked', () => {
    visit(`?${RETURNED}`);
    takeSetupReturn();
    expect(location.href).not.to.contain('?');
  });

  it('keeps what a router of the page has written to its history', () => {
    history.replaceState({ router: 7 }, '', `?${RETURNED}`);
    takeSetupReturn();
    expect(history.state).to.deep.equal({ router: 7 });
  });

  it('is remembered for the element that is loaded later', () => {
    visit(`?${RETURNED}`);
    takeSetupReturn();
    expect(takeSetupReturn()).to.equal('seti_1');
  });

  it('of another way of saving, which the page handles by itself, is left to it', () => {
    const search = '?setup_intent=seti_2&setup_intent_client_secret=seti_2_secret_x&redirect_status=succeeded';
    visit(search);
    expect(takeSetupReturn()).to.equal(undefined);
    expect(location.search).to.equal(search);
  });

  it('is none where a page was only opened', () => {
    visit('?tab=pay');
    expect(takeSetupReturn()).to.equal(undefined);
    expect(location.search).to.equal('?tab=pay');
  });
});

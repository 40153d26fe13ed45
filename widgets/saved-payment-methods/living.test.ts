import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { cards, focused, labelled, said, says } from '../testing/list-scene.ts';
import { settled, shown } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './saved-payment-methods.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'saved-payment-methods';
const LIST = 'GET payment_methods';
const PAUSE_MS = 15_000;
const ada = methodThat();
const bob = methodThat({ id: 'pm_2' }, '$bob');

describe('saved-payment-methods, on a page that lives', () => {
  const on = stage();
  const { setTimeout, clearTimeout } = window;
  /** Whoever waits for the next look, by the id of its timer. */
  let waiting = new Map<number, () => void>();
  beforeEach(() => {
    on.worker.methods.saved = [ada, bob];
    waiting = new Map();
    Object.assign(window, {
      setTimeout(run: () => void, ms?: number) {
        if (ms !== PAUSE_MS) return setTimeout(run, ms);
        const id = -1 - waiting.size;
        waiting.set(id, run);
        return id;
      },
      clearTimeout(id?: number) {
        waiting.delete(id ?? 0);
        clearTimeout(id);
      },
    });
  });
  afterEach(() => {
    Object.assign(window, { setTimeout, clearTimeout });
    Reflect.deleteProperty(document, 'hidden');
  });

  const asked = () => on.worker.kinds.filter((kind) => kind === LIST).length;
  const heardBy = (element: Element) => element.shadowRoot?.querySelector('[role=status]')?.textContent;

  function setHidden(hidden: boolean): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** The pause before the next look is over. */
  async function quarterMinute(): Promise<void> {
    const due = [...waiting.values()];
    waiting.clear();
    for (const run of due) run();
    await settled();
  }

  it('shows by itself what was revoked in Cash App, says so and tells the page', async () => {
    const element = await shown(TAG);
    on.worker.methods.saved = [bob];
    await quarterMinute();
    expect(cards(element)).to.have.length(1);
    expect(heardBy(element)).to.equal('$ada is no longer saved.');
    expect(on.named('change')).to.deep.equal([{ paymentMethods: [bob] }]);
    on.worker.methods.saved = [];
    await quarterMinute();
    expect(said(element)).to.contain('No payment method is saved yet.');
    expect(heardBy(element)).to.equal('$bob is no longer saved.');
  });

  it('goes on looking, one look at a time', async () => {
    await shown(TAG);
    for (let look = 1; look <= 3; look++) {
      expect(waiting.size).to.equal(1);
      await quarterMinute();
      expect(asked()).to.equal(1 + look);
    }
    const release = on.worker.hold(LIST);
    await quarterMinute();
    expect(waiting.size, 'until there is an answer').to.equal(0);
    release();
    await settled();
    expect(waiting.size).to.equal(1);
  });

  it('does not look while the page is hidden, and at once when it is seen again', async () => {
    const element = await shown(TAG);
    setHidden(true);
    expect(waiting.size).to.equal(0);
    on.worker.methods.saved = [bob];
    setHidden(false);
    await says(element, '$ada is no longer saved.');
    await settled();
    expect(asked()).to.equal(2);
    expect(waiting.size).to.equal(1);
  });

  it('does not wait for the next look where the page was hidden during the last', async () => {
    await shown(TAG);
    const release = on.worker.hold(LIST);
    await quarterMinute();
    setHidden(true);
    release();
    await settled();
    expect(waiting.size).to.equal(0);
  });

  it('does not look while the page has folded it away', async () => {
    const element = await shown(TAG);
    element.hidden = true;
    await quarterMinute();
    expect(asked()).to.equal(1);
    element.hidden = false;
    await quarterMinute();
    expect(asked()).to.equal(2);
  });

  it('stops looking when it is removed, and when somebody signs out', async () => {
    const element = await shown(TAG);
    init().logout();
    await waitUntil(() => said(element) === '');
    await settled();
    await quarterMinute();
    expect(asked()).to.equal(1);
    const second = await shown(TAG, {});
    second.remove();
    element.remove();
    await waitUntil(() => waiting.size === 0);
  });

  it('keeps what it shows when such a look fails, and looks again', async () => {
    const element = await shown(TAG);
    on.worker.fail(LIST, 500, 'internal');
    await quarterMinute();
    expect(said(element)).to.contain('$ada').and.not.to.contain('went wrong');
    expect(on.named('error')).to.deep.equal([]);
    on.worker.methods.saved = [bob];
    await quarterMinute();
    expect(heardBy(element)).to.equal('$ada is no longer saved.');
  });

  it('keeps the focus where it was when a row above goes, and moves it on when its own does', async () => {
    on.worker.methods.saved = [ada, bob, methodThat({ id: 'pm_3' }, '$cy')];
    const element = await shown(TAG);
    const second = cards(element)[1];
    if (!second) throw new Error('There is no second method.');
    labelled(second, 'Remove').focus();
    on.worker.methods.saved = on.worker.methods.saved.slice(1);
    await quarterMinute();
    expect(focused(element)?.ariaLabel).to.equal('Remove $bob');
    on.worker.methods.saved = on.worker.methods.saved.slice(1);
    await quarterMinute();
    expect(focused(element)?.ariaLabel).to.equal('Remove $cy');
    on.worker.methods.saved = [];
    await quarterMinute();
    expect(focused(element)?.textContent).to.contain('No payment method is saved yet.');
  });

  it('keeps asking in a row while another is revoked, and forgets a question whose method is', async () => {
    const element = await shown(TAG);
    const second = cards(element)[1];
    if (!second) throw new Error('There is no second method.');
    labelled(second, 'Remove').click();
    await settled();
    on.worker.methods.saved = [bob];
    await quarterMinute();
    expect(said(element)).to.contain('Remove $bob?');
    on.worker.methods.saved = [];
    await quarterMinute();
    on.worker.methods.saved = [bob];
    await quarterMinute();
    expect(said(element)).to.contain('Cash App Pay $bob').and.not.to.contain('Remove $bob?');
  });

  it('shows on top what was saved elsewhere on the page', async () => {
    const element = await shown(TAG);
    const [before] = cards(element);
    on.worker.methods.saved = [methodThat({ id: 'pm_3' }, '$cy'), ada, bob];
    page.dispatchEvent(new News('payment_methods', {}));
    await says(element, '$cy');
    expect(cards(element)[0]?.textContent).to.contain('$cy');
    expect(cards(element)[1], 'the others stay').to.equal(before);
    expect(on.named('change')).to.have.length(1);
  });

  it('tells another list of a removal, and not itself; only the one that was pressed speaks', async () => {
    const one = await shown(TAG);
    const other = await shown(TAG);
    const before = asked();
    labelled(one, 'Remove').click();
    await settled();
    labelled(one, 'Remove').click();
    await waitUntil(() => cards(other).length === 1);
    await settled();
    expect(asked() - before).to.equal(1);
    expect(heardBy(one)).to.equal('$ada is removed.');
    expect(heardBy(other)).to.equal('');
  });

  it('asks again when the page comes back from the back-forward cache', async () => {
    const element = await shown(TAG);
    on.worker.methods.saved = [bob];
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await says(element, '$ada is no longer saved.');
  });

  it('forgets everything at logout, and shows the next person their own', async () => {
    on.worker.methods.saved = [ada, methodThat({ id: 'pm_3' }, '$cy')];
    const element = await shown(TAG);
    on.worker.methods.saved = [ada];
    await quarterMinute();
    expect(heardBy(element)).to.equal('$cy is no longer saved.');
    init().logout();
    await waitUntil(() => said(element) === '');
    expect(element.paymentMethods).to.deep.equal([]);
    on.worker.methods.saved = [bob];
    init({ tokenUrl: '/inlay/token' });
    await says(element, '$bob');
    expect(cards(element)).to.have.length(1);
    expect(heardBy(element), 'nothing of the other person is said').to.equal('');
    expect(on.named('change'), 'and nothing has changed for the next').to.have.length(1);
  });

  it('gives up what it waits for when it is removed, and works when it comes back', async () => {
    const release = on.worker.hold(LIST);
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const element = document.createElement(TAG);
    box.append(element);
    await waitUntil(() => asked() === 1);
    element.remove();
    await waitUntil(() => on.worker.asked.at(-1)?.signal?.aborted);
    release();
    expect(on.heard).to.deep.equal([]);
    const ready = oneEvent(element, 'inlay-ready');
    box.append(element);
    await ready;
    expect(said(element)).to.contain('$ada');
  });

  it('asks nothing again when it is moved', async () => {
    const element = await shown(TAG);
    const box = await fixture<HTMLElement>(document.createElement('section'));
    box.append(element);
    await settled();
    expect(asked()).to.equal(1);
    expect(said(element)).to.contain('$ada');
  });
});

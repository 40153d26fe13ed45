import { expect, fixture, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { methodThat } from '../testing/fake-methods.ts';
import { cards, focused, labelled, said, says } from '../testing/list-scene.ts';
import { part, settled, shown } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import type { SavedPaymentMethods } from './saved-payment-methods.ts';
import './saved-payment-methods.ts';

const TAG = 'saved-payment-methods';
const LIST = 'GET payment_methods';
const REMOVE = 'DELETE payment_methods/pm_1';
const ada = methodThat();
const bob = methodThat({ id: 'pm_2' }, '$bob');

describe('saved-payment-methods, removing one', () => {
  const on = stage();
  beforeEach(() => {
    on.worker.methods.saved = [ada, bob];
  });

  /** Everything the live region said, in order. */
  function spoken(element: Element): string[] {
    const region = element.shadowRoot?.querySelector('[role=status]');
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(region?.textContent ?? ''));
    if (region) observer.observe(region, { childList: true, characterData: true, subtree: true });
    on.signal.addEventListener('abort', () => observer.disconnect());
    return texts;
  }

  function first(element: Element): HTMLElement {
    const [card] = cards(element);
    if (!card) throw new Error('There is no method.');
    return card;
  }

  async function confirming(element: Element): Promise<HTMLButtonElement> {
    labelled(first(element), 'Remove').focus();
    labelled(first(element), 'Remove').click();
    await settled();
    return labelled(first(element), 'Remove');
  }

  async function removeFirst(element: SavedPaymentMethods): Promise<void> {
    (await confirming(element)).click();
    await settled();
  }

  it('asks first, and says what it means', async () => {
    const element = await shown(TAG);
    await confirming(element);
    expect(said(element)).to.contain('Remove $ada? It can no longer be charged.');
    expect(focused(element)?.role).to.equal('group');
    expect(cards(element)[1]?.textContent).not.to.contain('?');
    expect(on.worker.kinds).not.to.contain(REMOVE);
  });

  for (const [how, say] of [
    ['Keep', async (element: Element) => labelled(element, 'Keep').click()],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is where it was when the answer is ${how}`, async () => {
      const element = await shown(TAG);
      await confirming(element);
      await say(element);
      await settled();
      expect(said(element)).not.to.contain('?');
      expect(focused(element)).to.equal(labelled(first(element), 'Remove'));
      expect(on.worker.kinds).not.to.contain(REMOVE);
    });
  }

  it('takes it off the list, goes on to the next, and says so once', async () => {
    const element = await shown(TAG);
    const texts = spoken(element);
    await removeFirst(element);
    expect(on.worker.kinds.filter((kind) => kind === REMOVE)).to.have.length(1);
    expect(cards(element)).to.have.length(1);
    expect(focused(element)?.ariaLabel).to.equal('Remove $bob');
    expect(texts).to.deep.equal(['$ada is removed.']);
    expect(on.named('change')).to.deep.equal([{ paymentMethods: [bob] }]);
    expect(element.paymentMethods).to.deep.equal([bob]);
  });

  it('can be done with the keyboard alone', async () => {
    const element = await shown(TAG);
    labelled(first(element), 'Remove').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await says(element, '$ada is removed.');
    expect(element.paymentMethods).to.deep.equal([bob]);
  });

  it('takes the second half of a double-click for no answer, wherever it falls', async () => {
    const element = await shown(TAG);
    for (const label of ['Remove', 'Keep']) {
      await confirming(element);
      labelled(first(element), label).dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
      await settled();
      expect(said(element)).to.contain('Remove $ada?');
      labelled(first(element), 'Keep').click();
      await settled();
    }
    expect(on.worker.kinds).not.to.contain(REMOVE);
  });

  it('ends on what is said of an empty list', async () => {
    on.worker.methods.saved = [ada];
    const element = await shown(TAG);
    await removeFirst(element);
    expect(said(element)).to.contain('No payment method is saved yet.');
    expect(focused(element)?.textContent).to.contain('No payment method is saved yet.');
    await expect(element).to.be.accessible();
  });

  it('shows that it is under way, and does it once however often it is pressed', async () => {
    const element = await shown(TAG);
    const release = on.worker.hold(REMOVE);
    await removeFirst(element);
    expect(said(element)).to.contain('Removing…');
    expect(element.matches(':state(busy)')).to.equal(true);
    const button = labelled(first(element), 'Remove');
    expect(button.ariaDisabled).to.equal('true');
    expect(focused(element), 'the focus stays').to.equal(button);
    await expect(element).to.be.accessible();
    for (let press = 0; press < 5; press++) button.click();
    release();
    await says(element, '$ada is removed.');
    expect(on.worker.kinds.filter((kind) => kind === REMOVE)).to.have.length(1);
  });

  it('is not taken back by a no that comes too late', async () => {
    const element = await shown(TAG);
    const release = on.worker.hold(REMOVE);
    const yes = await confirming(element);
    const no = labelled(element, 'Keep');
    yes.click();
    no.click();
    await settled();
    expect(said(element)).to.contain('Removing…');
    release();
    await says(element, '$ada is removed.');
  });

  it('takes what is gone already for done', async () => {
    on.worker.fail(REMOVE, 404, 'resource_missing');
    const element = await shown(TAG);
    await removeFirst(element);
    expect(said(element)).to.contain('$ada is removed.');
    expect(element.paymentMethods).to.deep.equal([bob]);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('keeps it where that failed, says why in its row, and tries again there', async () => {
    on.worker.fail(REMOVE, 503, 'stripe_unavailable');
    const element = await shown(TAG);
    const texts = spoken(element);
    await removeFirst(element);
    expect(first(element).textContent).to.contain('There is a lot going on');
    expect(cards(element)[1]?.textContent).not.to.contain('There is a lot going on');
    expect(on.named('error')).to.have.length(1);
    expect(texts).to.have.length(1);
    expect(focused(element)).to.equal(labelled(first(element), 'Try again'));
    expect(element.matches(':state(failed)'), 'the list as a whole works').to.equal(false);
    await expect(element).to.be.accessible();
    labelled(first(element), 'Try again').click();
    await says(element, '$ada is removed.');
    expect(focused(element)?.ariaLabel).to.equal('Remove $bob');
  });

  it('says a second failure too, though it is the same', async () => {
    on.worker.fail(REMOVE, 500, 'internal');
    on.worker.fail(REMOVE, 500, 'internal');
    const element = await shown(TAG);
    const texts = spoken(element);
    await removeFirst(element);
    labelled(first(element), 'Try again').click();
    await settled();
    const text = 'Something went wrong. Please try again.';
    expect(texts).to.deep.equal([text, '', text]);
  });

  it('renews a token that ran out meanwhile, and goes on', async () => {
    const element = await shown(TAG);
    on.worker.fail(REMOVE, 401, 'token_expired');
    await removeFirst(element);
    await says(element, '$ada is removed.');
    expect(on.worker.kinds.filter((kind) => kind === 'token')).to.have.length(2);
  });

  it('removes two at the same time', async () => {
    const element = await shown(TAG);
    const release = on.worker.hold(REMOVE);
    await removeFirst(element);
    const second = cards(element)[1];
    if (!second) throw new Error('There is no second method.');
    labelled(second, 'Remove').click();
    await settled();
    labelled(second, 'Remove').click();
    await says(element, '$bob is removed.');
    release();
    await says(element, 'No payment method is saved yet.');
    expect(element.paymentMethods).to.deep.equal([]);
  });

  it('is not undone by a list that was asked for before', async () => {
    const element = await shown(TAG);
    const before = { object: 'list', url: '', has_more: false, data: [ada, bob] };
    const release = on.worker.hold(LIST, () => Response.json(before));
    const asking = element.refresh();
    await removeFirst(element);
    expect(element.paymentMethods).to.deep.equal([bob]);
    release();
    await asking;
    expect(element.paymentMethods).to.deep.equal([bob]);
    expect(on.named('change')).to.have.length(1);
  });

  for (const [answer, status, body] of [
    ['it is removed', 200, { object: 'payment_method', id: 'pm_1', deleted: true }],
    ['it failed', 500, { error: { type: 'api_error', code: 'internal', message: '', request_id: '' } }],
  ] as const) {
    it(`tells of it once where the list knows before the answer is there, that ${answer}`, async () => {
      const element = await shown(TAG);
      const texts = spoken(element);
      const release = on.worker.hold(REMOVE, () => Response.json(body, { status }));
      await removeFirst(element);
      on.worker.methods.saved = [bob];
      await element.refresh();
      expect(texts).to.deep.equal(['$ada is removed.']);
      release();
      await settled();
      expect(texts).to.have.length(1);
      expect(on.named('change')).to.have.length(1);
      expect(on.named('error')).to.deep.equal([]);
      expect(element.matches(':state(done)')).to.equal(true);
    });
  }

  it('starts nothing while it is disabled', async () => {
    const element = await shown(TAG, { disabled: '' });
    expect(labelled(element, 'Remove').disabled).to.equal(true);
    element.disabled = false;
    await settled();
    const answer = await confirming(element);
    element.disabled = true;
    await settled();
    expect(answer.disabled).to.equal(true);
    labelled(element, 'Keep').click();
    await settled();
    expect(said(element), 'but takes a no').not.to.contain('?');
  });

  it('goes on asking in a row that is moved, and forgets it when it is taken away', async () => {
    const element = await shown(TAG);
    await confirming(element);
    const box = await fixture<HTMLElement>(document.createElement('section'));
    box.append(element);
    await settled();
    expect(said(element)).to.contain('Remove $ada?');
    element.remove();
    await nextFrame();
    box.append(element);
    await settled();
    expect(said(element)).not.to.contain('Remove $ada?');
    expect(part(element, 'item')).not.to.equal(null);
  });
});

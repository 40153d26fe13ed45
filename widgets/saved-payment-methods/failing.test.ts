import { expect } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { focused, labelled, said, says } from '../testing/list-scene.ts';
import { part, settled, shown } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './saved-payment-methods.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'saved-payment-methods';
const LIST = 'GET payment_methods';
const ada = methodThat();
const bob = methodThat({ id: 'pm_2' }, '$bob');

describe('saved-payment-methods, where the list cannot be had', () => {
  const on = stage();
  beforeEach(() => {
    on.worker.methods.saved = [ada, bob];
  });

  const asked = () => on.worker.kinds.filter((kind) => kind === LIST).length;
  const heardBy = (element: Element) => element.shadowRoot?.querySelector('[role=status]')?.textContent;

  it('says what went wrong at first, and tries again when asked to', async () => {
    on.worker.fail(LIST, 500, 'internal');
    const element = await shown(TAG);
    expect(said(element)).to.contain('Something went wrong. Please try again.');
    expect(on.named('error')).to.have.length(1);
    expect(element.matches(':state(failed)')).to.equal(true);
    await expect(element).to.be.accessible();
    const release = on.worker.hold(LIST);
    labelled(element, 'Try again').focus();
    labelled(element, 'Try again').click();
    await settled();
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(focused(element), 'the focus stays while it asks').to.equal(labelled(element, 'Try again'));
    await expect(element).to.be.accessible();
    release();
    await says(element, '$ada');
    await settled();
    expect(focused(element)?.ariaLabel).to.equal('Remove $ada');
    expect(on.named('change'), 'the page learns what there is').to.deep.equal([{ paymentMethods: [ada, bob] }]);
  });

  it('says a failure that somebody tried to mend, each time', async () => {
    for (let time = 0; time < 3; time++) on.worker.fail(LIST, 500, 'internal');
    const element = await shown(TAG);
    expect(heardBy(element), 'nobody asked').to.equal('');
    for (let time = 0; time < 2; time++) {
      labelled(element, 'Try again').click();
      await element.updateComplete;
      expect(heardBy(element)).to.equal('');
      await waitUntil(() => heardBy(element) === 'Something went wrong. Please try again.');
    }
  });

  it('keeps what it shows when it is asked to look and that fails, and says so', async () => {
    const element = await shown(TAG);
    on.worker.fail(LIST, 500, 'internal');
    await element.refresh();
    expect(said(element)).to.contain('$ada').and.to.contain('Something went wrong.');
    labelled(element, 'Try again').click();
    await waitUntil(() => part(element, 'error') === null);
  });

  it('is not left waiting when a look in passing overtakes an answer, and fails', async () => {
    const element = await shown(TAG);
    on.worker.hold(LIST);
    void element.refresh();
    await waitUntil(() => asked() === 2);
    on.worker.fail(LIST, 500, 'internal');
    page.dispatchEvent(new News('payment_methods', {}));
    await says(element, 'Something went wrong.');
    expect(element.matches(':state(failed)')).to.equal(true);
  });

  it('goes on when it is online again', async () => {
    on.worker.next(LIST, () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shown(TAG);
    expect(said(element)).to.contain('There is no connection.');
    window.dispatchEvent(new Event('online'));
    await says(element, '$ada');
  });

  it('takes back what it said of the connection once there is one again', async () => {
    const element = await shown(TAG);
    on.worker.next(LIST, () => Promise.reject(new TypeError('Failed to fetch')));
    await element.refresh();
    expect(heardBy(element)).to.contain('There is no connection.');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => part(element, 'error') === null);
    expect(heardBy(element)).to.equal('');
  });

  it('names the setting that is missing', async () => {
    init({ site: undefined });
    page.settings.site = undefined;
    const element = await shown(TAG);
    expect(said(element)).to.contain('This does not work on this page at the moment.');
    expect(on.lines.join()).to.contain('data-site');
  });
});

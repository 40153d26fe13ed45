import { expect, fixture, oneEvent } from '@open-wc/testing';
import { InlayElement } from '../shared/inlay-element.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { labelled, said, says } from '../testing/list-scene.ts';
import { settled } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { listView } from './list-view.ts';
import { MethodList } from './method-list.ts';

const LIST = 'GET payment_methods';
const TAG = 'test-list-of-methods';

/** As if the rest of its code could not be loaded the first few times. */
class Interrupted extends MethodList {
  static failures = 0;
  protected override async importLater() {
    if (Interrupted.failures-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
    return super.importLater();
  }
}

customElements.define(
  TAG,
  class extends InlayElement {
    readonly #flow = new Interrupted(this);
    protected override render() {
      return listView(this.#flow);
    }
  },
);

describe('a list whose code has come only in part', () => {
  const on = stage();
  beforeEach(() => {
    on.worker.methods.saved = [methodThat()];
  });

  async function shownWithout(failures: number): Promise<HTMLElement> {
    Interrupted.failures = failures;
    const element = document.createElement(TAG);
    const ready = oneEvent(element, 'inlay-ready');
    await Promise.all([fixture(element), ready]);
    await settled();
    return element;
  }

  it('says that it failed where nothing can say why, and begins anew when asked to', async () => {
    on.worker.fail(LIST, 500, 'internal');
    const element = await shownWithout(2);
    expect(said(element)).to.contain('This could not be loaded.');
    labelled(element, 'Try again').click();
    await says(element, '$ada');
    await settled();
    labelled(element, 'Remove').click();
    await says(element, 'Remove $ada?');
  });

  it('shows what is saved, says that a press led to nothing, and begins anew when asked to', async () => {
    const element = await shownWithout(3);
    expect(said(element)).to.contain('$ada');
    labelled(element, 'Remove').click();
    await says(element, 'This could not be loaded.');
    labelled(element, 'Try again').click();
    await settled();
    expect(said(element)).to.contain('$ada').and.not.to.contain('could not');
    on.worker.methods.saved = [];
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await says(element, '$ada is no longer saved.');
  });
});

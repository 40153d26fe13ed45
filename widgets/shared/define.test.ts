import { expect, oneEvent } from '@open-wc/testing';
import { words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';

/** The same module under another address: another copy of the bundle. */
const copy = (name: string) => import(`../connect-onboard-button/connect-onboard-button.ts?${name}`);

describe('a second copy of the bundle', () => {
  const on = stage();

  it('does nothing, and says so once', async () => {
    await copy('first');
    const element = customElements.get('connect-onboard-button');
    expect(on.lines).to.deep.equal([]);
    await copy('second');
    await copy('third');
    expect(customElements.get('connect-onboard-button')).to.equal(element);
    expect(on.lines).to.have.length(1);
    expect(on.lines[0]).to.contain('[inlay]').and.to.contain('twice');
  });

  it('leaves elements working', async () => {
    await Promise.all([copy('first'), copy('second')]);
    const element = document.createElement('connect-onboard-button');
    const ready = oneEvent(element, 'inlay-ready');
    document.body.append(element);
    await ready;
    expect(words(element)).to.contain('Set up payouts');
    element.remove();
  });
});

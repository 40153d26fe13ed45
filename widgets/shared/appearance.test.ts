import { expect, nextFrame } from '@open-wc/testing';
import { button, shown } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { init } from './init.ts';
import '../connect-onboard-button/connect-onboard-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

describe('appearance', () => {
  stage();
  const background = (element: Element) => getComputedStyle(button(element)).backgroundColor;

  it('sets custom properties of the same names, for the page and for one element', async () => {
    init({ appearance: { variables: { colorPrimary: 'rgb(1, 2, 3)', borderRadius: '9px' } } });
    const element = await shown(TAG);
    await waitUntil(() => background(element) === 'rgb(1, 2, 3)');
    expect(getComputedStyle(button(element)).borderRadius).to.equal('9px');
    element.appearance = { variables: { colorPrimary: 'rgb(4, 5, 6)' } };
    await waitUntil(() => background(element) === 'rgb(4, 5, 6)');
    element.appearance = undefined;
    await waitUntil(() => background(element) === 'rgb(1, 2, 3)');
  });

  it('follows the color-scheme of the page unless a theme is set', async () => {
    const element = await shown(TAG);
    const light = background(element);
    element.parentElement?.style.setProperty('color-scheme', 'dark');
    expect(background(element)).not.to.equal(light);
    element.theme = 'light';
    await waitUntil(() => background(element) === light);
    element.theme = 'auto';
    await waitUntil(() => background(element) !== light);
  });

  it('cannot be broken out of', async () => {
    const value = 'red;} * { display: none } :host{color:blue';
    init({ appearance: { variables: { colorPrimary: value } } });
    const element = await shown(TAG);
    await nextFrame();
    expect(getComputedStyle(element).display).to.equal('inline-block');
    expect(getComputedStyle(button(element)).display).to.equal('flex');
  });
});

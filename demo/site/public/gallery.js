// Has every element of the gallery's pages reach the state it is to show, and keeps it there.

// Time stands still, so that no state runs out: now is always the moment at which the scenes were written, and what waits
// for long waits for ever.
const now = Date.UTC(2026, 10, 20, 12);
const start = performance.now();
const later = window.setTimeout;
Date.now = () => now;
performance.now = () => start;
window.setTimeout = (act, wait, ...given) => (wait >= 5_000 ? 0 : later(act, wait, ...given));

// A browser has six connections to a host: what is never answered is so here, and holds none of them up.
const ask = window.fetch;
window.fetch = async (...request) => {
  const response = await ask(...request);
  const how = response.headers.get('X-Gallery');
  if (how === 'offline') throw new TypeError('Failed to fetch');
  return how === 'never' ? new Promise(() => {}) : response;
};

// Stripe's window, of which only its opener knows.
window.open = () => ({
  closed: false,
  document: { title: '', body: {} },
  location: { replace() {} },
  focus() {},
  close() {},
});

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function until(found, what) {
  for (let tries = 0; !found(); tries++) {
    if (tries > 1_200) throw new Error(`${what} is not reached`);
    await Promise.race([frame(), new Promise((resolve) => later(resolve, 20))]);
  }
}

/** The first of it is there, or the stand-in that is to be seen for good. */
async function begun(element) {
  const root = () => element.shadowRoot;
  const skeleton = () => root()?.querySelector('[part~=skeleton]');
  const loading = element.hasAttribute('data-loading');
  await until(() => root()?.childElementCount && (loading || !skeleton()), 'The first state');
}

async function take(element, step) {
  if (step.press) {
    await until(() => element.shadowRoot.querySelector(step.press), step.press);
    element.shadowRoot.querySelector(step.press).click();
  } else {
    const called = element[step.call]();
    if (!step.until) await called;
  }
  if (step.until) await until(() => element.shadowRoot.querySelector(step.until), step.until);
}

async function reach(element) {
  try {
    const steps = JSON.parse(element.dataset.steps ?? '[]');
    await customElements.whenDefined(element.localName);
    await begun(element);
    for (const step of steps) await take(element, step);
    element.dataset.reached = 'yes';
  } catch (error) {
    element.dataset.reached = 'no';
    console.error(element.getAttribute('site'), error);
  }
}

/** What one element does is no other's business, or it needs a page of its own. */
function stays(element) {
  const { until: last } = JSON.parse(element.dataset.steps ?? '[]').at(-1) ?? {};
  return !last || element.shadowRoot.querySelector(last);
}

/** A frame is as high as what is in it. */
function growWithContent() {
  const { frameElement } = window;
  if (!frameElement) return;
  new ResizeObserver(() => {
    frameElement.style.blockSize = `${document.body.scrollHeight}px`;
  }).observe(document.body);
}

addEventListener('DOMContentLoaded', async () => {
  growWithContent();
  // One after another, for a page has one dialog at a time.
  for (const element of document.querySelectorAll('[data-scene]')) await reach(element);
  for (const element of document.querySelectorAll('[data-reached=yes]'))
    if (!stays(element)) element.dataset.reached = 'no';
  // A press may have taken the page, and the focus, to where it was.
  document.activeElement?.blur();
  (document.querySelector(':target') ?? document.body).scrollIntoView();
  document.documentElement.dataset.gallery = 'reached';
  for (const form of document.querySelectorAll('form.choices')) form.addEventListener('change', () => form.submit());
});

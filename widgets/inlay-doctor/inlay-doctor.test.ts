import { expect, fixture, oneEvent } from '@open-wc/testing';
import { report } from '../shared/errors.ts';
import { init } from '../shared/init.ts';
import { type Code, InlayError } from '../shared/inlay-error.ts';
import { API, SITE, TOKEN_URL } from '../testing/fake-worker.ts';
import { button, part, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './inlay-doctor.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { InlayDoctor } from './inlay-doctor.ts';

describe('inlay-doctor', () => {
  const on = stage();

  async function shown(): Promise<InlayDoctor> {
    const doctor = document.createElement('inlay-doctor');
    const ready = oneEvent(doctor, 'inlay-ready');
    await Promise.all([fixture(doctor), ready]);
    return doctor;
  }

  const faults = ({ findings }: InlayDoctor) =>
    findings.flatMap(({ outcome, check, paste }) => (outcome === 'fault' ? [`${check} | ${paste}`] : []));
  const copyButtons = ({ shadowRoot }: InlayDoctor) => [...(shadowRoot?.querySelectorAll('button') ?? [])].slice(1);
  const spoken = ({ shadowRoot }: InlayDoctor) => shadowRoot?.querySelector('[role=status]')?.textContent;

  it('says that it is looking, and then that nothing is wrong', async () => {
    const let_go = on.worker.hold('POST checkup');
    const doctor = await fixture<InlayDoctor>('<inlay-doctor></inlay-doctor>');
    const ready = oneEvent(doctor, 'inlay-ready');
    await waitUntil(() => doctor.matches(':state(busy)'));
    expect(words(doctor)).to.contain('Looking at this page…');
    expect(part(doctor, 'skeleton')).to.not.equal(null);
    await expect(doctor).to.be.accessible();
    let_go();
    await ready;
    expect(faults(doctor)).to.deep.equal([]);
    expect(doctor.matches(':state(done)')).to.equal(true);
    expect(part(doctor, 'status')?.textContent).to.match(/^Nothing is wrong that can be seen from here; \d+ fine/);
    expect(on.worker.kinds).to.deep.equal(['token', 'POST checkup', 'POST checkup']);
    await expect(doctor).to.be.accessible();
  });

  it('gives what it found to the page, without the token', async () => {
    const doctor = await shown();
    await waitUntil(() => on.named('change').length === 1);
    expect(on.named('change')).to.deep.equal([{ findings: doctor.findings }]);
    expect(doctor.findings.map(({ check }) => check)).to.include.members(['origin', 'keys', 'token', 'clock']);
    expect(JSON.stringify(doctor.findings) + words(doctor)).to.not.contain('CANARY');
  });

  it('shows each fault with what to paste, grouped by who can change it, and says once how many there are', async () => {
    on.worker.checkup = { ...on.worker.checkup, key_of_other_mode: 'secret_key', token: { valid: true, scope: [] } };
    const tag = document.createElement('link-bank-account');
    document.body.append(tag);
    const meta = Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' });
    document.head.append(meta);
    const doctor = await shown();
    tag.remove();
    meta.remove();
    expect(faults(doctor)).to.deep.equal([
      'referrer-policy | <meta name="referrer" content="strict-origin-when-cross-origin">',
      'token-scope | "scope": ["bank"]',
      'keys | npm run site -- change site_test --stripe-keys',
    ]);
    expect(words(doctor)).to.match(
      /Your page and its headers.*strict-origin.*Your token route.*"scope".*at the operator.*--stripe-keys/,
    );
    expect(spoken(doctor)).to.match(/^3 faults; \d+ fine/);
    expect(doctor.matches(':state(failed)')).to.equal(true);
    await expect(doctor).to.be.accessible();
  });

  it('tells a page that is not on the list which origin to add', async () => {
    on.worker.fail('POST checkup', 403, 'origin_not_allowed');
    expect(faults(await shown())).to.deep.equal([`origin | ${location.origin}`]);
    expect(on.worker.asked.at(-1)?.headers.has('Authorization'), 'no preflight is needed to learn it').to.equal(false);
  });

  it('says when the Worker cannot be reached, and looks again when it is asked to', async () => {
    on.worker.next('POST checkup', () => Promise.reject(new TypeError('Failed to fetch')));
    const doctor = await shown();
    expect(faults(doctor)).to.deep.equal(['worker | data-api="https://pay.example.test"']);
    await expect(doctor).to.be.accessible();
    const again = oneEvent(doctor, 'inlay-change');
    button(doctor).click();
    await doctor.updateComplete;
    expect(button(doctor).getAttribute('aria-disabled')).to.equal('true');
    expect(part(doctor, 'spinner')).to.not.equal(null);
    expect(words(doctor), 'what was found stays in sight').to.contain('could not be reached');
    await again;
    expect(faults(doctor)).to.deep.equal([]);
    expect(part(doctor, 'spinner')).to.equal(null);
  });

  it('copies what is to be pasted, or selects it where the page may not', async () => {
    on.worker.fail('POST checkup', 404, 'site_unknown');
    const doctor = await shown();
    const copied: string[] = [];
    let may = true;
    const { clipboard } = navigator;
    const fake = {
      writeText: (text: string) => (may ? Promise.resolve(copied.push(text)) : Promise.reject(new Error())),
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: fake });
    const [copy] = copyButtons(doctor);
    copy?.click();
    await waitUntil(() => copy?.textContent?.trim().startsWith('Copied'));
    expect(copied).to.deep.equal(['data-site="site_…"']);
    expect(spoken(doctor)).to.equal('Copied.');
    may = false;
    copy?.click();
    await waitUntil(() => spoken(doctor) === 'Selected: copy it with the keyboard.');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('asks a function of the page’s for a token, and says when it gives none', async () => {
    init({ fetchToken: () => Promise.reject(new Error('nobody is signed in')) });
    const doctor = await shown();
    expect(faults(doctor)).to.deep.equal(['token-route | data-token-url="/inlay/token"']);
    expect(words(doctor)).to.contain('fetchToken could not be asked (nobody is signed in)');
  });

  it('takes settings that stand on another element alone for those of the page', async () => {
    init({ site: undefined, api: undefined, tokenUrl: undefined });
    const other = document.createElement('link-bank-account');
    for (const [name, value] of Object.entries({ site: SITE, api: API, 'token-url': TOKEN_URL }))
      other.setAttribute(name, value);
    document.body.append(other);
    const doctor = await shown();
    other.remove();
    expect(faults(doctor)).to.deep.equal([]);
    expect(on.worker.kinds).to.deep.equal(['token', 'POST checkup', 'POST checkup']);
  });

  it('is named once a page on the console, where somebody has to change something', () => {
    const host = document.createElement('inlay-doctor');
    const tell = (code: Code) => report(new InlayError(code, 'For developers.'), host, undefined);
    for (const code of ['setup_declined', 'token_expired', 'origin_not_allowed'] as const) tell(code);
    const here = `${location.origin}${location.pathname}`;
    expect(location.search).to.not.equal('');
    expect(on.lines.map((line) => line.includes('put <inlay-doctor>'))).to.deep.equal([false, true, false]);
    expect(on.lines[1]?.endsWith(` put <inlay-doctor> on this page, or run: npx inlay doctor ${here}`)).to.equal(true);
  });

  it('looks again when the settings of the page change, and at nothing once it is gone', async () => {
    const doctor = await shown();
    const again = oneEvent(doctor, 'inlay-change');
    init({ site: 'site_other' });
    await again;
    expect(on.worker.asked.at(-1)?.url).to.contain('/site_other/');
    const asked = on.worker.asked.length;
    doctor.remove();
    init({ site: 'site_third' });
    await doctor.refresh();
    expect(on.worker.asked).to.have.length(asked);
  });

  it('reads a policy of the page’s where it forbids the kit, and writes one that does not', async () => {
    // What is forbidden is needed by nothing else in this file.
    const meta = document.createElement('meta');
    Object.assign(meta, { httpEquiv: 'Content-Security-Policy', content: "frame-src 'self'" });
    document.head.append(meta);
    const tag = document.createElement('linked-bank-accounts');
    document.body.append(tag);
    const doctor = await shown();
    tag.remove();
    meta.remove();
    expect(faults(doctor)).to.deep.equal([
      `content-security-policy | <meta http-equiv="Content-Security-Policy" content="frame-src 'self' https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com">`,
    ]);
    expect(words(doctor)).to.contain('frame-src lacks https://js.stripe.com: for <linked-bank-accounts>');
  });

  it('passes over a policy in the body, as browsers do', async () => {
    const meta = document.createElement('meta');
    Object.assign(meta, { httpEquiv: 'Content-Security-Policy', content: "frame-src 'self'" });
    document.body.append(meta);
    const tag = document.createElement('linked-bank-accounts');
    document.body.append(tag);
    const doctor = await shown();
    tag.remove();
    meta.remove();
    expect(faults(doctor)).to.deep.equal([]);
  });

  it('takes the nonce of the tag for that of the page, which has another when it is asked for again, and writes none', async () => {
    const { fetch } = globalThis;
    let policy = "script-src 'nonce-2nd' 'strict-dynamic'; img-src *";
    globalThis.fetch = async (input, options) =>
      input === location.href
        ? new Response(null, { headers: { 'Content-Security-Policy': policy } })
        : fetch(input, options);
    const tag = document.createElement('script');
    // Of a type that no browser runs.
    Object.assign(tag, { type: 'text/plain', nonce: '1st', src: 'https://pay.example.test/inlay.js' });
    tag.dataset.site = 'site_test';
    document.head.append(tag);
    const doctor = await shown();
    expect(faults(doctor)).to.deep.equal([]);
    policy = "script-src 'nonce-3rd'; connect-src 'self'";
    await doctor.refresh();
    tag.remove();
    globalThis.fetch = fetch;
    expect(faults(doctor)).to.deep.equal([
      "content-security-policy | Content-Security-Policy: script-src 'nonce-{NONCE}'; connect-src 'self' https://pay.example.test",
    ]);
    expect(words(doctor)).to.not.match(/1st|2nd|3rd/);
  });

  it('says which address is none, on whichever element it stands, and asks nobody there', async () => {
    const tag = document.createElement('linked-bank-accounts');
    tag.setAttribute('token-url', 'https://');
    document.body.append(tag);
    const doctor = document.createElement('inlay-doctor');
    doctor.setAttribute('api', 'localhost:6302');
    const ready = oneEvent(doctor, 'inlay-ready');
    await Promise.all([fixture(doctor), ready]);
    tag.remove();
    expect(faults(doctor)).to.deep.equal([
      'settings | api="http://localhost:6302"',
      'settings | token-url="/inlay/token"',
    ]);
    expect(part(doctor, 'error')).to.equal(null);
    init({ api: 'pay.example.com' });
    doctor.removeAttribute('api');
    await doctor.refresh();
    expect(faults(doctor)).to.deep.equal(["settings | init({ api: 'https://pay.example.com' })"]);
  });
});

import { expect } from '@open-wc/testing';
import { quietConsole } from '../testing/scene.ts';
import { isInAppBrowser } from './in-app-browser.ts';
import { problemsOf, type WindowFacts } from './page-headers.ts';

const nothing: WindowFacts = {
  openerPolicy: null,
  embedderPolicy: null,
  referrerPolicy: null,
  metaReferrer: null,
  sandbox: null,
};

describe('headers of a page', () => {
  const named: readonly (readonly [facts: Partial<WindowFacts>, change: string])[] = [
    [{ openerPolicy: 'same-origin' }, 'same-origin-allow-popups'],
    [{ openerPolicy: 'Same-Origin; report-to="x"' }, 'same-origin-allow-popups'],
    [{ embedderPolicy: 'require-corp' }, 'Cross-Origin-Embedder-Policy'],
    [{ embedderPolicy: 'credentialless' }, 'Cross-Origin-Embedder-Policy'],
    [{ referrerPolicy: 'no-referrer' }, 'strict-origin-when-cross-origin'],
    [{ referrerPolicy: 'strict-origin, no-referrer, xyz' }, 'Referrer-Policy'],
    [{ referrerPolicy: 'same-origin' }, 'strict-origin-when-cross-origin'],
    [{ metaReferrer: 'never' }, '<meta name="referrer"'],
    [{ metaReferrer: 'no-referrer' }, '<meta name="referrer"'],
    [{ sandbox: 'allow-scripts allow-popups' }, 'allow-popups-to-escape-sandbox'],
    [{ sandbox: '' }, 'allow-popups-to-escape-sandbox'],
  ];
  for (const [facts, change] of named) {
    it(`that break the login at banks are named: ${JSON.stringify(facts)}`, () => {
      const problems = problemsOf({ ...nothing, ...facts }, 'link-bank-account');
      expect(problems).to.have.length(1);
      expect(problems[0]).to.contain(change);
    });
  }

  const fine: readonly Partial<WindowFacts>[] = [
    {},
    { openerPolicy: 'same-origin-allow-popups' },
    { openerPolicy: 'restrict-properties' },
    { embedderPolicy: 'unsafe-none' },
    { referrerPolicy: 'no-referrer, strict-origin-when-cross-origin' },
    { referrerPolicy: 'origin', metaReferrer: 'strict-origin' },
    { sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox' },
  ];
  for (const facts of fine) {
    it(`are passed over where they do no harm: ${JSON.stringify(facts)}`, () => {
      expect(problemsOf({ ...nothing, ...facts }, 'link-bank-account')).to.deep.equal([]);
    });
  }

  /** A copy of the module that has not looked yet, on a page that answers in this way. */
  async function look(copy: string, answer: () => Promise<Response>) {
    const end = new AbortController();
    const lines = quietConsole(end.signal);
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = async (input, options) => {
      asked.push(`${options?.method} ${input}`);
      return answer();
    };
    const { lookAtPage } = await import(new URL(`page-headers.ts?${copy}`, import.meta.url).href);
    await Promise.all([lookAtPage('link-bank-account'), lookAtPage('link-bank-account')]);
    globalThis.fetch = fetch;
    end.abort();
    return { lines, asked };
  }

  it('are looked at once a page, and named on the console', async () => {
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Referrer-Policy': 'no-referrer' };
    const { lines, asked } = await look('bad', async () => new Response(null, { headers }));
    expect(asked).to.deep.equal([`HEAD ${location.href}`]);
    expect(lines).to.have.length(2);
    expect(lines[0]).to.contain('[inlay] <link-bank-account> Cross-Origin-Opener-Policy: same-origin');
    expect(lines[1]).to.contain('Referrer-Policy: no-referrer');
  });

  it('are not spoken of when they cannot be read', async () => {
    const { lines } = await look('unreadable', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(lines).to.deep.equal([]);
  });

  it('include the page’s own meta', async () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'Referrer', content: 'no-referrer' });
    document.head.append(meta);
    const { lines } = await look('meta', async () => new Response());
    meta.remove();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('<meta name="referrer" content="no-referrer">');
  });
});

describe('built-in browsers of apps', () => {
  const agents: readonly (readonly [agent: string, inApp: boolean])[] = [
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 300.0', true],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 Chrome/130 Mobile', true],
    ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 [FBAN/FBIOS;FBAV/480]', true],
    ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1', false],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36', false],
  ];
  for (const [agent, inApp] of agents) {
    it(`are ${inApp ? '' : 'not '}told by: ${agent.slice(0, 60)}`, () => {
      expect(isInAppBrowser(agent)).to.equal(inApp);
    });
  }
});

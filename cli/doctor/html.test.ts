import { expect, it } from 'vitest';
import { readTags } from '../../doctor/page-tags.ts';
import { tagsIn } from './html.ts';

it('finds tags and their attributes, however they are written', () => {
  expect(
    tagsIn(`<!DOCTYPE html><SCRIPT Data-Site='s&amp;1' src=/a.js async></SCRIPT ><meta content="a > b" content=c>`),
  ).toEqual([
    { name: 'script', attributes: { 'data-site': 's&1', src: '/a.js', async: '' } },
    { name: 'meta', attributes: { content: 'a > b' } },
  ]);
});

it('finds none in comments, scripts, styles, templates and texts', () => {
  const html =
    '<!-- <a> --><script>"<b>"</script><style><c></style><template><d></template><title><e></title><f><!-- <g>';
  expect(tagsIn(html).map(({ name }) => name)).toEqual(['script', 'style', 'template', 'title', 'f']);
});

it('reads on behind a stray quote, as browsers do', () => {
  const html =
    '<link rel="stylesheet" href="/a.css""><script src="/inlay.js" data-site="site_1"></script><p class="a"">';
  expect(readTags(tagsIn(html), 'https://app.test/').settings.site).toBe('site_1');
  expect(tagsIn('<a b="1"c=2 b=3 __proto__=4>').map(({ attributes }) => Object.entries(attributes))).toEqual([
    [
      ['b', '1'],
      ['c', '2'],
    ],
  ]);
});

it('takes no longer for what no browser would call HTML', { timeout: 30_000 }, () => {
  const endless = ['<a ', '<a>', '<b x=1>', '<!--', '<template>', '<a b="&amp', '<script></scrip'];
  for (const text of endless) expect(() => tagsIn(text.repeat(100_000))).not.toThrow();
  expect(tagsIn(`<a b="${'x'.repeat(9_000_000)}">`)).toHaveLength(1);
});

it('reads what the script tag, the elements and the metas say', () => {
  const html = `<meta http-equiv=content-security-policy content="default-src 'self'"><meta name=Referrer content=origin>
    <script src="http://localhost:12111/js/stripe.js"></script>
    <script type=module src="//pay.test/v/1/inlay.js" nonce=n integrity=sha384-x data-csp-nonce=n></script>
    <link-bank-account site="site_1" token-url="/t" presentation=inline></link-bank-account>`;
  const { policies, ...read } = readTags(tagsIn(html), 'https://app.test/a');
  expect(policies).toHaveLength(1);
  expect(read).toEqual({
    tag: { src: 'https://pay.test/v/1/inlay.js', module: true, nonce: 'n', integrity: 'sha384-x', crossOrigin: false },
    settings: { site: 'site_1', api: 'https://pay.test', tokens: { url: '/t' }, nonce: 'n' },
    unreadable: [],
    elements: [{ tag: 'link-bank-account', presentation: 'inline' }],
    standIn: 'http://localhost:12111',
    metaReferrer: 'origin',
  });
});

/** Element tests in a real WebKit. */
import { elementTestsIn } from '../scripts/driven/element-tests.ts';
import { startWebKit } from '../scripts/driven/webkit.ts';
import { ensureWebKit } from '../scripts/webkit.ts';
import { files, without } from './other-browsers.mjs';
import base from './web-test-runner.config.mjs';

/**
 * No protocol tells it what a person has asked of their computer; its window is never narrower than its toolbar; and
 * without the Navigation API no test can keep a page from leaving.
 */
const notDriven = [
  /in forced colours|follows the computer/,
  /narrow page|3(20|75) pixels wide|small screen/,
  /checking$|the same size in every state|^leads on to Stripe$/,
];

export default {
  ...base,
  files,
  browsers: [elementTestsIn('WebKit', () => startWebKit(ensureWebKit()))],
  testRunnerHtml: without(new RegExp(notDriven.map(({ source }) => source).join('|'))),
};

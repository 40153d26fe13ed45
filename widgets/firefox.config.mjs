/** Element tests in a real Firefox. */
import { elementTestsIn } from '../scripts/driven/element-tests.ts';
import { startFirefox } from '../scripts/driven/firefox.ts';
import { ensureFirefox } from '../scripts/firefox.ts';
import { files, without } from './other-browsers.mjs';
import base from './web-test-runner.config.mjs';

/** No protocol tells Firefox what a person has asked of their computer. */
const notDriven = /in forced colours|follows the computer/;

export default {
  ...base,
  files,
  browsers: [elementTestsIn('Firefox', () => startFirefox(ensureFirefox()))],
  testRunnerHtml: without(notDriven),
};

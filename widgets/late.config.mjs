/** `npm run test:late`: element tests where a request, its answer and its body are each late by up to 0.15 s, at random. */
import base from './web-test-runner.config.mjs';

export default {
  ...base,
  testRunnerHtml: (testFramework) =>
    `<!DOCTYPE html><html><body><script>window.lateness = 150</script><script type="module" src="${testFramework}"></script></body></html>`,
};

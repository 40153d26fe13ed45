/** What an intent asks of the person next: the code on a computer, Cash App itself on a phone. */
import type { BrowserIntent, Intents } from './intents.ts';
import { linksOf, type Result, resultOf } from './result.ts';
import { showCode } from './show.ts';

export async function act(intents: Intents, intent: BrowserIntent): Promise<Result> {
  const links = linksOf(intent);
  if (!links) return resultOf({ intent });
  if (!onPhone()) return showCode(intents, intent);
  window.location.assign(links.mobile_auth_url);
  // The page is left: whoever waits here waits for the page they come back to.
  return new Promise(() => {});
}

function onPhone(): boolean {
  return window.matchMedia('(pointer: coarse)').matches && /Mobi|Android|iPhone/.test(navigator.userAgent);
}

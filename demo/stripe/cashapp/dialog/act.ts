/** What an intent asks of the person next: the code on a computer, Cash App itself on a phone. */
import type { BrowserIntent, Intents } from './intents.ts';
import { linksOf, type Result, resultOf } from './result.ts';
import { showCode } from './show.ts';

/** Null: the page is being left. */
export async function act(intents: Intents, intent: BrowserIntent): Promise<Result | null> {
  const links = linksOf(intent);
  if (!links) return resultOf({ intent });
  if (!onPhone()) return showCode(intents, intent);
  window.location.assign(links.mobile_auth_url);
  return null;
}

function onPhone(): boolean {
  return window.matchMedia('(pointer: coarse)').matches && /Mobi|Android|iPhone/.test(navigator.userAgent);
}

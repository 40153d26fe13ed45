import { page } from './settings.ts';

/**
 * The SetupIntent that the person comes back from, for one element of the page. Stripe puts it into the page's address with
 * its client secret: both are taken out before another script can pass them on, so the script tag does this first of all.
 */
export function takeSetupReturn(): string | undefined {
  const url = new URL(location.href);
  const { searchParams, search } = url;
  const id = searchParams.get('setup_intent');
  // The element's own marker, or Stripe's: a page may save other methods in other ways.
  if (id && /=(save-return|cashapp)\b/.test(search)) {
    for (const name of [...searchParams.keys()]) {
      if (/^(inlay$|setup_intent|redirect_)/.test(name)) searchParams.delete(name);
    }
    page.setupReturn = id;
    history.replaceState(history.state, '', url);
  }
  return page.setupReturn;
}

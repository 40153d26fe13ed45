import type { AccountLinkReturn } from '../../worker/contract.ts';

const markers: readonly AccountLinkReturn[] = [
  'onboard-return',
  'onboard-refresh',
  'onboard-popup-return',
  'onboard-popup-refresh',
];

/**
 * Takes the marker off the page's address, so that a reload or a second element does not act on it again. The other
 * parameters and the hash stay exactly as they were written.
 */
export function takeMarker(): AccountLinkReturn | undefined {
  const parameters = location.search.slice(1).split('&');
  const marker = markers.find((name) => parameters.includes(`inlay=${name}`));
  if (marker) {
    const kept = parameters.filter((parameter) => parameter !== `inlay=${marker}`).join('&');
    history.replaceState(history.state, '', location.pathname + (kept && `?${kept}`) + location.hash);
  }
  return marker;
}

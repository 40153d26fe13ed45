import type { AccountLinkReturn } from '../../worker/contract.ts';
import { dropParameters, parameters } from '../shared/page-parameters.ts';

const markers: readonly AccountLinkReturn[] = [
  'onboard-return',
  'onboard-refresh',
  'onboard-popup-return',
  'onboard-popup-refresh',
];

/** Takes the marker off the page's address, so that a reload or a second element does not act on it again. */
export function takeMarker(): AccountLinkReturn | undefined {
  const marker = markers.find((name) => parameters().includes(`inlay=${name}`));
  if (marker) dropParameters((parameter) => parameter === `inlay=${marker}`);
  return marker;
}

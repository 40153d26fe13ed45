/** What happens around every update of an element, once more than its first render is needed. */
import { dress, undress } from '../shared/dress.ts';
import { keepFocus, rememberFocus } from '../shared/keep-focus.ts';
import { markState, sayLanguage, speak } from '../shared/keep-up.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { type Buying, isOrder } from './buying.ts';
import { detailStyles, openStyles } from './details.styles.ts';
import { customState } from './transitions.ts';

const ordered = new WeakMap<Buying, readonly [merchant: string, rest: string]>();

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Buying): void {
  const { host } = flow;
  if (speak(flow)) dress(host.shadowRoot, moreTokens, detailStyles);
  followOrder(flow);
  if (flow.state.name === 'open') dress(host.shadowRoot, openStyles);
  else undress(host.shadowRoot, openStyles);
  rememberFocus(host);
  markState(host, customState(flow.state));
}

/** Says which language the words are in, which may not be the page's. And keeps the focus. */
export function afterUpdate({ host }: Buying): void {
  sayLanguage(host);
  keepFocus(host);
}

/** The page has changed what is to be bought: what was said of something else is not said any longer. */
function followOrder(flow: Buying): void {
  const { host, state } = flow;
  const order = [`${host.merchant}`, `${host.price} ${host.quantity ?? 1}`] as const;
  const before = ordered.get(flow);
  ordered.set(flow, order);
  if (!before || before.join() === order.join()) return;
  flow.forget();
  const sameMerchant = before[0] === order[0] && isOrder(host);
  // Another quantity, say: the button stays, and whoever is on it.
  if (sameMerchant && (state.name === 'ready' || state.name === 'unavailable')) flow.state = { name: state.name };
  else {
    flow.work?.abort();
    flow.work = undefined;
    flow.state = flow.initial;
  }
}

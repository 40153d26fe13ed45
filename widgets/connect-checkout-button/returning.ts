/** Coming back from Checkout: of several elements the one that was pressed takes it up. */
import type { CheckoutReturn, CheckoutSession } from '../../worker/contract.ts';
import { readCheckoutSession } from '../shared/checkout-api.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { dropParameters } from '../shared/page-parameters.ts';
import { page, type Session } from '../shared/settings.ts';
import type { Buying } from './buying.ts';
import { happen, leave, takeIn } from './learn.ts';

const OURS = /^(inlay=checkout-(return|cancel)|checkout_(session|price)=.*)$/;

/** @returns whether this element has taken it up; throws where nobody can say what became of it */
export async function claim(flow: Buying): Promise<boolean> {
  takeReturn();
  const { checkoutReturn: back } = page;
  const { session, work, host } = flow;
  if (!back || !session || !work) return false;
  if ('price' in back) {
    if (back.price !== `${host.price}`) return false;
    take(flow);
    await flow.ask();
    if (flow.state.name === 'ready') await leave(flow, 'open');
    else host.emit('cancel');
    return true;
  }
  const checkoutSession = await readReturned(session, back.session, host.localName);
  const isOurs = checkoutSession && isFor(host, checkoutSession) && page.checkoutReturn === back;
  if (!isOurs || work.signal.aborted) return false;
  take(flow);
  // A screen reader is told of what follows that.
  await happen(flow, { type: 'closed', id: back.session });
  await takeIn(flow, checkoutSession);
  return true;
}

/** Takes what came back off the page's address, so that a reload does not act on it again. */
function takeReturn(): void {
  const parameters = new URLSearchParams(location.search);
  const marker = parameters.get('inlay');
  const session = parameters.get('checkout_session');
  const price = parameters.get('checkout_price');
  if (marker === ('checkout-return' satisfies CheckoutReturn)) page.checkoutReturn = session ? { session } : undefined;
  else if (marker === ('checkout-cancel' satisfies CheckoutReturn)) page.checkoutReturn = price ? { price } : undefined;
  else return;
  dropParameters((parameter) => OURS.test(parameter));
}

/** From here on it is this element's. */
function take(flow: Buying): void {
  page.checkoutReturn = undefined;
  flow.engaged = true;
}

/** Asked once for the page. */
function readReturned(session: Session, id: string, tag: string): Promise<CheckoutSession | null> {
  session.returned ??= new Map();
  const { returned } = session;
  const answer = returned.get(id) ?? readDoubting(session, id, tag);
  returned.set(id, answer);
  // A failure is not kept: it can be tried again.
  answer.catch(() => returned.delete(id));
  return answer;
}

/** Anybody can write an address: an id that leads to nothing is nothing. */
async function readDoubting(session: Session, id: string, tag: string): Promise<CheckoutSession | null> {
  try {
    if (/^cs_\w+$/.test(id)) return await readCheckoutSession(session, id, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof InlayError && error.type === 'not_found_error')) throw error;
  }
  console.warn(`[inlay] <${tag}> The checkout_session in the page’s address is none of ${session.site}.`);
  return null;
}

function isFor({ merchant, price }: Buying['host'], session: CheckoutSession): boolean {
  return session.merchant === `${merchant}` && session.line_items.some((item) => item.price === `${price}`);
}

/** What the page in the frame says to the one around it. */
export type FrameMessage =
  | { type: 'size'; height: number }
  /** Paid, or soon: the page goes there, or is told so where there is nowhere to go. */
  | { type: 'complete'; redirect: string | null }
  /** The buyer has to leave for a page that may not be framed. */
  | { type: 'leave'; url: string };

const HIGHEST = 20_000;

/** Null for whatever else may be sent. */
export function frameMessage(data: unknown): FrameMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, height, redirect, url }: Readonly<Record<string, unknown>> = { ...data };
  switch (type) {
    case 'checkout.size':
      return typeof height === 'number' && height > 0 && height < HIGHEST ? { type: 'size', height } : null;
    case 'checkout.complete':
      return redirect === null || isAddress(redirect) ? { type: 'complete', redirect } : null;
    case 'checkout.leave':
      return isAddress(url) ? { type: 'leave', url } : null;
    default:
      return null;
  }
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value);
}

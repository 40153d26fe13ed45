import type { Html, View } from '../layout.ts';

/** What the list of pages says of one. */
export type ListedPage = Pick<Page, 'path' | 'title' | 'element' | 'shows'>;

/** One page of the host site. A new flow is a file with one of these and a line in `pages/index.ts`. */
export interface Page {
  readonly path: `/${string}`;
  /** In the navigation; null for a variant, which only the list of pages names. */
  readonly label: string | null;
  readonly title: string;
  /** For the list of pages: the element as it is written, and what this page shows of it. */
  readonly element: string;
  readonly shows: string;
  /** Has components of Stripe Connect's, whose script the stand-in has, too. */
  readonly connect?: true;
  readonly body: (view: View) => Html | Promise<Html>;
  /** Has the tester's controls in its body, and ways to the Worker that fail. */
  readonly forTesters?: true;
  /** Style sheets and scripts of its own. */
  readonly head?: (view: View) => Html;
  /** What its script asks for, at the same address, when a control of it changes. */
  readonly live?: (view: View) => object | Promise<object>;
}

import { playground } from '../playground/page.ts';
import { snippet } from '../snippet/page.ts';
import { bank } from './bank.ts';
import { business } from './business.ts';
import { cashApp } from './cash-app.ts';
import { cashAppInPlace } from './cash-app-in-place.ts';
import { doctor } from './doctor.ts';
import { onboard } from './onboard.ts';
import { overview } from './overview.ts';
import type { ListedPage, Page } from './page.ts';
import { popup } from './popup.ts';
import { sales } from './sales.ts';
import { shop, shopInPlace } from './shop.ts';
import { status } from './status.ts';

/** Every page with a widget, in the order of the navigation and of the list of pages. */
export const pages: readonly Page[] = [
  onboard,
  popup,
  status,
  overview,
  bank,
  cashApp,
  cashAppInPlace,
  shop,
  shopInPlace,
  sales,
  business,
];

/** What is about the elements rather than the site: the first things a newcomer should see. */
export const tools: readonly Page[] = [playground, snippet, doctor];

/** All of these, with what has no page of this kind. */
export const toolList: readonly ListedPage[] = [
  playground,
  {
    path: '/gallery',
    title: 'Gallery',
    element: 'every state',
    shows: 'Every state of every element, in every theme, language and direction',
  },
  snippet,
  doctor,
];

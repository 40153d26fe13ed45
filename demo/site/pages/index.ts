import { bank } from './bank.ts';
import { cashApp } from './cash-app.ts';
import { cashAppInPlace } from './cash-app-in-place.ts';
import { onboard } from './onboard.ts';
import { overview } from './overview.ts';
import type { Page } from './page.ts';
import { popup } from './popup.ts';
import { status } from './status.ts';

/** Every page with a widget, in the order of the navigation. */
export const pages: readonly Page[] = [onboard, status, bank, cashApp, cashAppInPlace, popup, overview];

/** The widgets, as a person finds them and as a host page hears them. */
import type { Locator, Page } from '@playwright/test';

export function onboarding(page: Page): Locator {
  return page.locator('connect-onboard-button');
}

export function button(page: Page, name: string): Locator {
  return onboarding(page).getByRole('button', { name });
}

export interface Heard {
  readonly type: string;
  readonly detail: unknown;
}

/** Every `inlay-*` event from now on, across the pages this tab visits. */
export async function listen(page: Page): Promise<{ all: Heard[]; named: (type: string) => Heard[] }> {
  const all: Heard[] = [];
  await page.exposeFunction('heardByTheTest', (type: string, detail: unknown) => void all.push({ type, detail }));
  await page.addInitScript(() => {
    for (const name of ['ready', 'start', 'change', 'success', 'cancel', 'error']) {
      document.addEventListener(`inlay-${name}`, (event) => {
        const heard: unknown = Reflect.get(window, 'heardByTheTest');
        if (typeof heard === 'function' && event instanceof CustomEvent) heard(event.type, event.detail);
      });
    }
  });
  return { all, named: (type) => all.filter((event) => event.type === type) };
}

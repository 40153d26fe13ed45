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

/**
 * What a page's elements told it. An event comes to the test a little after what it tells of can be seen in the page,
 * so that what is heard can only be waited for: `named` and `details` are for `expect.poll`.
 */
export interface Listening {
  readonly all: readonly Heard[];
  readonly named: (type: `inlay-${string}`) => () => Heard[];
  readonly details: (type: `inlay-${string}`) => () => unknown[];
}

/** Every `inlay-*` event from now on, across the pages this tab visits. */
export async function listen(page: Page): Promise<Listening> {
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
  const named = (type: string) => all.filter((event) => event.type === type);
  return {
    all,
    named: (type) => () => named(type),
    details: (type) => () => named(type).map(({ detail }) => detail),
  };
}

/** What a visitor of the gallery has chosen, as the address has it. */
import type { Tag } from './scene.ts';
import { shown } from './scenes/index.ts';

export const themes = ['auto', 'light', 'dark', 'both'] as const;
export const directions = ['ltr', 'rtl', 'both'] as const;
export const widths = ['320', '390', 'full'] as const;
export const languages = ['en', 'fr', 'ja', 'es', 'de', 'pt', 'ar'] as const;

export interface Choices {
  readonly element: Tag | null;
  readonly theme: (typeof themes)[number];
  readonly dir: (typeof directions)[number];
  readonly lang: (typeof languages)[number];
  readonly width: (typeof widths)[number];
}

/** One cell of the table: in which theme and direction a state is shown. */
export interface Cell {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

/** What is not one of the choices is the first of them. */
export function choicesIn(query: (name: string) => string | undefined): Choices {
  const lang = oneOf(languages, query('lang'));
  return {
    element: shown.find(({ tag }) => tag === query('element'))?.tag ?? null,
    theme: oneOf(themes, query('theme')),
    dir: oneOf(directions, query('dir') ?? (lang === 'ar' ? 'rtl' : 'ltr')),
    lang,
    width: oneOf(widths, query('width') ?? 'full'),
  };
}

function oneOf<const T extends string>(choices: readonly [T, ...T[]], asked: string | undefined): T {
  return choices.find((choice) => choice === asked) ?? choices[0];
}

export function cellsOf({ theme, dir }: Choices): Cell[] {
  const wanted = theme === 'both' ? (['light', 'dark'] as const) : [theme];
  const ways = dir === 'both' ? (['ltr', 'rtl'] as const) : [dir];
  return wanted.flatMap((one) => ways.map((way) => ({ theme: one, dir: way })));
}

export function addressOf(path: string, choices: Partial<Choices>): string {
  return `${path}?${new URLSearchParams(Object.entries(choices).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
}

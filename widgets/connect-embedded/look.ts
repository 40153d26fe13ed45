/** What the kit's custom properties come to on an element, as Stripe's script wants to be told of it. */
import type { ConnectLook, ConnectVariables } from '../shared/connect-js.ts';
import { formatsOf } from '../shared/formats.ts';
import { inRgb } from './rgb.ts';

export interface Look extends ConnectLook {
  /** The same for what looks the same. */
  readonly key: string;
}

/**
 * @param probe has the colours and lengths where its style sheet, `details.styles.ts`, puts them: so the browser itself
 * resolves whatever they are made of
 */
export function lookOf(probe: Element, locale: string): Look {
  const look = { appearance: { variables: variablesOf(getComputedStyle(probe)) }, locale: formatsOf(locale) };
  return { ...look, key: JSON.stringify(look) };
}

type Computed = { readonly [property in (typeof read)[number]]: string };

const read = [
  'color',
  'backgroundColor',
  'borderTopColor',
  'borderRightColor',
  'borderBottomColor',
  'borderLeftColor',
  'outlineColor',
  'borderTopLeftRadius',
  'textIndent',
  'fontFamily',
  'fontSize',
] as const;

export function variablesOf(style: Computed): ConnectVariables {
  const primary = opaque(style.borderTopColor);
  const found = {
    colorPrimary: primary,
    buttonPrimaryColorBackground: primary,
    buttonPrimaryColorText: opaque(style.borderRightColor),
    colorBackground: opaque(style.backgroundColor),
    colorText: opaque(style.color),
    colorSecondaryText: inRgb(style.outlineColor),
    colorDanger: opaque(style.borderBottomColor),
    colorBorder: inRgb(style.borderLeftColor),
    borderRadius: pixels(style.borderTopLeftRadius, 0, 24),
    fontFamily: style.fontFamily,
    fontSizeBase: pixels(style.fontSize, 1, 40),
    spacingUnit: pixels(style.textIndent, 8, 20),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/** Of these Stripe takes no transparency: its own default looks better than a colour that is not what it was. */
function opaque(color: string): string | undefined {
  const rgb = inRgb(color);
  return rgb?.startsWith('rgb(') ? rgb : undefined;
}

/** As near as Stripe goes. It takes no percentages. */
function pixels(length: string, least: number, most: number): string | undefined {
  if (!/^[\d.]+px/.test(length)) return undefined;
  return `${Math.min(most, Math.max(least, Number.parseFloat(length)))}px`;
}

/** Tags as a host site writes them, as text. */

export type Attributes = readonly (readonly [name: string, value: string | null])[];

/** One that is null is left out; one that is '' is only named. */
export function tag(name: string, attributes: Attributes, indent = ' '): string {
  const written = attributes.flatMap(([attribute, value]) => {
    if (value === null) return [];
    return value === '' ? attribute : `${attribute}="${escaped(value)}"`;
  });
  return `<${[name, ...written].join(indent)}></${name}>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export interface Loader {
  readonly address: string;
  readonly site: string;
  readonly tokenUrl: string | null;
  readonly integrity?: string | null;
  readonly nonce?: string | null;
}

/** The script tag of the bundle, in two lines or more. */
export function loaderTag({ address, site, tokenUrl, integrity = null, nonce = null }: Loader): string {
  const line = (attributes: Attributes) => tag('script', attributes).slice('<script '.length, -'></script>'.length);
  const lines = [
    line([
      ['type', 'module'],
      ['src', address],
    ]),
    line([
      ['integrity', integrity],
      ['crossorigin', integrity && 'anonymous'],
      ['nonce', nonce],
      ['data-csp-nonce', nonce],
    ]),
    line([
      ['data-site', site],
      ['data-token-url', tokenUrl],
    ]),
  ];
  return `<script ${lines.filter((one) => one !== '').join('\n        ')}></script>`;
}

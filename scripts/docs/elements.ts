/** `docs/elements.md`: the elements, as the manifest that is made from their sources has them. */
import { type Shown, shown } from './element-examples.ts';
import { type Element, elementsOf } from './manifest.ts';
import { anchor, code, fenced, page, table } from './markdown.ts';

const variables: Readonly<Record<string, string>> = {
  '--inlay-color-primary': 'Buttons.',
  '--inlay-color-on-primary': 'Text on what has the primary colour.',
  '--inlay-color-background': 'Cards, rows and lines of status.',
  '--inlay-color-text': 'Text.',
  '--inlay-color-muted': 'Less important text.',
  '--inlay-color-danger': 'What failed, and buttons that remove.',
  '--inlay-color-success': 'What works.',
  '--inlay-color-border': 'Lines, and what stands in for what is not known yet.',
  '--inlay-border-radius': 'Roundness of corners.',
  '--inlay-spacing': 'Distance between parts.',
  '--inlay-font-family': 'Typeface.',
  '--inlay-font-size': 'Size of text, and with it of everything.',
};

export function elementsPage(manifest: unknown): string {
  const elements = elementsOf(manifest);
  return page([
    '# Elements',
    'Written by `npm run docs` from the sources of the elements. [Room before the code arrives](room.md) and the [first page](../README.md#on-your-page) say how they get onto a page.',
    table(
      ['element', 'does', 'scope of the token'],
      elements.map(({ tagName, summary }) => [link(tagName), summary, scopeOf(shown[tagName])]),
    ),
    ...everyElement(elements),
    ...events(),
    ...looks(),
    ...elements.flatMap((element) => section(element, shown[element.tagName])),
  ]);
}

const link = (tag: string) => `[\`${tag}\`](#${anchor(tag)})`;
const scopeOf = (shown: Shown | undefined) => (shown?.scope === undefined ? 'none' : code(shown.scope));

/** What they all inherit. Those of them that a page sets in JavaScript alone have no attribute. */
function everyElement([one]: readonly Element[]): string[] {
  if (one === undefined) return [];
  const ofAll = ({ inheritedFrom }: { readonly inheritedFrom?: unknown }) => inheritedFrom !== undefined;
  const properties = one.members.filter(
    ({ attribute, kind, ...member }) => kind === 'field' && ofAll(member) && attribute === undefined,
  );
  return [
    '## On every element',
    attributes(one.attributes.filter(ofAll)),
    table(
      ['property', 'type', 'meaning'],
      properties.map(({ name, type, description }) => [code(name), code(plain(type.text)), description]),
    ),
    'Each attribute is also a property, `return-path` as `returnPath`. An attribute wins over the settings of the page, which come from the script tag (`data-site`, `data-token-url`, …) or from `init()`. Every element has `start()`, which does what a click does, and `refresh()`, which asks the Worker again; both return a promise.',
    fenced(
      'ts',
      `import 'inlay'; // from npm; a page with the script tag needs no import

const button = document.createElement('connect-onboard-button');
button.returnPath = '/settings/payouts';
button.appearance = { variables: { colorPrimary: '#0a7d4d' } };
button.addEventListener('inlay-success', () => console.log(button.account?.status));
document.body.append(button);`,
    ),
  ];
}

function events(): string[] {
  return [
    '## Events',
    'They bubble and cross shadow roots. None carries a secret or a link.',
    table(
      ['event', 'when'],
      [
        ['`inlay-ready`', 'the element shows its first state; once'],
        ['`inlay-start`', 'a flow begins'],
        ['`inlay-change`', 'what the Worker knows has changed'],
        [
          '`inlay-success`',
          'the Worker has confirmed the outcome with Stripe; never on the strength of a redirect or of what a dialog said',
        ],
        ['`inlay-cancel`', 'the person closed the window or dialog, and nothing had changed'],
        [
          '`inlay-error`',
          "something failed. `InlayErrorDetail` is `{ type, code, message, recoverable, requestId }`, the message in the person's language, the code one of [Errors](errors.md)",
        ],
      ],
    ),
    "The other types are shapes of the Worker's answers: `Account`, `BankAccount`, `CheckoutSession` and `PaymentMethod` of [its API](worker-api.md#shapes).",
  ];
}

function looks(): string[] {
  return [
    '## Looks',
    table(
      ['variable', 'of `appearance.variables`', 'is for'],
      Object.entries(variables).map(([name, meaning]) => [code(name), code(camel(name)), meaning]),
    ),
    "What an element's parts and states are stands with the element: `::part(button)` reaches a part, `:state(busy)` a state.",
    fenced(
      'css',
      `connect-onboard-button {
  --inlay-color-primary: light-dark(#0a7d4d, #6fd8a8);
  --inlay-border-radius: 999px;
}
connect-onboard-button::part(button) { text-transform: uppercase }
connect-onboard-button:state(done)::part(status) { opacity: .7 }`,
    ),
  ];
}

function camel(variable: string): string {
  return variable.replace('--inlay-', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function section(element: Element, about: Shown | undefined): string[] {
  const { tagName, summary, members, slots, cssParts, cssStates } = element;
  const own = members.filter(({ inheritedFrom }) => inheritedFrom === undefined);
  const more = about?.page === undefined ? '' : ` More in [${about.page[1]}](${about.page[0]}).`;
  return [
    `## ${tagName}`,
    `${summary}${more}`,
    fenced('html', about?.example ?? `<${tagName}></${tagName}>`),
    attributes(element.attributes.filter(({ inheritedFrom }) => inheritedFrom === undefined)),
    table(
      ['in JavaScript', 'type', 'meaning'],
      own
        .filter(({ attribute }) => attribute === undefined)
        .map(({ kind, name, type, description, readonly }) => [
          code(kind === 'method' ? `${name}()` : name),
          kind === 'method' ? '' : `${code(plain(type.text))}${readonly ? ', to be read' : ''}`,
          description,
        ]),
    ),
    table(
      ['event', '`detail`', 'when'],
      element.events.map(({ name, type, description }) => [
        code(name),
        /^CustomEvent<(.*)>$/.test(type.text) ? code(type.text.slice('CustomEvent<'.length, -1)) : '',
        description,
      ]),
    ),
    named('slot', slots, (name) => (name === '' ? 'none: what stands in the element' : code(name))),
    named('`::part()`', cssParts, code),
    named('`:state()`', cssStates, code),
    usedVariables(element),
  ];
}

function named(kind: string, things: Element['slots'], show: (name: string) => string): string {
  return table(
    [kind, 'is'],
    things.map(({ name, description }) => [show(name), description]),
  );
}

/** Most use all of them. @throws where an element has one that nobody has said a word about. */
function usedVariables({ tagName, cssProperties }: Element): string {
  const unknown = cssProperties.find(({ name }) => !(name in variables));
  if (unknown !== undefined) throw new Error(`scripts/docs/elements.ts does not say what ${unknown.name} is for.`);
  const used = new Set(cssProperties.map(({ name }) => name));
  const without = Object.keys(variables).filter((name) => !used.has(name));
  if (used.size === 0) return `\`${tagName}\` uses none of the variables.`;
  if (without.length === 0) return 'Uses all of the [variables](#looks).';
  return `Uses all of the [variables](#looks) but ${without.map(code).join(', ')}.`;
}

function attributes(all: Element['attributes']): string {
  return table(
    ['attribute', 'values', 'meaning'],
    all.map(({ name, type, description }) => [code(name), values(type.text), description]),
  );
}

/** `'auto' | 'popup' | null | undefined` is for who writes TypeScript; in HTML it is one of the two words. */
function values(type: string): string {
  const choices = type.match(/'[^']+'/g);
  if (type === 'Theme | null | undefined') return '`auto`, `light`, `dark`';
  if (choices !== null) return choices.map((choice) => code(choice.slice(1, -1))).join(', ');
  if (type === 'boolean') return 'there or not';
  if (type.startsWith('number')) return 'a number';
  return 'text';
}

function plain(type: string): string {
  return type.replace(/ \| null \| undefined$| \| undefined$/, '');
}

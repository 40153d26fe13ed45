/** Form encoding as Stripe reads it: `a[b]=1`, and arrays as `a[0]=x`, `a[]=x` or with the brackets percent-encoded. */
export type Tree = string | null | Tree[] | { [key: string]: Tree };
export type Fields = { [key: string]: Tree };

type Branch = Map<string, string | Branch>;

/** A form's text. Not by `text()`: workerd warns of every body whose type is not a text's. */
export async function formText(request: Request): Promise<string> {
  return new TextDecoder().decode(await request.arrayBuffer());
}

/** An empty value means "unset" throughout Stripe's API, and becomes null. */
export function decodeForm(text: string): Fields {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const [head, ...rest] = segments(name);
    plant(root, head ?? name, rest, value);
  }
  return Object.fromEntries(Array.from(root, ([key, node]) => [key, toTree(node)]));
}

function segments(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match?.[1]) return [name];
  return [match[1], ...Array.from((match[2] ?? '').matchAll(/\[([^[\]]*)\]/g), (part) => part[1] ?? '')];
}

function plant(branch: Branch, key: string, rest: string[], value: string): void {
  const [next, ...after] = rest;
  if (next === undefined) {
    branch.set(key, value);
    return;
  }
  const found = branch.get(key);
  const child: Branch = found instanceof Map ? found : new Map();
  branch.set(key, child);
  plant(child, next === '' ? openIndex(child, after[0]) : next, after, value);
}

/** `items[][id]=1&items[][n]=2` is one item; a field that item already has starts the next one. */
function openIndex(list: Branch, field: string | undefined): string {
  const last = list.get(String(list.size - 1));
  const continues = field !== undefined && last instanceof Map && !last.has(field);
  return String(continues ? list.size - 1 : list.size);
}

function toTree(node: string | Branch): Tree {
  if (typeof node === 'string') return node === '' ? null : node;
  const entries = Array.from(node, ([key, child]): [string, Tree] => [key, toTree(child)]);
  if (entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
  }
  return Object.fromEntries(entries);
}

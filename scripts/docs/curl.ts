/** An operation as a command that can be pasted into a terminal. */
import type { Operation } from '../openapi-operations.ts';

/** What stands for the parameters of a path. */
function placeholder(name: string, path: string): string {
  if (name === 'session') return path.includes('/checkout/') ? 'cs_…' : 'fcsess_…';
  const known: Readonly<Record<string, string>> = {
    site: 'site_…',
    key: 'key_…',
    account: 'fca_…',
    payment_method: 'pm_…',
    setup_intent: 'seti_…',
  };
  return known[name] ?? 'ann';
}

const keys = { user: 'USER_TOKEN', site: 'SECRET', operator: 'INLAY_OPERATOR_KEY' } as const;

export function curl(route: string, { caller, example, headers = {}, optionalHeaders = {} }: Operation): string {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => placeholder(name, path));
  const fromPage = caller === 'user' || caller === 'page';
  const key = caller === 'user' || caller === 'site' || caller === 'operator' ? keys[caller] : undefined;
  const lines = [
    `curl${method === 'GET' || example !== undefined ? '' : ` -X ${method}`} https://pay.example.com${address}`,
    ...(method === 'PATCH' ? ['-X PATCH'] : []),
    ...(fromPage ? ["-H 'Origin: https://app.example.com'"] : []),
    ...(key === undefined ? [] : [`-H "Authorization: Bearer $${key}"`]),
    ...Object.keys({ ...headers, ...optionalHeaders }).map((name) => `-H '${name}: order-1042'`),
    ...(example === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d '${spaced(JSON.stringify(example, null, 1))}'`]),
  ];
  return lines.join(' \\\n  ');
}

/** On one line, with the room that people put between things. */
function spaced(json: string): string {
  return json.replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
}

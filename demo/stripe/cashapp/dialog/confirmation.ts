/** The arguments of `confirmCashappSetup` and `confirmCashappPayment` as a form, or what is wrong with them. */

export function confirmation(data: unknown): { form: URLSearchParams } | { wrong: string } {
  if (data !== undefined && !isObject(data)) return { wrong: 'data should be an object' };
  const { payment_method: method, ...rest } = data ?? {};
  const form = new URLSearchParams();
  if (typeof method === 'string') form.set('payment_method', method);
  else if (method === undefined || isObject(method)) write(form, 'payment_method_data', { ...method, type: 'cashapp' });
  else return { wrong: 'payment_method should be an object or the id of a PaymentMethod' };
  if (rest.return_url !== undefined && typeof rest.return_url !== 'string')
    return { wrong: 'return_url should be a string' };
  // Who presses the button agrees, in this browser.
  const mandate_data = { customer_acceptance: { type: 'online', online: { infer_from_client: true } } };
  for (const [name, value] of Object.entries({ mandate_data, ...rest })) write(form, name, value);
  return { form };
}

/** `handleActions: false` leaves showing the code, or going to Cash App, to the page. */
export function handlesActions(options: unknown): boolean | { wrong: string } {
  if (options === undefined) return true;
  if (!isObject(options)) return { wrong: 'options should be an object' };
  const { handleActions = true } = options;
  return typeof handleActions === 'boolean' ? handleActions : { wrong: 'handleActions should be a boolean' };
}

function write(form: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return;
  if (isObject(value) || Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) write(form, `${name}[${key}]`, inner);
  } else form.append(name, value === null ? '' : String(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

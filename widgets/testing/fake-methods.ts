/** The Worker's routes of saved payment methods behind `fake-worker.ts`, with what a test says is saved. */
import type { PaymentMethod, PaymentMethodList, PaymentMethodRemoved } from '../../worker/contract.ts';

export class FakeMethods {
  /** Newest first. */
  saved: PaymentMethod[] = [];

  /** Undefined: not a route of saved methods. */
  answer(what: string): Response | undefined {
    const [method, path = ''] = what.split(' ');
    const [things, id, more] = path.split('/');
    if (things !== 'payment_methods' || more !== undefined) return undefined;
    if (method === 'GET' && id === undefined) {
      const list = { object: 'list', url: `/${path}`, has_more: false, data: this.saved } satisfies PaymentMethodList;
      return Response.json(list);
    }
    if (method !== 'DELETE' || !this.saved.some((one) => one.id === id)) return Response.json(missing, { status: 404 });
    this.saved = this.saved.filter((one) => one.id !== id);
    return Response.json({ object: 'payment_method', id: `${id}`, deleted: true } satisfies PaymentMethodRemoved);
  }
}

const missing = {
  error: { type: 'not_found_error', code: 'resource_missing', message: 'For developers.', request_id: 'req_test' },
};

/** Seconds since the epoch of a day at noon, where the person is. */
export function noonOf(year: number, month: number, day: number): number {
  return new Date(year, month - 1, day, 12).getTime() / 1000;
}

/** Ada's Cash App, saved on 3 March 2026 and never charged, as the Worker gives it. */
export function methodThat(is: Partial<PaymentMethod> = {}, cashtag: string | null = '$ada'): PaymentMethod {
  return {
    object: 'payment_method',
    id: 'pm_1',
    type: 'cashapp',
    cashapp: { cashtag },
    created: noonOf(2026, 3, 3),
    last_used_at: null,
    ...is,
  };
}

import * as v from 'valibot';

export const Mode = v.picklist(['test', 'live']);
export type Mode = v.InferOutput<typeof Mode>;

export const Scope = v.picklist(['onboard', 'bank', 'save', 'checkout', 'embedded']);
export type Scope = v.InferOutput<typeof Scope>;

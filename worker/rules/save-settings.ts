/** For what a site's users save payment methods, and what they are told of it. Names are Stripe's (STRIPE.md 5.1). */
import * as v from 'valibot';
import { SetupUsage } from '../contract.ts';

export const SaveSettings = v.strictObject({
  /** `off_session`: to charge while the person is away. `on_session`: only while they are there. */
  usage: v.optional(SetupUsage, 'off_session'),
});
export type SaveSettings = v.InferOutput<typeof SaveSettings>;

export const defaultSaveSettings: SaveSettings = v.parse(SaveSettings, {});

/** The `save` claim of a user token: narrows the site's settings. */
export const SaveClaim = v.strictObject({ usage: v.exactOptional(SetupUsage) });
export type SaveClaim = v.InferOutput<typeof SaveClaim>;

/** Null where the token asks for more than the site allows. */
export function narrowUsage(site: SaveSettings, { usage }: SaveClaim = {}): SetupUsage | null {
  return site.usage === 'on_session' && usage === 'off_session' ? null : (usage ?? site.usage);
}

import { boolean, integer, list, object, oneOf, optional, text, url } from '../api/params.ts';
import { methodData } from '../payment_methods/params.ts';

/** What confirming either kind of intent takes. */
export const confirmFields = {
  allowed_payment_method_types: optional(list(text)),
  mandate_data: optional(
    object({
      customer_acceptance: object({
        type: oneOf('offline', 'online'),
        accepted_at: optional(integer),
        offline: optional(object({})),
        online: optional(
          object({
            infer_from_client: optional(boolean),
            ip_address: optional(text),
            user_agent: optional(text),
          }),
        ),
      }),
    }),
  ),
  payment_method: optional(text),
  payment_method_data: optional(methodData),
  payment_method_types: optional(list(text)),
  return_url: optional(url),
  use_stripe_sdk: optional(boolean),
};

/** What creating either kind takes besides. */
export const createFields = {
  ...confirmFields,
  automatic_payment_methods: optional(
    object({ enabled: boolean, allow_redirects: optional(oneOf('always', 'never')) }),
  ),
  confirm: optional(boolean),
  customer: optional(text),
  description: optional(text),
  excluded_payment_method_types: optional(list(text)),
  payment_method_configuration: optional(text),
};

/** A publishable key brings the client secret along. */
export const secretField = { client_secret: optional(text) };

export const CANCELLATIONS = oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer');

import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { boolean, mergeMetadata, metadata, object, optional, range, text, within } from '../api/params.ts';
import { closeDispute, isAnswerable, submitted, updateDispute } from './changes.ts';
import type { StoredDispute } from './dispute.ts';
import { evidenceParams, hasEvidence } from './evidence.ts';

export const disputeEndpoints: ApiEndpoint[] = [
  endpoint(
    'GET',
    '/v1/disputes',
    object({ ...paging, charge: optional(text), created: optional(range), payment_intent: optional(text) }),
    ({ store, url }, wanted): Stripe.ApiList<Stripe.Dispute> =>
      page(
        'dispute',
        url,
        store.disputes.values(),
        wanted,
        (dispute) =>
          within(dispute.created, wanted.created) &&
          (!wanted.charge || wanted.charge === dispute.charge) &&
          (!wanted.payment_intent || wanted.payment_intent === dispute.payment_intent),
      ),
  ),
  endpoint('GET', '/v1/disputes/:id', object({}), (call): Stripe.Dispute => named(call)),
  endpoint(
    'POST',
    '/v1/disputes/:id',
    object({ evidence: optional(evidenceParams), metadata: optional(metadata), submit: optional(boolean) }),
    (call, given): Stripe.Dispute => {
      const { world, store, cause } = call;
      const before = named(call);
      if ((given.evidence || given.submit) && !isAnswerable(before)) {
        throw refused(`This dispute has a status of ${before.status}, so evidence can no longer be submitted.`);
      }
      const evidence = { ...before.evidence, ...given.evidence };
      const staged: StoredDispute = {
        ...before,
        evidence,
        evidence_details: {
          ...before.evidence_details,
          has_evidence: before.evidence_details.has_evidence || (given.evidence != null && hasEvidence(evidence)),
        },
        metadata: mergeMetadata(before.metadata, given.metadata),
      };
      const submits = given.submit ?? given.evidence != null;
      return updateDispute(world, store, before, submits ? submitted(world, store, staged) : staged, cause);
    },
  ),
  endpoint('POST', '/v1/disputes/:id/close', object({}), (call): Stripe.Dispute => {
    const dispute = named(call);
    if (!isAnswerable(dispute)) {
      throw refused(`This dispute has a status of ${dispute.status}, so it cannot be closed.`);
    }
    return closeDispute(call.world, call.store, dispute, 'lost', call.cause);
  }),
];

function named({ store, part }: Call): StoredDispute {
  const found = store.disputes.get(part('id'));
  if (!found) throw noSuch('dispute', part('id'));
  return found;
}

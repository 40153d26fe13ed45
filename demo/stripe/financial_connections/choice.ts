/** Which accounts a session may link: the same rule for the dialog and for the controls. */
import type { Institution, OfferedAccount } from './institution.ts';
import { institutionNamed } from './institutions.ts';
import { type BankSession, choicePays, onOffer } from './session.ts';

/** The accounts to link, or why they cannot be: the first on offer where none are named. */
export function chosenFor(
  session: BankSession,
  name: string,
  names: readonly string[] | undefined,
): { institution: Institution; accounts: OfferedAccount[] } | { refused: string } {
  const institution = institutionNamed(name);
  if (!institution) return { refused: `There is no institution '${name}'.` };
  if (institution.outage) return { refused: `${name} is down: it has no accounts to link.` };
  const offered = onOffer(session, institution);
  const accounts = names ? offered.filter((account) => names.includes(account.name)) : offered.slice(0, 1);
  const missing = names?.find((wanted) => !accounts.some((account) => account.name === wanted));
  if (missing !== undefined) return { refused: `${name} offers no account '${missing}' to this session.` };
  if (session.limit !== null && accounts.length > session.limit)
    return { refused: `This session can link at most ${session.limit} accounts.` };
  if (accounts.length > 0 && !choicePays(session, accounts))
    return { refused: 'This session needs at least one account that can be debited.' };
  return { institution, accounts };
}

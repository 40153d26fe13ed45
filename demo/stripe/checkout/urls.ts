/** Where a buyer goes afterwards: each way of showing Checkout has its own addresses. */
import { invalid } from '../api/errors.ts';
import { mayRedirect } from './methods.ts';
import type { SessionParams } from './params.ts';

export function checkUrls(given: SessionParams, types: readonly string[]): void {
  const mode = given.ui_mode ?? 'hosted_page';
  if (mode === 'hosted_page') {
    refuse(given, ['return_url', 'redirect_on_completion'], mode);
    if (!given.success_url) throw missing('success_url');
    return;
  }
  refuse(given, ['success_url', 'cancel_url'], mode);
  if (mode === 'elements') refuse(given, ['redirect_on_completion'], mode);
  const redirects = given.redirect_on_completion ?? (mode === 'elements' ? 'if_required' : 'always');
  if (redirects === 'never' && given.return_url) {
    throw invalid('return_url', 'You cannot set `return_url` if `redirect_on_completion` is `never`.');
  }
  if (!given.return_url && (redirects === 'always' || (redirects === 'if_required' && mayRedirect(types)))) {
    throw missing('return_url');
  }
}

function refuse(
  given: SessionParams,
  names: readonly ('cancel_url' | 'redirect_on_completion' | 'return_url' | 'success_url')[],
  mode: string,
): void {
  const name = names.find((each) => given[each] != null);
  if (name) throw invalid(name, `You cannot set \`${name}\` if \`ui_mode\` is \`${mode}\`.`);
}

function missing(param: string) {
  return invalid(param, `Missing required param: ${param}.`, 'parameter_missing');
}

/** Wrong arguments: a mistake of the page's author, thrown at once instead of being answered as `{ error }`. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

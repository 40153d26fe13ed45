/** The parameters of the page's address, as they were written. */
export function parameters(): string[] {
  return location.search.slice(1).split('&');
}

/** Takes some off the address. The others, and the hash, stay exactly as they were written. */
export function dropParameters(drop: (parameter: string) => boolean): void {
  const kept = parameters().filter((parameter) => !drop(parameter));
  const search = kept.length ? `?${kept.join('&')}` : '';
  // With its origin: of a path that begins with two slashes the first part would be taken for one.
  history.replaceState(history.state, '', location.origin + location.pathname + search + location.hash);
}

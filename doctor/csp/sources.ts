/** Whether an address is one of those that a source of a policy means: CSP level 3, section 6.7.2, for a first request. */

/** @param self the page's own address */
export function meansUrl(source: string, url: URL, self: URL): boolean {
  if (/^'self'$/i.test(source)) return isSelf(url, self);
  if (source === '*') return /^(https?|wss?):$/.test(url.protocol) || url.protocol === self.protocol;
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1];
  if (scheme !== undefined) return coversScheme(scheme.toLowerCase(), url);
  return isHost(source, url, self);
}

/** The same host; on its usual port `http` stands for `https`, too. */
function isSelf(url: URL, self: URL): boolean {
  if (url.origin === self.origin) return self.origin !== 'null';
  return url.hostname === self.hostname && url.port === '' && self.port === '' && coversScheme(schemeOf(self), url);
}

const HOST =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i;

function isHost(source: string, url: URL, self: URL): boolean {
  const [, scheme, host, port, path] = HOST.exec(source) ?? [];
  if (host === undefined || url.hostname === '') return false;
  return (
    coversScheme(scheme?.toLowerCase() ?? schemeOf(self), url) &&
    coversHost(host.toLowerCase(), url.hostname) &&
    coversPort(port, url) &&
    coversPath(path, url.pathname)
  );
}

function schemeOf({ protocol }: URL): string {
  return protocol.slice(0, -1);
}

/** The safer scheme is covered by the less safe one, never the other way round. */
function coversScheme(scheme: string, url: URL): boolean {
  const asked = schemeOf(url);
  if (scheme === asked) return true;
  if (scheme === 'http') return asked === 'https';
  if (scheme === 'ws') return ['wss', 'http', 'https'].includes(asked);
  return scheme === 'wss' && asked === 'https';
}

/** `*.example.com` is every subdomain, and not `example.com` itself. */
function coversHost(host: string, asked: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? asked.endsWith(host.slice(1)) : asked === host;
}

function coversPort(port: string | undefined, url: URL): boolean {
  if (port === '*') return true;
  const usual = { 'http:': '80', 'ws:': '80', 'https:': '443', 'wss:': '443' }[url.protocol];
  const asked = url.port || usual;
  if (port === undefined) return asked === usual;
  return port === asked || (port === '80' && asked === '443');
}

/** A path that ends in a slash is everything below it; any other is exactly that file. */
function coversPath(path: string | undefined, asked: string): boolean {
  if (path === undefined || path === '/') return true;
  const [want, have] = [decoded(path), decoded(asked)];
  return want.endsWith('/') ? have.startsWith(want) : have === want;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

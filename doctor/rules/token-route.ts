/** The token route of the host site, and what it gives out. */
import type { Checkup, Scope } from '../../worker/contract.ts';
import type { Claims, Facts, PageFacts, TokenFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { rightClaim } from '../right-claims.ts';
import { scopeOf } from '../scope-of.ts';
import { withoutQuery } from '../settings.ts';
import { siteId } from '../shell.ts';

/** Seconds by which the Worker lets two clocks differ. */
const CLOCK_SKEW = 5;

export function tokenRoute({ page, worker, token }: Facts): Finding[] {
  const checkup = worker.checkup.came === 'answer' ? worker.checkup.checkup : null;
  if (token.came === 'unasked') return [];
  if (token.came !== 'token') return [noToken(token, page)];
  const { redirected, claims } = token;
  const answers = redirected === null ? `${routeOf(page)} answers with a token.` : null;
  return [
    answers === null
      ? redirect(redirected ?? '', page)
      : { check: 'token-route', outcome: 'ok', owner: 'token', says: answers },
    ...verdict(claims, checkup, page),
    ...scopes(checkup, page),
    ...clock(token, checkup),
  ];
}

function routeOf({ settings: { tokens } }: PageFacts): string {
  return tokens === 'function' || tokens === null ? 'fetchToken' : withoutQuery(tokens.url);
}

type NoToken = Exclude<TokenFacts, { came: 'token' | 'unasked' }>;

function noToken(token: NoToken, page: PageFacts): Finding {
  const found = { check: 'token-route', outcome: 'fault', owner: 'token' } as const;
  const route = routeOf(page);
  if (token.came === 'nothing') {
    return {
      ...found,
      says: `${route} could not be asked (${token.reason}). It has to be a route of your own, on the page's origin:`,
      paste: 'data-token-url="/inlay/token"',
    };
  }
  if (token.redirected !== null) return redirect(token.redirected, page);
  if (token.came === 'text') {
    return {
      ...found,
      says: `${route} answered something else than a token (${token.type ?? 'without a Content-Type'}). It has to answer with JSON:`,
      paste: '{ "token": "eyJ…" }',
    };
  }
  if (token.status === 401 || token.status === 403) {
    return {
      ...found,
      outcome: 'unknown',
      says: `${route} answered ${token.status}: nobody is signed in here. Sign in, put <inlay-doctor> on the page, or give a terminal your session in INLAY_COOKIE.`,
    };
  }
  if (token.status === 404 || token.status === 405) {
    const path = new URL(
      page.settings.tokens === 'function' ? '/inlay/token' : (page.settings.tokens?.url ?? ''),
      page.url,
    ).pathname;
    return {
      ...found,
      says: `${route} answered ${token.status}: your backend has no such route, or it takes no POST. It has to answer:`,
      paste: `POST ${path}`,
    };
  }
  return {
    ...found,
    says: `${route} answered ${token.status}: look into your backend's log. Once it works it answers 200 with:`,
    paste: '{ "token": "eyJ…" }',
  };
}

function redirect(to: string, page: PageFacts): Finding {
  return {
    check: 'token-route',
    outcome: 'fault',
    owner: 'token',
    says: `${routeOf(page)} redirects to ${to}, as a login page or a missing slash does: a POST that is redirected may arrive as a GET. Set the address that answers:`,
    paste: `data-token-url="${to}"`,
  };
}

function verdict(claims: Claims | null, checkup: Checkup | null, page: PageFacts): Finding[] {
  const found = { check: 'token', owner: 'token' } as const;
  const token = checkup?.token;
  if (!checkup || !token) return [];
  if (token.valid) return [{ ...found, outcome: 'ok', says: 'The Worker accepts the token.' }];
  // The clock has a finding of its own.
  if (token.param === 'iat' && claims?.iat && !inMilliseconds(claims.iat)) return [];
  return [{ ...found, outcome: 'fault', ...remedy(token.param, claims, checkup, page) }];
}

function remedy(
  param: string | null,
  claims: Claims | null,
  { worker, site }: Checkup,
  { elements }: PageFacts,
): Pick<Finding, 'says' | 'paste'> {
  const is = (value: unknown) => (typeof value === 'string' ? `"${value.slice(0, 100)}"` : 'missing');
  switch (param) {
    case null:
      return { says: 'What the route gives out is no token, or one of more than 4 KB.', paste: '{ "token": "eyJ…" }' };
    case 'header':
      return {
        says: 'The header of the token has to be exactly this, with the id of one of the site’s keys as kid:',
        paste: '{ "alg": "HS256", "typ": "inlay+jwt", "kid": "key_…" }',
      };
    case 'kid':
      return {
        says: 'The site has no such key: kid names none of its keys, or one that was rotated out. The operator makes a new one, whose id and secret go to your backend:',
        paste: `npm run site -- rotate ${siteId(site)}`,
      };
    case 'signature':
      return {
        says: 'The token is not signed with the secret of the key that its kid names. Sign with the bytes of the secret as they were shown, not decoded; if it is lost, the operator makes a new one:',
        paste: `npm run site -- rotate ${siteId(site)}`,
      };
    case 'iss':
      return {
        says: `The claim iss is ${is(claims?.iss)}. It has to be the id of the site:`,
        paste: `"iss": "${site}"`,
      };
    case 'aud':
      return {
        says: `The claim aud is ${is(claims?.aud)}. It has to be the Worker's origin:`,
        paste: `"aud": "${worker}"`,
      };
    case 'iat':
      return {
        says: claims?.iat
          ? 'The claim iat is in milliseconds. It has to be in seconds, not milliseconds:'
          : 'The claim iat has to be a number: when the token was made, in seconds since 1970:',
        paste: '"iat": Math.floor(Date.now() / 1000)',
      };
    case 'exp':
      if (claims?.exp && inMilliseconds(claims.exp)) {
        const says = 'The claim exp is in milliseconds. It has to be in seconds, not milliseconds:';
        return { says, paste: '"exp": Math.floor(Date.now() / 1000) + 300' };
      }
      return claims?.exp && claims.iat && claims.exp - claims.iat > 600
        ? {
            says: `The token is good for ${claims.exp - claims.iat} seconds, and may be for 600 at most:`,
            paste: '"exp": iat + 300',
          }
        : {
            says: 'The token has run out, or never ends: make a new one for every request, and keep none. In seconds:',
            paste: '"exp": iat + 300',
          };
    case 'jti':
      return { says: 'The claim jti has to be there, another one in every token:', paste: '"jti": "<a UUID>"' };
    case 'sub':
      return {
        says: 'The claim sub has to be your id of the user, a text of 1 to 128 characters:',
        paste: '"sub": "<your user id>"',
      };
    default:
      return rightClaim(param, scopesOf(elements));
  }
}

/** No clock is so far off: in seconds it would be the year 5138. */
function inMilliseconds(time: number): boolean {
  return time > 1e11;
}

function scopesOf(elements: PageFacts['elements']): Scope[] {
  return [...new Set(elements.flatMap(({ tag }) => scopeOf(tag) ?? []))];
}

/** What tokens have to be good for, for the elements on the page. */
function scopes(checkup: Checkup | null, { elements }: PageFacts): Finding[] {
  const token = checkup?.token;
  if (!token?.valid) return [];
  const missing = scopesOf(elements).filter((scope) => !token.scope.includes(scope));
  const found = { check: 'token-scope', owner: 'token' } as const;
  if (missing.length === 0)
    return [{ ...found, outcome: 'ok', says: 'The token has the scopes of the elements on this page.' }];
  return [
    {
      ...found,
      outcome: 'fault',
      says: `The token lacks the scope ${missing.join(' and ')}, for which elements on this page ask. The claim has to be:`,
      paste: `"scope": ${JSON.stringify([...token.scope, ...missing])}`,
    },
  ];
}

function clock(token: TokenFacts & { came: 'token' }, checkup: Checkup | null): Finding[] {
  const found = { check: 'clock', owner: 'token' } as const;
  if (checkup === null) return [];
  // A token may have been made a while ago, but never in the future.
  const iat = token.claims?.iat ?? 0;
  const early = inMilliseconds(iat) ? 0 : iat - checkup.now;
  const skew = early > CLOCK_SKEW ? early : token.skew;
  if (skew === null || Math.abs(skew) <= CLOCK_SKEW) {
    return [{ ...found, outcome: 'ok', says: 'The clock of the token route agrees with the Worker’s.' }];
  }
  return [
    {
      ...found,
      outcome: 'fault',
      says: `The clock of the token route is ${Math.abs(skew)} seconds ${skew > 0 ? 'ahead of' : 'behind'} the Worker's; ${CLOCK_SKEW} are allowed. Set it by the network's time; on Linux:`,
      paste: 'timedatectl set-ntp true',
    },
  ];
}

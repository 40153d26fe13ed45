/** One of Stripe's scripts: at most one a page, never before there is need of it, and never for good when it did not load. */
import { InlayError } from './inlay-error.ts';

const TIMEOUT_MS = 15_000;

/** A tag of the page's own that did not load is not waited for a second time. */
const failed = new WeakSet<HTMLScriptElement>();

/**
 * What loads a script; from elsewhere than its `source` only in tests.
 *
 * @param own what a page may have put in itself
 * @param origins where it and its frames come from, as a Content-Security-Policy lists them
 * @param name of the global it defines
 * @param defined that global, once there is one; a page may have it already
 */
export function loaderOf<Global>(
  source: string,
  own: RegExp,
  origins: string,
  name: string,
  defined: () => Global | undefined,
): (nonce?: string, address?: string) => Promise<Global> {
  let loading: Promise<Global> | undefined;

  async function load(nonce: string | undefined, address: string): Promise<Global> {
    const over = new AbortController();
    const known = [...document.scripts].find((script) => own.test(script.src) && !failed.has(script));
    const script = known ?? document.createElement('script');
    try {
      const arrived = Promise.race([arrival(script, over.signal), refusedByPolicy(origins, over.signal)]);
      if (!known) {
        if (nonce) script.nonce = nonce;
        script.src = trusted(address);
        document.head.append(script);
      }
      await arrived;
      const global = defined();
      if (global) return global;
      throw new InlayError('stripe_js_failed', `${script.src} has loaded, but there is no window.${name}.`);
    } catch (error) {
      if (known) failed.add(known);
      else script.remove();
      throw error;
    } finally {
      over.abort();
    }
  }

  return async (nonce, address = source) => {
    const global = defined();
    if (global) return global;
    // A failure is not kept: the next one who needs the script tries again.
    loading ??= load(nonce, address).finally(() => {
      loading = undefined;
    });
    return loading;
  };
}

function arrival(script: HTMLScriptElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (how: string) =>
      reject(new InlayError('stripe_js_failed', `${script.src} ${how}.`, 'connection_error'));
    script.addEventListener('load', () => resolve(), { signal });
    // A policy that forbids it is told of at the same moment, and says more.
    script.addEventListener('error', () => setTimeout(() => fail('could not be loaded')), { signal });
    // A tag of the page's own may have failed before anybody listened.
    const timer = setTimeout(() => fail('did not load in time'), TIMEOUT_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** Rejects when a Content-Security-Policy of the page forbids a script or frames of these origins. */
export function refusedByPolicy(origins: string, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refused = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent) => {
      // Frames may come from subdomains.
      const uri = blockedURI.replace(/\/[\w-]+\.js\./, '/js.');
      if (disposition !== 'enforce' || !origins.split(' ').some((origin) => uri.startsWith(origin))) return;
      const problem = `The Content-Security-Policy of this page forbids ${blockedURI} (${effectiveDirective})`;
      reject(blocked(`${problem}: add ${origins} to script-src and frame-src.`));
    };
    document.addEventListener('securitypolicyviolation', refused, { signal });
  });
}

function blocked(problem: string): InlayError {
  return new InlayError('stripe_js_blocked', problem, 'configuration_error');
}

interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

declare global {
  interface Window {
    /** Absent where a browser does not know them. */
    trustedTypes?: ScriptUrls | undefined;
  }
}

let policy: ReturnType<ScriptUrls['createPolicy']> | undefined;

/** Where a page enforces Trusted Types, it allows the policy `inlay` for the addresses that are written in these files. */
function trusted(url: string): string {
  try {
    policy ??= window.trustedTypes?.createPolicy('inlay', { createScriptURL: (address) => address });
  } catch {
    throw blocked('The Trusted Types of this page forbid the policy inlay: add it to trusted-types.');
  }
  return policy?.createScriptURL(url) ?? url;
}

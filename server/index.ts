/**
 * `inlay/server`: what a host's backend needs of user tokens. WebCrypto and nothing else, so that it runs wherever a backend
 * does: Node, Workers, Deno, Bun. What is signed and what is accepted is decided by the Worker's own code.
 */
export type { Scope } from '../worker/contract.ts';
export type { AccountPrefill } from '../worker/rules/account-prefill.ts';
export type { BankClaim } from '../worker/rules/bank-settings.ts';
export type { EmbeddedClaim } from '../worker/rules/embedded-settings.ts';
export type { SaveClaim } from '../worker/rules/save-settings.ts';
export { type MintTokenOptions, mintToken, type SiteKey } from './mint-token.ts';
export { type Claims, TokenError, type VerifyTokenOptions, verifyToken } from './verify-token.ts';

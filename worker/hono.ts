/** What a request carries from one layer to the next. */
import type { Context } from 'hono';
import type { UserClaims } from './rules/user-claims.ts';
import type { Services } from './services.ts';
import type { Site } from './trust/site-directory.ts';

export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    services: Services;
    site: Site;
    user: UserClaims;
  };
}
export type AppContext = Context<AppEnv>;

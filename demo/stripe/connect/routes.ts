/** What `/js/connect.js` talks to. Form bodies, so that a browser need not ask beforehand. */
import type { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ComponentName } from '../account_sessions/components.ts';
import { browserCall, field } from '../api/browser_call.ts';
import { ApiError, unrecognizedUrl } from '../api/errors.ts';
import type { Env } from '../api/respond.ts';
import { nextStep, type StepId } from '../onboarding/steps.ts';
import type { World } from '../world.ts';
import { type PanelCall, panelCall, sessionCall } from './call.ts';
import { windowPages } from './pages.ts';
import { accountManagement, accountOnboarding } from './panels/account.ts';
import { documents } from './panels/documents.ts';
import { notificationBanner } from './panels/notification_banner.ts';
import type { Panel } from './panels/panel.ts';
import { paymentMethodSettings } from './panels/payment_method_settings.ts';
import { payments } from './panels/payments.ts';
import { balances, payouts } from './panels/payouts.ts';
import { letsIn, offerWindow, type WindowStatus } from './window.ts';

const PANELS = new Map<string, { component: ComponentName; panel: Panel }>(
  [
    ['account_management', accountManagement] as const,
    ['account_onboarding', accountOnboarding] as const,
    ['balances', balances] as const,
    ['documents', documents] as const,
    ['notification_banner', notificationBanner] as const,
    ['payment_method_settings', paymentMethodSettings] as const,
    ['payments', payments] as const,
    ['payouts', payouts] as const,
  ].map(([component, panel]) => [component, { component, panel }]),
);

/** What every answer to a component holds. */
export interface PanelAnswer {
  /** As its panel reads it. */
  readonly shown: object;
  /** The next window it may open. */
  readonly window: string;
  /** Whether what needs it has to wait for somebody to be let in through a window. */
  readonly authenticates: boolean;
}

export interface WindowAnswer {
  readonly status: WindowStatus;
  /** Of onboarding: where the person is. */
  readonly step: StepId;
}

export function connectRoutes(app: Hono<Env>, world: World): void {
  app.use('/connect/panels/*', cors());
  app.use('/connect/windows/*', cors());
  app.use('/connect/logout', cors());
  windowPages(app, world);
  app.post(
    '/connect/panels/:component',
    browserCall(
      (fields, c) => {
        const found = panelNamed(c.req.method, c.req.path, c.req.param('component'));
        return { panel: found.panel, call: panelCall(world, fields, found.component) };
      },
      ({ panel, call }) => answer(panel, call),
    ),
  );
  app.post(
    '/connect/panels/:component/:act',
    browserCall(
      (fields, c) => {
        const { component, panel } = panelNamed(c.req.method, c.req.path, c.req.param('component'));
        const act = panel.acts?.[c.req.param('act') ?? ''];
        if (!act) throw unrecognizedUrl(c.req.method, c.req.path);
        const call = panelCall(world, fields, component);
        if (act.authenticated) requireLetIn(call);
        return { panel, act, again: () => panelCall(world, fields, component), call };
      },
      ({ panel, act, again, call }) => {
        act.run(call);
        return answer(panel, again());
      },
    ),
  );
  app.post(
    '/connect/windows/:id',
    browserCall(
      (fields) => sessionCall(world, fields),
      ({ platform, session }, c): WindowAnswer => {
        const found = world.connectWindows.get(c.req.param('id') ?? '');
        const account = platform.accounts.get(session.account);
        if (!account || found?.account !== account.id) throw new ApiError(404, { message: 'No such window.' });
        return { status: found.status, step: nextStep(account) };
      },
    ),
  );
  app.post(
    '/connect/logout',
    browserCall(
      (fields) => sessionCall(world, fields),
      ({ session, fields }) => {
        world.accountSessions.delete(session.secret);
        const window = world.connectWindows.get(field(fields, 'authentication'));
        if (window?.account === session.account) world.connectWindows.delete(window.id);
        return {};
      },
    ),
  );
}

function panelNamed(method: string, path: string, name = '') {
  const found = PANELS.get(name);
  if (!found) throw unrecognizedUrl(method, path);
  return found;
}

function answer(panel: Panel, call: PanelCall): PanelAnswer {
  return {
    shown: panel.read(call),
    window: offerWindow(call.world, call.session).id,
    authenticates: !call.features.get('disable_stripe_user_authentication'),
  };
}

function requireLetIn({ world, session, features, fields }: PanelCall): void {
  if (features.get('disable_stripe_user_authentication')) return;
  if (letsIn(world, field(fields, 'authentication'), session.account)) return;
  throw new ApiError(403, {
    code: 'authentication_required',
    message: 'Stripe has to know who is there before this can be done.',
  });
}

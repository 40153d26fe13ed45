import { html } from 'hono/html';
import type { Html, View } from '../layout.ts';
import { qaControls } from './panel.ts';
import { recentRequests } from './stand-in.ts';

/** Every switch of the stand-in, and what the Worker last asked of it. */
export async function qaPage(view: View): Promise<Html> {
  const { standIn } = view.settings;
  return html`
    <h1>For testers</h1>
    <p class="lead">The same panel is at the foot of every page. Each name is a different person with an account of their
      own.</p>
    <div class="qa card">${qaControls(view)}</div>
    ${standIn === null ? '' : await requestTable(standIn)}
  `;
}

async function requestTable(standIn: string): Promise<Html> {
  const requests = (await recentRequests(standIn)).filter(({ path }) => path.startsWith('/v1/')).slice(0, 25);
  return html`
    <div class="card">
      <h2 id="requests">Asked of Stripe</h2>
      ${
        requests.length === 0
          ? html`<p>Nothing yet.</p>`
          : html`
            <div class="scroll" tabindex="0" role="region" aria-labelledby="requests">
              <table>
                <thead><tr><th scope="col">Request</th><th scope="col">Body</th></tr></thead>
                <tbody>
                  ${requests.map(
                    ({ method, path, body }) => html`
                      <tr><td><code>${method} ${path}</code></td><td><code>${JSON.stringify(body)}</code></td></tr>
                    `,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </div>
  `;
}

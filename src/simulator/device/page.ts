import { createHash } from 'node:crypto';
import { control } from '../control/control-route.js';
import { endUserOf } from '../consumers/end-users.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { Generation } from '../sca/generation.js';
import { html, Markup } from './html.js';
import { icons } from './icons.js';
import { screen } from './screen.js';
import { script } from './script.js';
import { signingForm } from './signing-form.js';
import { signingScript } from './signing-script.js';
import { style } from './style.js';
import { deviceView } from './view.js';

/** The phone of the simulator's customers. */
export const deviceRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/device', access: 'anonymous', handle: page },
  control('GET', '/device/screen', part),
];

const policy = [
  "default-src 'none'",
  `script-src 'sha256-${digest(script + signingScript)}'`,
  `style-src 'sha256-${digest(style)}'`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// Built by hand: a formatter that touched them would break their digests.
const looks = new Markup(`<style>${style}</style>`);
const behaviour = new Markup(`<script>${script}${signingScript}</script>`);

function page(call: Call): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  };
  return { status: 200, text: document(shownTo(call), call.simulation.sca.settings.generation).text, headers };
}

/** Only what changes, and what time the simulator has. */
function part(call: Call): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-simulator-time': String(call.simulation.clock.now()),
  };
  return { status: 200, text: shownTo(call).text, headers };
}

/** `?user=` selects a customer permanently; `?shown=` says who is on the screen. */
function shownTo({ query, simulation: { sca, clock, store } }: Call): Markup {
  const known = (id: string | null) => (id !== null && store.knowsEndUser(id) ? id : undefined);
  const nameOf = (id: string) => endUserOf(store, id).name;
  const question = { now: clock.now(), chosen: known(query.get('user')), shown: known(query.get('shown')), nameOf };
  return screen(deviceView({ interactions: sca.recent(), messages: store.messages.all() }, question));
}

const readings: Readonly<Record<Generation, string>> = {
  '1.78': 'an approved request is carried out when it is sent again.',
  '1.114':
    'the approval itself carries the request out, even when nobody is waiting for it. It also takes signatures: “Sign a request” signs what the API asks to have signed.',
};

function document(content: Markup, generation: Generation): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#f4f5fa" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1120" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="data:," />
        <title>Approvals</title>
        ${looks}
      </head>
      <body>
        <div class="phone">
          <div class="top"><span class="brand">${icons.shield}Aurora</span><span id="clock"></span></div>
          <p class="offline-note" role="alert">The simulator does not answer. Trying again…</p>
          <div id="app">${content}</div>
          ${signingForm}
          <p class="foot">Local simulator. No real money moves.</p>
        </div>
        <aside class="aside">
          <h2>The customer’s phone</h2>
          <p>
            Here the customers of the demo bank approve what is requested in their name: payments above 30 euros or
            pounds, new payees, contact details, cards.
          </p>
          <p>It plays LinkCy ${generation}: ${readings[generation]}</p>
          <p>Keep this window open beside the application that you are building. It updates itself.</p>
        </aside>
        <p id="news" class="hidden" role="status"></p>
        ${behaviour}
      </body>
    </html>`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

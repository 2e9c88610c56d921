import { createHash } from 'node:crypto';
import type { Answer } from '../http/router.js';
import { html, Markup } from './html.js';
import { icons } from './icons.js';
import { style } from './style.js';

/** Something to press on a notice: it sends a POST to a path of the simulator. */
interface NoticeAction {
  readonly label: string;
  readonly path: string;
  readonly main?: boolean;
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
const looks = new Markup(`<style>${style}</style>`);

/** A page with one message, such as the target of a link in an e-mail. */
export function notice(
  icon: keyof typeof icons,
  title: string,
  text: string,
  actions: readonly NoticeAction[] = [],
): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  };
  return { status: 200, text: page(icon, title, text, actions).text, headers };
}

function page(icon: keyof typeof icons, title: string, text: string, actions: readonly NoticeAction[]): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${looks}
      </head>
      <body>
        <div class="phone">
          <div class="top"><span class="brand">${icons.shield}Aurora</span></div>
          <div id="app">
            <main class="empty">
              <span class="emblem">${icons[icon]}</span>
              <h2>${title}</h2>
              <p>${text}</p>
              ${actions.length === 0 ? undefined : html`<div class="actions">${actions.map(button)}</div>`}
            </main>
          </div>
          <p class="foot">Local simulator. No real money moves.</p>
        </div>
      </body>
    </html>`;
}

function button({ label, path, main = false }: NoticeAction): Markup {
  return html`<form method="post" action="${path}">
    <button type="submit" class="${main ? 'main' : ''}">${label}</button>
  </form>`;
}

import { tourTitles, type LocalLinkcy, type Tour } from './tour.js';

/** Where the explorer and everything that it loads is found. */
export const explorerPath = '/explorer';

/** The page of the explorer. All that it loads comes from below its own path: it works without a network. */
export function explorerPage(tour: Tour, localLinkcy: LocalLinkcy | undefined, linkcyUrl: string): string {
  const phone =
    localLinkcy &&
    `<p><a href="${escaped(localLinkcy.phoneUrl)}" target="_blank" rel="noreferrer">The customer’s phone</a> (messages, approvals)</p>`;
  const noToken = localLinkcy ? 'empty: the demo partner’s' : 'of LinkCy, without “Bearer”';
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Explorer of linkcy-graphql</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="${explorerPath}/graphiql.css" />
  <link rel="stylesheet" href="${explorerPath}/explorer.css" />
  <header>
    <h1>linkcy-graphql</h1>
    <nav aria-label="Tours">${Object.entries(tourTitles).map(link(tour)).join(' ')}</nav>
    <p>Press Play in each tab, from left to right.</p>
    ${phone ?? ''}
    <label>Token <input id="token" type="password" autocomplete="off" placeholder="${noToken}" /></label>
  </header>
  <div id="explorer">This page needs JavaScript.</div>
  <script type="application/json" id="tour">${json({ ...tour, namespace: `${tour.name}:${linkcyUrl}` })}</script>
  <script src="${explorerPath}/react.js"></script>
  <script src="${explorerPath}/react-dom.js"></script>
  <script src="${explorerPath}/graphiql.js"></script>
  <script src="${explorerPath}/start.js"></script>
</html>
`;
}

const link =
  (tour: Tour) =>
  ([name, title]: readonly [string, string]) =>
    `<a href="${explorerPath}?tour=${name}"${name === tour.name ? ' aria-current="page"' : ''}>${title}</a>`;

/** JSON that ends no script element. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

import { tourTitles, type LocalLinkcy, type Tour } from './tour.js';

/** Where the explorer and everything that it loads is found. */
export const explorerPath = '/explorer';

/** The page of the explorer. All that it loads comes from below its own path: it works without a network. */
export function explorerPage(tour: Tour, localLinkcy: LocalLinkcy | undefined, linkcyUrl: string): string {
  const phone = localLinkcy && escaped(localLinkcy.phoneUrl);
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
    ${phone === undefined ? '' : `<a href="${phone}" target="_blank" rel="noreferrer">The customer’s phone</a>`}
    <label>Token <input id="token" type="password" autocomplete="off" placeholder="${noToken}" /></label>
  </header>
  <section id="guide" aria-label="The tour" hidden>
    <nav id="chapters" aria-label="Chapters"></nav>
    <nav id="steps" aria-label="Steps"></nav>
    <div id="step" aria-live="polite">
      <h2></h2>
      <p></p>
      <details>
        <summary>More about this step</summary>
        <div></div>
      </details>
    </div>
    <div id="moves">
      ${phone === undefined ? '' : `<a id="to-phone" href="${phone}" target="_blank" rel="noreferrer" hidden>Open the phone</a>`}
      <button type="button" id="again" title="Forget what was typed in this tour">Start over</button>
      <button type="button" id="back">Back</button>
      <button type="button" id="next"></button>
    </div>
  </section>
  <main id="explorer">This page needs JavaScript.</main>
  <script type="application/json" id="tour">${json({ ...tour, namespace: `${tour.name}:${linkcyUrl}` })}</script>
  <script src="${explorerPath}/react.js"></script>
  <script src="${explorerPath}/react-dom.js"></script>
  <script src="${explorerPath}/graphiql.js"></script>
  <script type="module" src="${explorerPath}/start.js"></script>
</html>
`;
}

const link =
  (tour: Tour) =>
  ([name, title]: readonly [string, string], index: number) =>
    `<a href="${explorerPath}?tour=${name}"${name === tour.name ? ' aria-current="page"' : ''}><span>Tour ${index + 1}: </span>${title}</a>`;

/** JSON that ends no script element. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

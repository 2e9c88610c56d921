import { explorerPath } from './page.js';

/** What Apollo's page shows until Sandbox has loaded, and for good without a network. */
const fallback = /<div class="fallback">.*?<\/div>/s;

/** The page of Apollo Sandbox, which comes from Apollo's servers: where they cannot be reached, it leads to the explorer. */
export function sandboxPage(page: string): string {
  const [, nonce = ''] = /<style nonce=(\w+)>/.exec(page) ?? [];
  return page.replace(fallback, ownFallback(nonce));
}

function ownFallback(nonce: string): string {
  return `<style nonce=${nonce}>
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; }
  .fallback { max-width: 36em; margin: 12vh auto 0; padding: 0 1.5em; box-sizing: border-box; }
  .fallback h1 { font-size: 24px; line-height: 1.25; }
  .fallback code { overflow-wrap: anywhere; }
  .fallback .go { display: inline-block; padding: 8px 20px; border-radius: 8px; color: #fff; background: #0b5cad; font-weight: 600; text-decoration: none; }
  #embeddableSandbox:empty { display: none; }
</style>
<div class="fallback">
  <h1>Apollo Sandbox is not here</h1>
  <p>It comes from Apollo’s servers, which this browser cannot reach: it appears to be offline. The explorer needs no network, and has a tour with a payment to approve.</p>
  <p><a class="go" href="${explorerPath}">Open the explorer</a></p>
  <p>Programs send GraphQL to this same address with POST.</p>
</div>`;
}

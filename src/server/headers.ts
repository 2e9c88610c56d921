import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** On every answer: it is data, for whoever asked and nobody else, and never a page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const securityHeaderList: readonly string[] = Object.entries(securityHeaders).flat();

/**
 * Begins an answer with the headers of all answers and its own, names and values in turn. All at once, for Node takes
 * several times as long for headers that are set one by one.
 */
export function writeHead(response: ServerResponse, status: number, ...headers: readonly string[]): ServerResponse {
  return response.writeHead(status, [...securityHeaderList, ...headers]);
}

/**
 * As writeHead, for an event stream. A proxy that compressed it would hold events back, and the comments that keep it
 * alive; one that buffered it would never show anything.
 */
export function writeStreamHead(response: ServerResponse, ...headers: readonly string[]): ServerResponse {
  const contentType = ['content-type', 'text/event-stream; charset=utf-8'];
  return response.writeHead(200, [...streamHeaderList, ...contentType, 'x-accel-buffering', 'no', ...headers]);
}

const streamHeaderList = Object.entries({ ...securityHeaders, 'cache-control': 'no-store, no-transform' }).flat();

/** Begins an answer that is a page, with headers that may replace those of all answers. */
export function writePageHead(response: ServerResponse, headers: OutgoingHttpHeaders): ServerResponse {
  return response.writeHead(200, { ...securityHeaders, ...headers, 'content-type': 'text/html; charset=utf-8' });
}

const sandbox =
  'https://embeddable-sandbox.cdn.apollographql.com https://apollo-server-landing-page.cdn.apollographql.com';

/** The page of /explorer loads nothing from elsewhere. GraphiQL styles its elements in place and has its fonts in its style. */
export const explorerHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    'font-src data:',
    "img-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
};

/** The landing page loads Apollo Sandbox from its hosts; its own policy narrows this to one nonce. */
export const landingPageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'unsafe-inline' ${sandbox}`,
    `style-src 'unsafe-inline' ${sandbox} https://fonts.googleapis.com`,
    'font-src https://fonts.gstatic.com',
    'img-src https://apollo-server-landing-page.cdn.apollographql.com data:',
    'manifest-src https://apollo-server-landing-page.cdn.apollographql.com',
    'frame-src https://sandbox.embed.apollographql.com',
    "connect-src 'self' ws: wss:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
};

import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Sent with every response: private data, never cacheable, never rendered as a page. */
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
 * Writes the head of a response: the headers of every response, then its own, as alternating names and values. In one
 * call with an array, because Node validates and stores headers that are set one by one separately.
 */
export function writeHead(response: ServerResponse, status: number, ...headers: readonly string[]): ServerResponse {
  return response.writeHead(status, [...securityHeaderList, ...headers]);
}

/**
 * As writeHead, for an event stream. Tells proxies neither to compress nor to buffer it: both would hold back events
 * and keep-alive comments.
 */
export function writeStreamHead(response: ServerResponse, ...headers: readonly string[]): ServerResponse {
  const contentType = ['content-type', 'text/event-stream; charset=utf-8'];
  return response.writeHead(200, [...streamHeaderList, ...contentType, 'x-accel-buffering', 'no', ...headers]);
}

const streamHeaderList = Object.entries({ ...securityHeaders, 'cache-control': 'no-store, no-transform' }).flat();

/** Writes the head of an HTML page, with headers that may replace those of every response. */
export function writePageHead(response: ServerResponse, headers: OutgoingHttpHeaders): ServerResponse {
  return response.writeHead(200, { ...securityHeaders, ...headers, 'content-type': 'text/html; charset=utf-8' });
}

const sandbox =
  'https://embeddable-sandbox.cdn.apollographql.com https://apollo-server-landing-page.cdn.apollographql.com';

/**
 * The explorer page loads nothing from other hosts. GraphiQL uses inline styles and fonts embedded in its style sheet.
 */
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

/** The landing page loads Apollo Sandbox from Apollo's hosts; its own policy narrows this to one nonce. */
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

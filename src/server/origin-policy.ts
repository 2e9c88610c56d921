import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProxyTrust } from './proxy-trust.js';
import { writeHead } from './headers.js';

interface OriginRules {
  /** Origins whose pages may call the API, as browsers write them. */
  readonly origins: readonly string[];
  /** Request headers that they may send in addition to the standard ones. */
  readonly headers: readonly string[];
  /** Whether pages on localhost may call the API. */
  readonly development: boolean;
  readonly proxies: ProxyTrust;
}

/** Decides which web pages may use the API, alike for CORS, for WebSockets (which have no CORS) and for GET. */
export class OriginPolicy {
  private readonly origins: ReadonlySet<string>;
  private readonly allowedHeaders: string;

  constructor(private readonly rules: OriginRules) {
    this.origins = new Set(rules.origins);
    this.allowedHeaders = [...standardHeaders, ...rules.headers].join(', ');
  }

  /** Whether a request comes from a page that may use the API. Programs other than browsers send no Origin. */
  allows({ headers, socket }: IncomingMessage): boolean {
    if (headers.origin === undefined) return true;
    const origin = originOf(headers.origin);
    if (origin === undefined) return false;
    return this.isListed(origin) || isSameOrigin(origin, this.rules.proxies.hostOf({ headers, socket }));
  }

  /** Sets the CORS headers. Returns true if the request was a preflight, which it has then answered. */
  answerCors(request: IncomingMessage, response: ServerResponse): boolean {
    const { origin } = request.headers;
    if (this.origins.size > 0 || this.rules.development) response.setHeader('vary', 'Origin');
    const parsed = origin === undefined ? undefined : originOf(origin);
    const isListed = origin !== undefined && parsed !== undefined && this.isListed(parsed);
    if (isListed) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
    }
    if (request.method !== 'OPTIONS') return false;
    if (isListed) {
      response.setHeader('access-control-allow-methods', 'GET, POST');
      response.setHeader('access-control-allow-headers', this.allowedHeaders);
      response.setHeader('access-control-max-age', '7200');
    }
    writeHead(response, 204, 'allow', 'GET, HEAD, POST, OPTIONS').end();
    return true;
  }

  private isListed(origin: URL): boolean {
    return this.origins.has(origin.origin) || (this.rules.development && isLoopback(origin.hostname));
  }
}

/** Headers that GraphQL clients and tracing SDKs send by themselves. None of them changes what a request does. */
const standardHeaders: readonly string[] = [
  ...['authorization', 'content-type', 'content-encoding', 'cache-control', 'last-event-id', 'x-requested-with'],
  // Headers that force a preflight, and the operation's name.
  ...['apollo-require-preflight', 'graphql-require-preflight', 'graphql-preflight', 'x-graphql-yoga-csrf'],
  ...['x-apollo-operation-name', 'x-apollo-operation-id', 'x-apollo-operation-type', 'x-apollo-cache-key'],
  // Client awareness.
  ...['apollographql-client-name', 'apollographql-client-version', 'graphql-client-name', 'graphql-client-version'],
  ...['x-graphql-client-name', 'x-graphql-client-version', 'x-client-name', 'x-client-version'],
  // W3C, Sentry, Zipkin, Jaeger, Datadog, New Relic, Elastic, AWS, Google, Azure.
  ...['traceparent', 'tracestate', 'baggage', 'sentry-trace', 'uber-trace-id', 'newrelic', 'elastic-apm-traceparent'],
  ...['b3', 'x-b3-traceid', 'x-b3-spanid', 'x-b3-parentspanid', 'x-b3-sampled', 'x-b3-flags'],
  ...['x-datadog-trace-id', 'x-datadog-parent-id', 'x-datadog-origin', 'x-datadog-sampling-priority'],
  ...['x-datadog-tags', 'x-amzn-trace-id', 'x-cloud-trace-context', 'grpc-trace-bin'],
  ...['x-request-id', 'x-correlation-id', 'request-id', 'request-context'],
];

/** The origin named by an `Origin` header; undefined for "null" and anything else that is not an http(s) origin. */
function originOf(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

/**
 * Compares without the scheme, which the server does not know if TLS ends at a proxy; default ports may be written or
 * omitted.
 */
function isSameOrigin(origin: URL, host: string | undefined): boolean {
  const own = `${origin.protocol}//${host}`;
  return host !== undefined && URL.canParse(own) && new URL(own).host === origin.host;
}

function isLoopback(hostname: string): boolean {
  return /^(?:(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

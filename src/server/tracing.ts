import type * as OpenTelemetry from '@opentelemetry/api';
import type { Attributes, Context, Span } from '@opentelemetry/api';
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../linkcy/client.js';
import type { CallTracer, TracedCall } from '../linkcy/http/call-tracer.js';
import type { Operation } from '../sca/operation.js';
import { headersIn, traceContextOf } from './trace-context.js';
import { version } from './version.js';

type Api = typeof OpenTelemetry;

/** An operation when it starts. */
interface TracedOperation {
  readonly name: string | undefined;
  readonly type: string;
  /** The most calls to LinkCy that it can take. */
  readonly cost: number;
  /** Of the HTTP request, or of the one that opened the socket. */
  readonly headers: IncomingHttpHeaders;
}

/** One GraphQL operation in a distributed trace. */
export interface OperationTrace {
  /** Traces its calls to LinkCy; undefined if nothing traces them. */
  readonly tracer: CallTracer | undefined;
  /** Runs the operation with its span as the active one. */
  run<Result>(task: () => Result): Result;
  /** @param outcome the code of its first error, or the outcome of its mutation, or OK */
  end(outcome: string): void;
}

/** Distributed tracing of operations and approvals. */
export interface Tracing {
  /** Follows calls that are made for no one operation: inquiries after approvals, replays. */
  readonly ownCalls: CallTracer | undefined;
  operation(operation: TracedOperation): OperationTrace;
  /** An operation has started to wait for an approval. */
  began(operation: Operation, caller: Caller): void;
  /** A check has found it still pending. */
  stillPending(operation: Operation): void;
  ended(operation: Operation): void;
}

/**
 * With OpenTelemetry's API installed: one span per operation, per call to LinkCy and per approval, exported by the
 * embedder's SDK. Without it, `traceparent` and `tracestate` are passed on.
 */
export async function createTracing(): Promise<Tracing> {
  const api = await import('@opentelemetry/api').catch(() => undefined);
  return api === undefined ? new PassingOn() : new Spans(api);
}

class PassingOn implements Tracing {
  readonly ownCalls = undefined;

  operation({ headers }: TracedOperation): OperationTrace {
    const context = traceContextOf(headers);
    if (context === undefined) return untraced;
    const call = untracedCall(headersIn(context));
    return { ...untraced, tracer: { begin: () => call } };
  }

  began(): void {}
  stillPending(): void {}
  ended(): void {}
}

/** Undefined if there is nothing to pass on. */
function untracedCall(headers: Readonly<Record<string, string>>): TracedCall | undefined {
  return Object.keys(headers).length === 0 ? undefined : { headers, run: (task) => task(), end() {} };
}

/** Its calls are not followed by anybody, nor by the transport's own tracer. */
const untraced: OperationTrace = { tracer: { begin: () => undefined }, run: (task) => task(), end() {} };

/** Maximum approvals traced concurrently; the oldest are dropped. */
const maxApprovals = 10_000;
/** Maximum events recorded per approval. */
const maxInquiries = 20;

class Spans implements Tracing {
  private readonly approvals = new LRUCache<string, { readonly span: Span; inquiries: number }>({
    max: maxApprovals,
    dispose: ({ span }) => span.end(),
  });
  private readonly contexts = new WeakMap<CallTracer, Context>();

  private readonly passingOn = new PassingOn();
  readonly ownCalls: CallTracer;

  constructor(private readonly api: Api) {
    this.ownCalls = this.callTracer(() => api.context.active(), {});
  }

  operation(operation: TracedOperation): OperationTrace {
    const { api } = this;
    const { name, type, cost, headers } = operation;
    // An active span is that of the HTTP instrumentation, which has read the headers already.
    const active = api.context.active();
    const hasParent = api.trace.getSpan(active) !== undefined;
    const parent = hasParent ? active : api.propagation.extract(active, headers);
    const kind = hasParent ? api.SpanKind.INTERNAL : api.SpanKind.SERVER;
    const attributes: Attributes = { 'graphql.operation.type': type, 'linkcy_graphql.cost': cost };
    if (name !== undefined) attributes['graphql.operation.name'] = name;
    const span = this.spans.startSpan(name === undefined ? type : `${type} ${name}`, { kind, attributes }, parent);
    if (this.leadsNowhere(span)) return this.passingOn.operation(operation);
    const context = api.trace.setSpan(parent, span);
    const given = traceContextOf(headers);
    const tracer = this.callTracer(() => context, given === undefined ? {} : headersIn(given));
    this.contexts.set(tracer, context);
    return {
      tracer,
      run: (task) => api.context.with(context, task),
      end: (outcome) => {
        span.setAttribute('linkcy_graphql.outcome', outcome);
        if (outcome === 'INTERNAL_SERVER_ERROR') span.setStatus({ code: api.SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  began({ scaId, mutation, way, strategy }: Operation, { tracer }: Caller): void {
    const { api } = this;
    const parent = (tracer && this.contexts.get(tracer)) ?? api.context.active();
    const attributes = {
      'linkcy_graphql.mutation': mutation,
      'linkcy_graphql.way': way,
      'linkcy_graphql.strategy': strategy,
    };
    const span = this.spans.startSpan(`approval ${mutation}`, { attributes }, parent);
    this.approvals.set(scaId.toLowerCase(), { span, inquiries: 0 });
  }

  stillPending({ scaId }: Operation): void {
    const approval = this.approvals.get(scaId.toLowerCase());
    if (approval === undefined || approval.inquiries >= maxInquiries) return;
    approval.inquiries += 1;
    approval.span.addEvent('pending');
  }

  ended({ scaId, status }: Operation): void {
    const span = this.approvals.get(scaId.toLowerCase())?.span;
    span?.addEvent('ended', { 'linkcy_graphql.status': status });
    span?.setAttribute('linkcy_graphql.status', status);
    // Ends the span.
    this.approvals.delete(scaId.toLowerCase());
  }

  /** @param passedOn headers sent if no SDK has a propagator */
  private callTracer(parentOf: () => Context, passedOn: Readonly<Record<string, string>>): CallTracer {
    const { api } = this;
    const tracer: CallTracer = {
      begin: (method, route) => {
        const parent = parentOf();
        const attributes = { 'http.request.method': method, 'url.template': route };
        const span = this.spans.startSpan(`${method} ${route}`, { kind: api.SpanKind.CLIENT, attributes }, parent);
        if (this.leadsNowhere(span)) return untracedCall(passedOn);
        const context = api.trace.setSpan(parent, span);
        const injected: Record<string, string> = {};
        api.propagation.inject(context, injected);
        // Suppresses the automatic instrumentation of HTTP clients, which would add a second traceparent.
        const quiet = context.setValue(this.suppressed, true);
        return {
          headers: api.propagation.fields().length === 0 ? passedOn : injected,
          run: (task) => api.context.with(quiet, task),
          end: (result) => {
            if (typeof result === 'number') span.setAttribute('http.response.status_code', result);
            else span.setAttribute('error.type', result).setStatus({ code: api.SpanStatusCode.ERROR });
            span.end();
          },
        };
      },
    };
    return tracer;
  }

  /** Without an SDK no span is recorded and nothing is sent along, so that no call needs to be followed. */
  private leadsNowhere(span: Span): boolean {
    const { isSpanContextValid, propagation } = this.api;
    return !isSpanContextValid(span.spanContext()) && propagation.fields().length === 0;
  }

  private get spans() {
    return this.api.trace.getTracer('linkcy-graphql', version);
  }

  /** The context key by which OpenTelemetry's packages suppress tracing. */
  private get suppressed() {
    return this.api.createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
  }
}

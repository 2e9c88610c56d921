import type { ApprovalDemand } from '../sca/approval.js';
import type { Simulation } from '../control/simulation.js';
import { badRequest } from './refusal.js';
import { isUuid } from './query.js';
import type { TokenSubject } from '../authentication/tokens.js';

/** One request as a handler sees it. */
export interface Call {
  readonly method: string;
  /** Path and query as they came over the wire. */
  readonly target: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  /** The raw body. */
  readonly bytes: Uint8Array;
  /** Who asks; undefined only on routes that need no token. */
  readonly caller: TokenSubject | undefined;
  readonly simulation: Simulation;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged, instead of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** LinkCy's own template, for instance "/api/partner/cards/{cardId}". */
  readonly path: string;
  readonly access: 'bearer' | 'anonymous';
  handle(call: Call): Answer | Promise<Answer>;
  /** Of a write: whose approval it may need. Throws if the request would be rejected. Changes nothing. */
  approvalOf?(call: Call): ApprovalDemand | undefined;
}

export type Resolution =
  | { readonly found: 'route'; readonly route: Endpoint; readonly parameters: Readonly<Record<string, string>> }
  | { readonly found: 'path'; readonly methods: readonly string[] }
  | { readonly found: 'nothing' };

interface Node {
  readonly children: Map<string, Node>;
  parameter?: { readonly name: string; readonly node: Node };
  readonly routes: Map<string, Endpoint>;
}

/** Finds the route of a path. Literal parts win over parameters. */
export class Router {
  private readonly root = newNode();
  readonly routes: readonly Endpoint[];

  constructor(routes: readonly Endpoint[]) {
    this.routes = routes;
    for (const route of routes) this.add(route);
  }

  resolve(method: string, path: string): Resolution {
    const parameters: Record<string, string> = {};
    const node = find(this.root, parts(path), parameters);
    if (node === undefined || node.routes.size === 0) return { found: 'nothing' };
    const route = node.routes.get(method);
    if (route === undefined) return { found: 'path', methods: [...node.routes.keys()] };
    return { found: 'route', route, parameters };
  }

  private add(route: Endpoint): void {
    let node = this.root;
    for (const part of parts(route.path)) {
      const name = /^\{(.+)\}$/.exec(part)?.[1];
      if (name === undefined) {
        const child = node.children.get(part) ?? newNode();
        node.children.set(part, child);
        node = child;
      } else {
        node.parameter ??= { name, node: newNode() };
        node = node.parameter.node;
      }
    }
    node.routes.set(route.method, route);
  }
}

/** How a route is named in the log, in faults and in hooks: "GET /api/partner/cards/{cardId}". */
export function routeName(route: Endpoint): string {
  return `${route.method} ${route.path}`;
}

/** An id in the path. Throws a 400 if it is not a UUID. */
export function pathId(call: Call, name: string): string {
  const value = call.parameters[name] ?? '';
  if (!isUuid(value)) throw badRequest([{ field: name, rejectedValue: value, message: 'must be a UUID' }]);
  return value.toLowerCase();
}

/** Where the caller reached the simulator, for links: "http://127.0.0.1:4010". */
export function originOf({ headers }: Call): string {
  return `http://${String(headers.host ?? '127.0.0.1')}`;
}

function newNode(): Node {
  return { children: new Map(), routes: new Map() };
}

function parts(path: string): string[] {
  return path.split('/').slice(1);
}

function find(node: Node, [part, ...rest]: string[], parameters: Record<string, string>): Node | undefined {
  if (part === undefined) return node;
  const child = node.children.get(part);
  const found = child === undefined ? undefined : find(child, rest, parameters);
  if (found !== undefined && found.routes.size > 0) return found;
  if (node.parameter === undefined || part === '') return undefined;
  const behind = find(node.parameter.node, rest, parameters);
  if (behind !== undefined) parameters[node.parameter.name] = decoded(part);
  return behind;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

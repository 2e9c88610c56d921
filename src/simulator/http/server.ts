import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fault, Faults, FaultyRequest } from '../control/faults.js';
import type { Hooks } from '../control/hooks.js';
import type { SimulatorLog } from '../control/log.js';
import { httpDate } from './instant.js';
import { notFound, Refusal, refusalBody } from './refusal.js';
import { routeName, type Answer, type Call, type Resolution, type Router } from './router.js';
import type { Simulation } from '../control/simulation.js';

const largestBodyBytes = 1024 * 1024;

interface ServerParts {
  readonly simulation: Simulation;
  /** LinkCy's own paths: logged, and subject to faults and hooks. */
  readonly api: Router;
  /** The simulator's control paths: neither logged nor disturbed. */
  readonly control: Router;
  readonly log: SimulatorLog;
  readonly faults: Faults;
  readonly hooks: { readonly request: Hooks; readonly answer: Hooks };
}

interface OpenCall extends Omit<Call, 'parameters' | 'caller' | 'simulation'> {
  readonly path: string;
  readonly resolution: Resolution;
}

/** The HTTP server: reads a request, logs it, applies faults and hooks, and writes the response. */
export function createSimulatorServer(parts: ServerParts): Server {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      if (error instanceof Refusal) return write(parts, response, refused(parts, error));
      // A client that went away in the middle of its request is no news.
      if (!request.destroyed) console.error('the simulator failed', error);
      response.destroy();
    });
  });
  // Longer than any client's pool keeps an idle connection: closing first would reset requests on their way.
  server.keepAliveTimeout = 75_000;
  return server;
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/';
  const question = target.indexOf('?');
  const path = question < 0 ? target : target.slice(0, question);
  const search = question < 0 ? '' : target.slice(question);
  const { method = 'GET', headers } = request;
  const own = path === '/device' || path === '/simulator' || path.startsWith('/simulator/');
  const resolution = (own ? parts.control : parts.api).resolve(method, path);
  const bytes = await read(request);
  const body = bytes.toString();
  const query = new URLSearchParams(search);
  const call: OpenCall = { method, target, path, headers, resolution, query, body, bytes };
  if (own) return write(parts, response, await answerOf(parts, call));

  const route = resolution.found === 'route' ? routeName(resolution.route) : undefined;
  const at = parts.simulation.clock.now();
  const parameters = grouped(query);
  const received = { method, path, search, query: parameters, route, status: undefined, headers, body, at };
  const entry = parts.log.add(received);
  const hooked = { method, path, query, route };
  await parts.hooks.request.run(hooked);
  const answer = await disturbed(parts, call, hooked, response);
  await parts.hooks.answer.run(hooked);
  if (answer === undefined) return void request.socket.destroy();
  entry.status = answer.status;
  write(parts, response, answer);
}

/** Undefined means that the socket is to be destroyed. */
async function disturbed(
  parts: ServerParts,
  call: OpenCall,
  request: FaultyRequest,
  response: ServerResponse,
): Promise<Answer | undefined> {
  const fault = parts.faults.take(request);
  const usual = fault === undefined || isCarriedOut(fault) ? await answerOf(parts, call) : undefined;
  const late = usual && parts.faults.take(request, usual.status);
  const answer = late === undefined ? usual : await spoiled(parts, late, usual, response);
  if (fault === undefined || (usual !== undefined && answer === undefined)) return answer;
  return spoiled(parts, fault, answer, response);
}

function isCarriedOut({ carriedOut, destroySocket, status, text, body }: Fault): boolean {
  const replaced = destroySocket === true || [status, text, body].some((part) => part !== undefined);
  return !replaced || carriedOut === true;
}

/** Applies a fault to a response. */
async function spoiled(
  parts: ServerParts,
  { status, body, text, headers, destroySocket, latencyMilliseconds = 0 }: Fault,
  usual: Answer | undefined,
  response: ServerResponse,
): Promise<Answer | undefined> {
  if (latencyMilliseconds > 0) await pause(latencyMilliseconds, response);
  if (destroySocket === true) return undefined;
  if (text !== undefined || body !== undefined) return { status: status ?? 200, text, body, headers };
  if (status !== undefined) return { ...refused(parts, new Refusal(status, bodyFor(status))), headers };
  return usual === undefined ? undefined : { ...usual, headers: { ...usual.headers, ...headers } };
}

async function answerOf(parts: ServerParts, call: OpenCall): Promise<Answer> {
  try {
    const { resolution } = call;
    if (resolution.found === 'nothing') {
      throw notFound('RESOURCE_NOT_FOUND', 'The resource you are trying to access to does not exist.');
    }
    if (resolution.found === 'path') {
      const message = `Request method '${call.method}' is not supported`;
      throw new Refusal(405, { message }, { allow: resolution.methods.join(', ') });
    }
    const { simulation } = parts;
    const { route, parameters } = resolution;
    const caller =
      route.access === 'bearer' ? simulation.tokens.authenticate(String(call.headers.authorization ?? '')) : undefined;
    return await route.handle({ ...call, parameters, caller, simulation });
  } catch (error) {
    if (error instanceof Refusal) return refused(parts, error);
    console.error('the simulator failed', error);
    return refused(parts, new Refusal(500, { message: 'Unexpected error' }));
  }
}

function refused(parts: ServerParts, { status, fields, headers }: Refusal): Answer {
  return { status, body: refusalBody(status, fields, parts.simulation.clock.now()), headers };
}

/** The required fields of an error body when only a status was given. */
function bodyFor(status: number): Refusal['fields'] {
  if (status === 400) return { details: [] };
  if (status === 404 || status === 409) return { errorCode: 'SIMULATED_FAULT', message: 'A simulated fault' };
  return { message: 'A simulated fault' };
}

/** The simulator's time in whole seconds, as in LinkCy's `Date`. A fault may override it, like any header. */
function write({ simulation }: ServerParts, response: ServerResponse, answer: Answer): void {
  const headers: Record<string, string> = { date: httpDate(simulation.clock.now()) };
  let { text } = answer;
  if (text === undefined && answer.body !== undefined) {
    text = JSON.stringify(answer.body);
    headers['content-type'] = 'application/json';
  }
  const bytes = Buffer.from(text ?? '');
  if (answer.status !== 204) headers['content-length'] = String(bytes.length);
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers[name.toLowerCase()] = value;
  response.writeHead(answer.status, headers);
  response.end(bytes);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > largestBodyBytes) throw new Refusal(413, { message: 'The body is too large' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Ends early when the client goes away or the simulator closes. */
function pause(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    response.on('close', done);
  });
}

function grouped(query: URLSearchParams): Record<string, readonly string[]> {
  const groups: Record<string, readonly string[]> = {};
  for (const name of new Set(query.keys())) groups[name] = query.getAll(name);
  return groups;
}

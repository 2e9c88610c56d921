import { requestJson } from '../graph/scalars/request-json.js';
import type { IncomingMessage } from 'node:http';
import type { OperationMessage } from './admission.js';
import { isPreflighted } from './cross-site-guard.js';
import type { OriginPolicy } from './origin-policy.js';
import { HttpRejection } from './http-rejection.js';
import { readJsonBody, type Arrived } from './request-body.js';
import { targetOf } from './request-target.js';

/** Reads the GraphQL request, or says why it is rejected. Only the body of a POST is read, and only JSON. */
export async function readMessage(
  request: IncomingMessage,
  origins: OriginPolicy,
  largestBodyBytes: number,
  arrived: Arrived,
): Promise<OperationMessage | HttpRejection> {
  switch (request.method) {
    case 'POST': {
      const body = await readJsonBody(request, largestBodyBytes, arrived);
      return body instanceof HttpRejection ? body : messageOf(body);
    }
    case 'GET':
    case 'HEAD':
      return isPreflighted(origins, request) ? ((await arrived(0)) ?? messageOfSearch(request)) : crossSite;
    default:
      return new HttpRejection(405, 'GraphQL is asked with POST or GET.', 'BAD_REQUEST', ['allow', 'GET, HEAD, POST']);
  }
}

const crossSite = new HttpRejection(
  400,
  'A GET without a token needs the header "apollo-require-preflight: true", which keeps other web sites from sending it.',
);

/** Checks the parameters of GraphQL over HTTP, which are the same in JSON and in a query string. */
export function messageOf(body: unknown): OperationMessage | HttpRejection {
  if (!isRecord(body)) {
    const batch = Array.isArray(body) ? ': one operation a request' : '';
    return new HttpRejection(400, `The request body must be a JSON object${batch}.`);
  }
  const { query, operationName, variables, extensions, documentId } = body;
  if (!isTextOrNone(query)) return wrong('query', 'text');
  if (!isTextOrNone(operationName)) return wrong('operationName', 'text');
  if (!isTextOrNone(documentId)) return wrong('documentId', 'text');
  if (!isRecordOrNone(variables)) return wrong('variables', 'an object');
  if (!isRecordOrNone(extensions)) return wrong('extensions', 'an object');
  const operationNameOrNone = operationName ?? undefined;
  return {
    query: query ?? undefined,
    operationName: operationNameOrNone,
    documentId: documentId ?? undefined,
    variables,
    extensions,
  };
}

function messageOfSearch({ url = '' }: IncomingMessage): OperationMessage | HttpRejection {
  const search = new URLSearchParams(targetOf(url).search);
  const parameters: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'documentId', 'variables', 'extensions']) {
    const [value, ...more] = search.getAll(name);
    if (more.length > 0) return new HttpRejection(400, `"${name}" must be given once.`);
    if (value === undefined) continue;
    const parsed = name === 'variables' || name === 'extensions' ? jsonOf(value) : value;
    if (parsed === undefined) return wrong(name, 'an object in JSON');
    parameters[name] = parsed;
  }
  return messageOf(parameters);
}

const wrong = (name: string, form: string) => new HttpRejection(400, `"${name}" must be ${form}.`);

function jsonOf(text: string): unknown {
  try {
    return requestJson.parse(text);
  } catch {
    return undefined;
  }
}

function isTextOrNone(value: unknown): value is string | null | undefined {
  return value == null || typeof value === 'string';
}

function isRecordOrNone(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value == null || isRecord(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { approvalIdOf, type Operation } from '../../../src/sca/operation.js';
import { isRepeatable, type OperationResult } from '../../../src/sca/result.js';
import { changedPayee } from './linkcy.js';
import { observeRules } from './observe-rules.js';
import type { Sent, World } from './world.js';

/** Every rule that the world has broken, once everything has come to rest. */
export async function brokenRules(world: World): Promise<string[]> {
  const operations = await Promise.all(world.scaIds.map((scaId) => world.kept(scaId)));
  return [
    ...world.violations,
    ...world.scaIds.flatMap((scaId, index) => (operations[index] === undefined ? [`${scaId} is lost`] : [])),
    ...operations.flatMap((operation) =>
      operation && !isAsked(world, operation) ? signingRules(world, operation) : [],
    ),
    ...(world.traits.generation === '1.78'
      ? operations.flatMap((operation) => (operation && isAsked(world, operation) ? replayRules(world, operation) : []))
      : observeRules(world, operations, [...requestsOf(world).values()])),
    ...stateRules(world),
    ...subscriberRules(world),
    ...answerRules(world),
    ...executionRules(world),
    ...rowRules(world, operations),
    ...(world.linkcy.mostUnderWay > 1 && !world.frozen
      ? [`${world.linkcy.mostUnderWay} replays of one approval at once`]
      : []),
  ];
}

/** LinkCy has asked the user, in spite of a signature or without one. */
const isAsked = ({ linkcy }: World, operation: Operation) => linkcy.interactions.has(approvalIdOf(operation));

/** An operation that waits for a signature, or was sent with one: it has come to an end, and the end is the truth. */
function signingRules(world: World, { scaId, status, result, mutation }: Operation): string[] {
  const { executions, interactions } = world.linkcy;
  // A row that LinkCy has declined says that nothing was carried out.
  const own = executions.filter(
    (one) => !one.declined && [one.scaId, interactions.get(one.scaId ?? '')?.signedFor].includes(scaId),
  );
  const name = `signed ${mutation} ${scaId}`;
  const broken = own.length > 1 ? [`${name} was carried out ${own.length} times`] : [];
  const isDone = own.length > 0;
  switch (status) {
    case 'PENDING':
      return [...broken, `${name} never ended`];
    case 'COMPLETED': {
      const uuid = result?.kind === 'payload' ? result.uuid : undefined;
      const shown = mutation === 'change' ? changedPayee : own[0]?.id;
      // Another channel's twin, made while an answer was lost, cannot be told apart.
      const isTwin = executions.some(({ id, foreign }) => id === uuid && foreign);
      return isTwin || (isDone && uuid === shown) ? broken : [...broken, `${name} is COMPLETED with ${uuid}`];
    }
    case 'UNKNOWN':
      return world.disturbed ? broken : [...broken, `${name} is UNKNOWN without a reason`];
    default:
      return isDone ? [...broken, `${name} is ${status}, but was carried out`] : broken;
  }
}

/** The older LinkCy: every operation has come to an end, and the end is the truth about this very operation. */
function replayRules(world: World, operation: Operation): string[] {
  const scaId = approvalIdOf(operation);
  const interaction = world.linkcy.interactions.get(scaId);
  const executions = world.linkcy.executions.filter((one) => one.scaId === scaId);
  const broken: string[] = [];
  if (executions.length > 1) broken.push(`${scaId} was carried out ${executions.length} times`);
  switch (operation.status) {
    case 'PENDING':
      return [...broken, `${scaId} never ended`];
    case 'COMPLETED': {
      const uuid = operation.result?.kind === 'payload' ? operation.result.uuid : undefined;
      const known = 'id' in operation.payload ? operation.payload.id : undefined;
      const ids = known === 'created' ? executions.map(({ id }) => id) : [known];
      // Another channel's twin, made while an answer was lost, cannot be told apart.
      if (world.linkcy.executions.some(({ id, foreign }) => id === uuid && foreign)) break;
      if (executions.length !== 1) broken.push(`${scaId} is COMPLETED, but was not carried out`);
      if (uuid === undefined || !ids.includes(uuid)) broken.push(`${scaId} has the payload of another`);
      break;
    }
    case 'UNKNOWN':
      if (!world.disturbed) broken.push(`${scaId} is UNKNOWN without a reason`);
      break;
    case 'DECLINED':
    case 'EXPIRED':
    case 'FAILED':
      if (executions.length > 0) broken.push(`${scaId} is ${operation.status}, but was carried out`);
  }
  if (!world.disturbed && !world.tokensRanOut && interaction?.decision === 'approved') {
    const expected = interaction.refused ? 'FAILED' : 'COMPLETED';
    if (operation.status !== expected) broken.push(`${scaId} was approved, but is ${operation.status}`);
  }
  return broken;
}

/** What is final stays, except that the effect may still be found where it was not seen. */
function stateRules({ seen }: World): string[] {
  return [...seen]
    .filter(([, states]) => {
      const [first = '', last = '', ...more] = states;
      const isFound = /^\["(UNKNOWN|EXPIRED)"/.test(first) && last.startsWith('["COMPLETED"') && more.length === 0;
      return states.size > 1 && !isFound;
    })
    .map(([scaId, states]) => `${scaId} changed: ${[...states].join(' | ')}`);
}

/** How long after the end the event may come at the latest, where nothing goes wrong. */
const promptMilliseconds = 1_000;

/** Exactly one event for everybody who stayed, and none twice for those who left. */
function subscriberRules(world: World): string[] {
  return world.subscriptions.flatMap(({ process, state, events, scaId, since, endedAt = 0 }) => {
    const promptly = Math.max(world.endedAt.get(scaId) ?? 0, since) + promptMilliseconds;
    if (!world.disturbed && endedAt > promptly) return [`a subscriber of ${scaId} got its event late`];
    if (events.length > 1) return [`a subscriber of ${scaId} got ${events.length} events`];
    if (!world.isAlive(process) || state === 'left') return [];
    return state === 'complete' && events.length === 1
      ? []
      : [`a subscriber of ${scaId} is ${state} with ${events.length} events`];
  });
}

/** Whoever asked got an answer, unless the process has died. */
function answerRules({ sent }: World): string[] {
  const silent = sent.filter(({ result, error, cut }) => result === undefined && error === undefined && !cut);
  return silent.map(({ wish }) => `no answer to ${JSON.stringify(wish)}`);
}

/** What belongs together under one key is one request; everything else is a request of its own. */
function requestsOf(world: World): Map<string, Sent[]> {
  const groups = new Map<string, Sent[]>();
  for (const [index, sent] of world.sent.entries()) {
    const { key, user, kind } = sent.wish;
    const name = key === undefined ? `#${index}` : `${user} ${kind} ${key} ${sent.body}`;
    groups.set(name, [...(groups.get(name) ?? []), sent]);
  }
  return groups;
}

/** No request is carried out more than once, and none that was certainly not. */
function executionRules(world: World): string[] {
  const possible = new Map<string, number>();
  for (const [first, ...more] of requestsOf(world).values()) {
    if (first === undefined) continue;
    const name = `${first.wish.kind} ${first.body}`;
    const certainlyNot = [first, ...more].every(
      ({ result, cut }) => !cut && result !== undefined && isRepeatable(result),
    );
    possible.set(name, (possible.get(name) ?? 0) + (certainlyNot ? 0 : 1));
  }
  return [...possible].flatMap(([name, most]) => {
    const [kind, body] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)];
    const path =
      { transfer: '/inter-ledger ', card: '/cards ', payee: '/beneficiaries ', change: '/beneficiaries/' }[kind] ?? '';
    const isIts = (request: string) => request.endsWith(` ${body}`) && request.includes(path);
    const count = world.linkcy.executions.filter(({ foreign, request }) => !foreign && isIts(request)).length;
    return count > most ? [`${name} was carried out ${count} times instead of at most ${most}`] : [];
  });
}

/** A row is the answer to one request only. */
function rowRules(world: World, operations: readonly (Operation | undefined)[]): string[] {
  const byScaId = new Map(operations.map((operation) => [operation?.scaId, operation]));
  const final = (result: OperationResult | undefined): OperationResult | undefined => {
    return result !== undefined && 'scaId' in result ? byScaId.get(result.scaId)?.result : result;
  };
  const owners = new Map<string, string>();
  const broken: string[] = [];
  for (const [name, sents] of requestsOf(world)) {
    const ids = sents
      .map(({ result }) => final(result))
      .flatMap((one) => (one?.kind === 'payload' && one.uuid !== changedPayee ? one.uuid : []));
    for (const id of new Set(ids)) {
      const owner = owners.get(id);
      if (owner !== undefined) broken.push(`${id} is the answer to ${owner} and to ${name}`);
      owners.set(id, name);
      if (!world.linkcy.executions.some((one) => one.id === id)) broken.push(`${id} does not exist`);
    }
  }
  return broken;
}

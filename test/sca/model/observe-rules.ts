import { approvalIdOf, type Operation } from '../../../src/sca/operation.js';
import { isOutcomeUnknown, type OperationResult } from '../../../src/sca/result.js';
import { changedPayee, ledgerOf, sharedAmount, type Body, type Execution, type Interaction } from './linkcy.js';
import type { Sent, World } from './world.js';

/** An operation whose approval carries it out, as it ended. */
interface Ended {
  readonly operation: Operation;
  readonly interaction: Interaction;
}

/** Equal requests of one owner: which of them led to which row is all the same, to them and to us. */
interface Alike {
  readonly requests: readonly (readonly Sent[])[];
  readonly ended: readonly Ended[];
  readonly executions: readonly Execution[];
}

/** What must be true of today's LinkCy, where nothing is sent again and effects are looked for. */
export function observeRules(
  world: World,
  operations: readonly (Operation | undefined)[],
  requests: readonly (readonly Sent[])[],
): string[] {
  const ended = operations.flatMap((operation) => {
    const interaction = operation && world.linkcy.interactions.get(approvalIdOf(operation));
    return operation && interaction ? [{ operation, interaction }] : [];
  });
  const ends = new Map(operations.map((operation) => [operation?.scaId ?? '', operation?.result]));
  return [
    ...(world.linkcy.replays > 0 ? [`${world.linkcy.replays} requests were sent again`] : []),
    ...ended.flatMap((one) => endRules(world, one)),
    ...alike(world, ended, requests).flatMap((one) => [...pushRules(world, one), ...statementRules(world, one, ends)]),
  ];
}

/** Every operation has come to an end, and the end is the truth about it. */
function endRules(world: World, ended: Ended): string[] {
  const { operation } = ended;
  const { scaId, status, result } = operation;
  const name = `${operation.mutation} ${scaId}`;
  if (status === 'PENDING') return [`${name} never ended`];
  if (status === 'UNKNOWN' && !isDisturbed(world) && !isDoubtful(world, ended))
    return [`${name} is UNKNOWN without a reason`];
  if (status !== 'COMPLETED') return [];
  if (result?.kind !== 'payload') return [`${name} is COMPLETED without a payload`];
  const shown = world.linkcy.executions.filter(
    (one) => shows(one, ended) && !one.declined && one.at >= operation.createdAt,
  );
  if (shown.some((one) => one.id === result.uuid)) return [];
  if (operation.mutation === 'change' && result.uuid === changedPayee && shown.length > 0) return [];
  return [`${name} is COMPLETED with ${result.uuid}, which is not its effect`];
}

/** The user is asked once for each request, and what is approved is carried out once. */
function pushRules({ linkcy }: World, { requests, ended, executions }: Alike): string[] {
  const [first] = requests[0] ?? [];
  if (first === undefined) return [];
  const pushes = [...linkcy.interactions.values()].filter(
    (one) =>
      one.request.body === first.body && kindOf(one.request.route.template, one.request.method) === first.wish.kind,
  );
  const same = requests.filter(([one]) => one?.body === first.body);
  const broken = pushes.length > same.length ? [`${pushes.length} pushes for ${same.length} times ${first.body}`] : [];
  for (const { operation } of ended) {
    const times = executions.filter(({ scaId }) => scaId === approvalIdOf(operation)).length;
    if (times > 1) broken.push(`${operation.scaId} was carried out ${times} times`);
  }
  return broken;
}

/** What is told of equal requests together is true: who said "not carried out" was right, and what was done is told as done. */
function statementRules(world: World, { requests, ended, executions }: Alike, ends: Ends): string[] {
  const own = executions.filter(({ foreign, declined }) => !foreign && !declined);
  const name = `${requests[0]?.[0]?.wish.kind} ${requests[0]?.[0]?.body}`;
  if (requests[0]?.[0]?.wish.kind === 'change') return ended.flatMap((one) => changeRules(world, one));
  const denied = requests.filter((sents) => sents.every((sent) => isDenied(sent, ends)));
  const broken: string[] = [];
  if (own.length > requests.length - denied.length) {
    broken.push(
      `${name}: ${own.length} carried out, but of ${requests.length} requests ${denied.length} are told as not carried out`,
    );
  }
  const completed = ended.filter(({ operation }) => operation.status === 'COMPLETED').length;
  const approved = own.filter(({ scaId }) => world.linkcy.interactions.has(scaId ?? '')).length;
  const isPlain = !isDisturbed(world) && !world.twins && !ended.some((one) => isDoubtful(world, one));
  if (isPlain && completed !== approved)
    broken.push(`${name}: ${approved} were approved, and ${completed} are COMPLETED`);
  return broken;
}

function changeRules(world: World, ended: Ended): string[] {
  const { operation } = ended;
  const [own] = world.linkcy.executions.filter(({ scaId }) => scaId === approvalIdOf(operation));
  if (own === undefined || isDoubtful(world, ended)) return [];
  const denied = ['EXPIRED', 'DECLINED', 'FAILED'].includes(operation.status);
  if (denied) return [`change ${operation.scaId} is ${operation.status}, but was carried out`];
  return isDisturbed(world) || operation.status === 'COMPLETED'
    ? []
    : [`change ${operation.scaId} is ${operation.status}`];
}

type Ends = ReadonlyMap<string, OperationResult | undefined>;

function isDenied({ result, error, cut }: Sent, ends: Ends): boolean {
  if (cut) return false;
  if (result === undefined) return error !== undefined;
  const end = 'scaId' in result ? ends.get(result.scaId) : result;
  return end?.kind === 'problem' && !isOutcomeUnknown(end);
}

const isDisturbed = (world: World) => world.disturbed || world.tokensRanOut;

/** Whether nobody can tell what came of it, though nothing went wrong. */
function isDoubtful(world: World, ended: Ended): boolean {
  const { interaction, operation } = ended;
  const { executions, interactions } = world.linkcy;
  const certain = certainOf(interaction);
  if (operation.mutation === 'change') {
    return executions.some(
      (one) =>
        one.template === interaction.request.route.template &&
        (one.scaId !== approvalIdOf(operation) || one.at < certain),
    );
  }
  const { amount, user } = bodyOf(interaction);
  // Cards of one ledger are near misses of each other, and one that nobody could claim leaves a doubt to all.
  const near = executions
    .filter((one) => (isCard(one.template) ? ledgerOf(one.body) === ledgerOf({ user, amount }) : shows(one, ended)))
    .filter((one) => !belongsToAnother(world, one, ended));
  const ownQuick = near.some((one) => one.at < certainOf(interactions.get(one.scaId ?? '') ?? interaction));
  const isQuick =
    ownQuick || near.some(({ at }) => at < certain && at >= interaction.askedAt - operation.heldMilliseconds - 1000);
  // Another card may have come just before the last look, and not have been claimed yet.
  const isNear = near.some((one) => !shows(one, ended) && one.at >= interaction.askedAt);
  const isShared = amount === sharedAmount;
  const rivals = [...interactions.values()].filter((one) => bodyOf(one).amount === amount && bodyOf(one).user !== user);
  return isQuick || isNear || (isShared && rivals.length > 0);
}

/** Whether another operation of the same user, which was certainly asked for before, was carried out by it and is told so. */
function belongsToAnother({ linkcy, seen }: World, { scaId = '', id, at }: Execution, { interaction }: Ended): boolean {
  const other = linkcy.interactions.get(scaId);
  if (other === undefined || other === interaction || other.user !== interaction.user) return false;
  const told = [...seen.values()].some((states) => [...states].some((state) => state.includes(id)));
  return told && at >= certainOf(other);
}

/** By LinkCy's Date: what was made before that second was over may have stood there before. */
const certainOf = ({ askedAt }: Interaction) => Math.floor(askedAt / 1000) * 1000 + 1000;
const isCard = (template: string) => template.endsWith('/cards');

/** Whether what was carried out looks like the operation's effect to its owner. */
function shows(one: Execution, { interaction: { request } }: Ended): boolean {
  if (one.template !== request.route.template) return false;
  const asked = JSON.parse(request.body ?? '{}') as Body;
  // Another channel's card with a name fits one that asked for none.
  if (asked.plain && one.foreign) return ledgerOf(one.body) === ledgerOf(asked);
  const isTheirs = one.body.user === asked.user || one.foreign || request.method === 'PATCH';
  return isTheirs && one.body.amount === asked.amount && one.body.plain === asked.plain;
}

const bodyOf = ({ request }: Interaction) => JSON.parse(request.body ?? '{}') as Body;

function kindOf(template: string, method: string): string {
  if (method === 'PATCH') return 'change';
  if (template.endsWith('/inter-ledger')) return 'transfer';
  return template.endsWith('/cards') ? 'card' : 'payee';
}

function alike(world: World, ended: readonly Ended[], requests: readonly (readonly Sent[])[]): Alike[] {
  const names = [...new Set(requests.flatMap(([first]) => (first ? [nameOf(first)] : [])))];
  return names.map((name) => ({
    requests: requests.filter(([first]) => first && nameOf(first) === name),
    ended: ended.filter(({ interaction: { request }, interaction }) => {
      const { user, amount, plain } = bodyOf(interaction);
      return `${kindOf(request.route.template, request.method)} ${user} ${amount} ${plain === true}` === name;
    }),
    executions: world.linkcy.executions.filter(
      ({ template, body, request }) =>
        `${kindOf(template, request.split(' ')[0] ?? '')} ${body.user} ${body.amount} ${body.plain === true}` === name,
    ),
  }));
}

const nameOf = ({ wish: { kind, user, amount, plain } }: Sent) => `${kind} ${user} ${amount} ${plain}`;

import { setTimeout as pause } from 'node:timers/promises';
import type { LinkcyClient } from '../linkcy/client.js';
import { ScaHeader, type ScaPending } from '../linkcy/endpoints/sca.js';
import { LinkcyError, LinkcyRejection } from '../linkcy/error.js';
import { ttlOf } from '../sca/ttl.js';
import { isOlder } from '../sca/way.js';
import type { PayeeName } from './payee-name.js';
import type { Terminal } from './terminal.js';

/** How a LinkCy finishes approved operations. */
type DetectedMode = 'observe' | 'replay';

/**
 * The outcome of a change. direct: LinkCy asked for no approval. refused: certainly not executed. unseen: not seen
 * within its time. lost: unknown.
 */
export type ChangeEnd =
  | { readonly end: 'done'; readonly by: DetectedMode | 'direct' }
  | { readonly end: 'refused' | 'unseen' | 'lost'; readonly why: string };

const lookMilliseconds = 1_000;
/** How long to wait for the effect after an approval, if the approval itself executes the operation. */
const effectMilliseconds = 6_000;
const afterTtlMilliseconds = 5_000;

interface Open {
  readonly to: string;
  readonly pending: ScaPending;
  /** Whether an approved request may be sent again: only LinkCy up to 1.78 treats it as the same request. */
  mayReplay: boolean;
  endsAt: number;
  approvedAt: number | undefined;
}

/**
 * Renames the payee once, and follows the change to its outcome. The request is sent a second time only if the 202 has the
 * form of LinkCy up to 1.78, the tester has confirmed the approval, and it had no effect; then with the id of its approval,
 * as that LinkCy requires.
 *
 * @param known how LinkCy finishes operations, if an earlier change has shown it
 */
export async function changeName(
  client: LinkcyClient,
  name: PayeeName,
  to: string,
  terminal: Terminal,
  known?: DetectedMode,
): Promise<ChangeEnd> {
  name.sending(to);
  const strategy = { [ScaHeader.strategy]: 'PUSH_NOTIFICATION' };
  const write = { ...name.write(to), headers: strategy };
  let pending: ScaPending;
  try {
    const answer = await client.write(write);
    if (answer.kind !== 'pending') {
      await name.read();
      return { end: 'done', by: 'direct' };
    }
    ({ pending } = answer);
  } catch (error) {
    return failed(error, name);
  }
  name.asked(to);
  const ttl = ttlOf(pending.ttl);
  const seconds = Math.round(ttl.milliseconds / 1000);
  terminal.say(`LinkCy asks for an approval (${seconds} s). Approve it on the phone, then press Enter.`);
  const open: Open = {
    ...{ to, pending, approvedAt: undefined },
    mayReplay: known !== 'observe' && (known === 'replay' || isOlder(pending.ttl)),
    endsAt: performance.now() + ttl.milliseconds + afterTtlMilliseconds,
  };
  for (;;) {
    const lastLook = performance.now() > open.endsAt;
    // A failed read proves nothing; the next one may succeed.
    if ((await name.read().catch(() => undefined)) === to) return { end: 'done', by: 'observe' };
    if (lastLook) break;
    if (terminal.typed() !== undefined) open.approvedAt ??= performance.now();
    const waited = performance.now() - (open.approvedAt ?? Infinity);
    if (open.mayReplay && waited >= (known === 'replay' ? 0 : effectMilliseconds)) {
      const end = await replay(client, name, open, terminal, write);
      if (end !== undefined) return end;
    }
    await pause(lookMilliseconds);
  }
  name.over();
  const why = open.approvedAt === undefined ? 'it was not approved' : 'it was not seen, though you approved it';
  return { end: 'unseen', why };
}

/** Sends the request again with the id of its approval. Undefined: its effect is still awaited. */
async function replay(
  client: LinkcyClient,
  name: PayeeName,
  open: Open,
  terminal: Terminal,
  write: Parameters<LinkcyClient['write']>[0],
): Promise<ChangeEnd | undefined> {
  const headers = { ...write.headers, [ScaHeader.id]: open.pending.scaId };
  try {
    const answer = await client.write({ ...write, headers });
    if (answer.kind !== 'pending') {
      const isThere = (await name.read().catch(() => open.to)) === open.to;
      return isThere
        ? { end: 'done', by: 'replay' }
        : { end: 'lost', why: 'LinkCy said it was done, and it is not seen' };
    }
    open.mayReplay = false;
    if (answer.pending.scaId !== open.pending.scaId) {
      terminal.say('LinkCy took the repeated request for a new one. DECLINE the second approval on the phone.');
      open.endsAt = performance.now() + ttlOf(answer.pending.ttl).milliseconds + afterTtlMilliseconds;
    }
    return undefined;
  } catch (error) {
    if (error instanceof LinkcyRejection && error.code === 'SCA_INTERACTION_NOT_COMPLETED') {
      terminal.say('LinkCy says that it is not approved yet. Approve it, then press Enter.');
      open.approvedAt = undefined;
      return undefined;
    }
    return failed(error, name);
  }
}

function failed(error: unknown, name: PayeeName): ChangeEnd {
  if (!(error instanceof LinkcyError)) throw error;
  if (!(error instanceof LinkcyRejection)) return { end: 'lost', why: error.message };
  name.over();
  return { end: 'refused', why: error.message };
}

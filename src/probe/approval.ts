import { setTimeout as pause } from 'node:timers/promises';
import type { LinkcyClient } from '../linkcy/client.js';
import { ScaHeader, type ScaPending } from '../linkcy/endpoints/sca.js';
import { LinkcyError, LinkcyRejection } from '../linkcy/error.js';
import { ttlOf } from '../sca/ttl.js';
import { isOlder } from '../sca/way.js';
import type { PayeeName } from './payee-name.js';
import type { Terminal } from './terminal.js';

/** How a LinkCy finishes what its user has approved. */
type DetectedMode = 'observe' | 'replay';

/**
 * What became of a change. direct: LinkCy asked for no approval. refused: it was certainly not carried out. unseen: it was not
 * seen within its time. lost: nobody knows.
 */
export type ChangeEnd =
  | { readonly end: 'done'; readonly by: DetectedMode | 'direct' }
  | { readonly end: 'refused' | 'unseen' | 'lost'; readonly why: string };

const lookMilliseconds = 1_000;
/** Within this time after an approval the effect would be seen, if the approval itself had carried it out. */
const effectMilliseconds = 6_000;
const afterTtlMilliseconds = 5_000;

interface Open {
  readonly to: string;
  readonly pending: ScaPending;
  /** Whether the request may be sent again once it was approved: only a LinkCy of the older form takes that for the same. */
  mayReplay: boolean;
  endsAt: number;
  approvedAt: number | undefined;
}

/**
 * Gives the payee a name, once, and follows it to its end. Nothing is sent a second time unless the 202 has the form of
 * LinkCy up to 1.78, the tester has said that the first was approved, and it has had no effect; and then as that LinkCy wants
 * it, with the id of its approval.
 *
 * @param known the way, where an earlier change has shown it
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
    // A look that fails has not looked: the next one may.
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

/** Sends it again with the id of its approval. Undefined: it goes on being looked for. */
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

import { LinkcyApi } from '../../linkcy/api.js';
import { LinkcyClient, type Caller } from '../../linkcy/client.js';
import { LinkcyError } from '../../linkcy/error.js';
import type { Transport } from '../../linkcy/http/transport.js';
import type { Clock } from '../clock.js';
import type { EffectMarkers } from '../effect-markers.js';
import { objectKeyOf, objectOf, readObject, seenIn } from '../effects/change.js';
import { fitOf, isNearMiss, listOf, refusalOf, type Scope } from '../effects/creation.js';
import { isCreation, type Change, type Creation } from '../effects/effect.js';
import type { Finding, Inquiry } from '../inquiry.js';
import type { Operation } from '../operation.js';
import { isSecretReference } from '../operation-request.js';
import { isUnauthenticated } from '../problem-of.js';
import { payload } from '../result.js';
import type { ScaStore } from '../store/store.js';
import { overlapMilliseconds, payeeOf } from './baseline.js';
import { judgeChange } from './change-step.js';
import { isAmbiguous, isNew, judge, type Awaited } from './creation-step.js';
import { endingOf, outcomeOf, type FruitlessLook } from './ending.js';
import { latestEffectOf } from './latest.js';
import { readRows, type RowsSeen } from './read-rows.js';

const ambiguity =
  'A row that an operation may have led to was made while its request was on the way, so that it ended as unknown. Where that comes again, this LinkCy makes rows before the user has approved.';

const wait = (reason: 'no answer' | 'token' | 'no token'): Finding => ({ to: 'wait', inDoubt: false, reason });

/**
 * LinkCy since 1.114: the approval itself carries the operation out, and a repeat would be a new one. So only GETs are sent, to
 * look for the effect. One look serves all operations of a principal that need the same list or object.
 */
export class Observe implements Inquiry {
  private toldOfAmbiguity = false;

  constructor(
    private readonly transport: Transport,
    private readonly store: ScaStore,
    private readonly markers: EffectMarkers,
    private readonly clock: Clock,
    private readonly warn: (message: string) => void,
  ) {}

  subjectOf({ principal, effect, scaId, baseline }: Operation): string {
    if (effect === undefined) return scaId;
    if (!isCreation(effect)) return `${principal} ${objectKeyOf(effect)}`;
    return `${principal} ${listOf(effect, scopeIn(baseline)).key}`;
  }

  async inquire(operations: readonly Operation[], caller: Caller | undefined): Promise<readonly Finding[]> {
    const [first] = operations;
    if (first === undefined) return [];
    const beganAt = this.clock.now();
    const { effect } = first;
    if (effect === undefined) return operations.map((one) => this.ending(one, beganAt, true, 'invisible'));
    if (caller === undefined) return operations.map((one) => this.unseen(one, beganAt, 'no token'));
    try {
      return isCreation(effect)
        ? await this.lookForRows(operations, effect, caller, beganAt)
        : await this.lookAtObject(operations, effect, caller, beganAt);
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      const reason = isUnauthenticated(error) ? 'token' : 'no answer';
      return operations.map((one) => this.unseen(one, beganAt, reason));
    }
  }

  /**
   * Number of rows that are effects of this operation, as far as can be seen. More than one, if LinkCy took its replay for a
   * new request, means that the user has approved both. Throws a LinkcyError.
   */
  async countRows(operation: Operation, caller: Caller): Promise<number> {
    const { effect, attempt } = operation;
    if (effect === undefined || !isCreation(effect)) return 0;
    const seen = await this.rowsFor([operation], effect, 'own', caller);
    const awaited = awaitedOf(operation, { date: seen.date, at: this.clock.now() });
    if (awaited === undefined) return 0;
    const payee = awaited.baseline?.payee ?? (await payeeOf(this.transport, effect, callerOf(caller)));
    const paid = seen.rows.filter((row) => refusalOf(row) === undefined);
    const fitting = paid.filter((row) => fitOf(row, effect, payee) !== undefined);
    const claims = await this.store.rowClaims(fitting.map(({ wire }) => wire.id));
    const own = fitting.filter((row) => {
      const owner = claims.get(row.wire.id.toLowerCase());
      return owner === attempt || (owner === undefined && isNew(row, awaited));
    });
    const rivals = [...(await this.markers.rivals(effect, attempt)).values()];
    const open = rivals.filter((rival) => rival.state !== 'done' && own.some((row) => fitOf(row, rival.effect, payee)));
    return own.length - open.length;
  }

  private async lookAtObject(
    operations: readonly Operation[],
    change: Change,
    caller: Caller,
    beganAt: number,
  ): Promise<readonly Finding[]> {
    const client = new LinkcyClient(this.transport, callerOf(caller));
    const read = await readObject(new LinkcyApi(client), change);
    const at = this.clock.now();
    return operations.map((operation): Finding => {
      const { effect, baseline, date, heldMilliseconds, payload: reference } = operation;
      if (effect === undefined || isCreation(effect) || isSecretReference(reference)) {
        return this.ending(operation, beganAt, true, 'invisible');
      }
      const now = seenIn(read, effect);
      const before = baseline?.kind === 'object' ? baseline.seen : undefined;
      const latest = latestEffectOf(operation, { date: client.date, at });
      const lookedAt = client.date ?? -Infinity;
      const verdict = judgeChange(effect, before, now, { date, heldMilliseconds, latest, lookedAt });
      if (verdict !== 'done') return this.ending(operation, beganAt, true, verdict);
      const result = payload(objectOf(effect), reference.id);
      return { to: 'finalize', outcome: { status: 'COMPLETED', result } };
    });
  }

  private async lookForRows(
    operations: readonly Operation[],
    effect: Creation,
    caller: Caller,
    beganAt: number,
  ): Promise<readonly Finding[]> {
    const shared = scopeIn(operations[0]?.baseline);
    const seen = await this.rowsFor(operations, effect, shared, caller);
    const findings: Finding[] = [];
    const taken = new Map<string, string>();
    // Equal operations of one owner are interchangeable. The first to end claims first, because the others can still get
    // theirs; with equal ttls that is the oldest.
    for (const operation of [...operations].sort((one, other) => one.endsAt - other.endsAt)) {
      const narrower =
        !seen.complete && shared === 'all' && operation.effect !== undefined && isCreation(operation.effect);
      const own = narrower ? await this.rowsFor([operation], operation.effect, 'own', caller) : seen;
      const finding = await this.findingOf(operation, own, taken, beganAt);
      if (finding.to === 'finalize' && finding.rowId !== undefined) taken.set(finding.rowId, operation.attempt);
      findings[operations.indexOf(operation)] = finding;
    }
    return findings;
  }

  private rowsFor(operations: readonly Operation[], effect: Creation, scope: Scope, caller: Caller): Promise<RowsSeen> {
    const pages = scope === 'all' ? 1 : undefined;
    return readRows(this.transport, callerOf(caller), listOf(effect, scope), () => sinceOf(operations), pages);
  }

  private async findingOf(
    operation: Operation,
    seen: RowsSeen,
    taken: ReadonlyMap<string, string>,
    beganAt: number,
  ): Promise<Finding> {
    const awaited = awaitedOf(operation, { date: seen.date, at: this.clock.now() });
    if (awaited === undefined) return this.ending(operation, beganAt, true, 'invisible');
    const { effect, baseline } = awaited;
    const known = seen.rows.filter(
      (row) => fitOf(row, effect, baseline?.payee) !== undefined || isNearMiss(row, effect, baseline?.payee),
    );
    const isQuiet = !known.some((row) => isNew(row, awaited) || isAmbiguous(row, awaited));
    // No candidate rows: most looks end here, without asking the store.
    const claims = isQuiet ? new Map<string, string>() : await this.store.rowClaims(known.map(({ wire }) => wire.id));
    const rivals = isQuiet ? new Map() : await this.markers.rivals(effect, operation.attempt);
    const verdict = judge(awaited, { ...seen, rows: known }, rivals, new Map([...claims, ...taken]));
    if (verdict.is !== 'effect') {
      const finding = this.ending(operation, beganAt, seen.complete, verdict.is);
      if (finding.to === 'finalize' && verdict.is === 'uncertain' && verdict.ambiguous) this.tellOfAmbiguity();
      return finding;
    }
    return { to: 'finalize', outcome: outcomeOf(verdict.row), rowId: verdict.row.wire.id.toLowerCase() };
  }

  private tellOfAmbiguity(): void {
    if (!this.toldOfAmbiguity) this.warn(ambiguity);
    this.toldOfAmbiguity = true;
  }

  private ending(operation: Operation, beganAt: number, complete: boolean, verdict: FruitlessLook['verdict']): Finding {
    return endingOf(operation, { beganAt, complete, verdict }, this.clock.now());
  }

  /** LinkCy gave no answer: only time can end the operation, as UNKNOWN. */
  private unseen(operation: Operation, beganAt: number, reason: 'no answer' | 'token' | 'no token'): Finding {
    const finding = this.ending(operation, beganAt, false, 'uncertain');
    return finding.to === 'wait' ? wait(reason) : finding;
  }
}

const scopeIn = (baseline: Operation['baseline']): Scope => (baseline?.kind === 'rows' ? baseline.scope : 'own');

const callerOf = ({ authorization, requestId, deadline, signal }: Caller): Caller => ({
  ...{ authorization, requestId, deadline, signal },
});

function awaitedOf(
  operation: Operation,
  look: { readonly date: number | undefined; readonly at: number },
): Awaited | undefined {
  const { effect, baseline, attempt, principal, date, heldMilliseconds, createdAt, status } = operation;
  if (effect === undefined || !isCreation(effect)) return undefined;
  return {
    ...{ attempt, principal, effect, date, heldMilliseconds, createdAt },
    baseline: baseline?.kind === 'rows' ? baseline : undefined,
    latest: latestEffectOf(operation, look),
    isOver: status !== 'PENDING',
  };
}

/** How far back a list must be read for all of them; undefined means to its end. */
function sinceOf(operations: readonly Operation[]): number | undefined {
  const times = operations.map(({ baseline, date }) => (baseline?.kind === 'rows' ? baseline.newest : date));
  const known = times.filter((time) => time !== undefined);
  return known.length < times.length ? undefined : Math.min(...known) - overlapMilliseconds;
}

import type { WriteRequest } from '../../../linkcy/client.js';
import { count, isObject, optional, shape, text, uuid, type Check } from '../../../linkcy/json/shape.js';
import type { Baseline } from '../../observe/baseline.js';
import { ScaStatus, type Operation, type OperationState, type Outcome, type PendingRequest } from '../../operation.js';
import type { Result } from '../../result.js';
import type { SigningState } from '../../signing/signing-state.js';
import type { AttemptOutcome, EffectMarker, IdempotencyRecord } from '../store.js';
import type { Place } from './names.js';
import { UnreadableRecord, type Seal } from './seal.js';

/** An operation in Redis: in parts, so that a script can replace or drop one without reading it. */
interface StoredOperation {
  readonly request: string;
  readonly write: string;
  readonly doubt: string;
  /** Empty if it is not to be signed. */
  readonly signing: string;
}

/** Encodes and decodes the records in Redis. Every read method throws UnreadableRecord. */
export class RecordCodec {
  constructor(private readonly seal: Seal) {}

  /** The request without its state. */
  request(operation: Operation, key: Place): string {
    // The state has fields of its own.
    const progress: Required<Record<keyof OperationState, undefined>> = {
      status: undefined,
      result: undefined,
      write: undefined,
      inDoubtSince: undefined,
      observeUntil: undefined,
      baseline: undefined,
      signing: undefined,
    };
    return this.seal.close({ ...operation, ...progress }, key, ':request');
  }

  operation(operation: Operation, key: Place): StoredOperation {
    const { write, inDoubtSince, signing } = operation;
    return {
      request: this.request(operation, key),
      write: this.seal.close(write, key, ':write'),
      doubt: doubtText(inDoubtSince),
      signing: signing === undefined ? '' : signingText(signing),
    };
  }

  /** Decodes an operation as scripts return it; undefined if there is none. */
  readOperation(found: unknown, key: Place): Operation | undefined {
    const [request, write, inDoubtSince, outcome, observe, sealed, signed] = textsOf(found);
    if (request === undefined) return undefined;
    const asked = this.read(request, key, ':request', isPendingRequest);
    const baseline = sealed === undefined ? undefined : this.read(sealed, key, ':baseline', isBaseline);
    const observeUntil = observe === undefined ? undefined : Number(observe);
    const endsAt = Math.max(asked.endsAt, observeUntil ?? 0);
    const signing = signed === undefined ? undefined : signingOf(signed);
    const known = { ...asked, endsAt, observeUntil, baseline, signing };
    if (outcome !== undefined) return { ...known, ...this.read(outcome, key, ':outcome', isOutcome) };
    if (write === undefined) throw new UnreadableRecord('damaged');
    return {
      ...known,
      status: 'PENDING',
      write: this.read(write, key, ':write', isWrite),
      inDoubtSince: inDoubtSince === undefined ? undefined : Number(inDoubtSince),
    };
  }

  baseline(baseline: Baseline, key: Place): string {
    return this.seal.close(baseline, key, ':baseline');
  }

  outcome({ status, result }: Outcome, key: Place): string {
    return this.seal.close({ status, result }, key, ':outcome');
  }

  idempotencyRecord({ fingerprint, attempt, startedAt }: IdempotencyRecord, key: Place): string {
    return this.seal.close({ fingerprint, attempt, startedAt }, key, ':record');
  }

  attemptOutcome(outcome: AttemptOutcome, key: Place, attempt: string): string {
    return this.seal.close(outcome, key, `:outcome:${attempt}`);
  }

  readIdempotencyRecord(found: unknown, key: Place): IdempotencyRecord | undefined {
    const [record, outcome] = textsOf(found);
    if (record === undefined) return undefined;
    const begun = this.read(record, key, ':record', isIdempotencyRecord);
    if (outcome === undefined) return begun;
    return { ...begun, outcome: this.read(outcome, key, `:outcome:${begun.attempt}`, isAttemptOutcome) };
  }

  /** Prefixed with its expiry, so that Redis can drop it. */
  marker(marker: EffectMarker, keptUntil: number, key: Place, attempt: string): string {
    return `${Math.ceil(keptUntil)}:${this.seal.close(marker, key, `:${attempt}`)}`;
  }

  readMarkers(found: unknown, key: Place): ReadonlyMap<string, EffectMarker> {
    const markers = new Map<string, EffectMarker>();
    const texts = textsOf(found);
    for (let index = 0; index < texts.length; index += 2) {
      const [attempt = '', marker = ''] = texts.slice(index, index + 2);
      markers.set(attempt, this.read(marker.slice(marker.indexOf(':') + 1), key, `:${attempt}`, isEffectMarker));
    }
    return markers;
  }

  readRowClaims(found: unknown, rowIds: readonly string[]): ReadonlyMap<string, string> {
    const owners = textsOf(found);
    return new Map(
      rowIds.flatMap((rowId, index) => {
        const owner = owners[index];
        return owner === undefined ? [] : [[rowId.toLowerCase(), owner] as const];
      }),
    );
  }

  tokenOwner(principal: string, key: Place): string {
    return this.seal.close({ principal }, key);
  }

  /** `current`: whether it was written with the primary key. */
  readTokenOwner(found: unknown, key: Place): { readonly principal: string; readonly current: boolean } | undefined {
    if (typeof found !== 'string') return undefined;
    const { principal } = this.read(found, key, '', isTokenOwner);
    return { principal, current: this.seal.isCurrent(found) };
  }

  private read<Value>(sealed: string, key: Place, part: string, isValue: (value: unknown) => value is Value): Value {
    const value = this.seal.open(sealed, key, part);
    if (!isValue(value)) throw new UnreadableRecord('damaged');
    return value;
  }
}

/** A point in time, or an empty text. */
export function doubtText(since: number | undefined): string {
  return since === undefined ? '' : String(since);
}

/** A SigningState as the scripts read it: "prepared:refusals" or "sent:refusals:time:submit". */
export function signingText({ stage, refusals, sentAt, submit }: SigningState): string {
  return stage === 'prepared' ? `prepared:${refusals}` : `sent:${refusals}:${sentAt}:${submit}`;
}

function signingOf(text: string): SigningState {
  const [stage, refusals, sentAt, submit] = text.split(':');
  if (stage === 'prepared') return { stage, refusals: Number(refusals) };
  if (stage !== 'sent' || submit === undefined) throw new UnreadableRecord('damaged');
  return { stage, refusals: Number(refusals), sentAt: Number(sentAt), submit };
}

function textsOf(found: unknown): readonly (string | undefined)[] {
  if (!Array.isArray(found)) throw new UnreadableRecord('damaged');
  return found.map((value: unknown) => (typeof value === 'string' ? value : undefined));
}

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((one) => one === value);

const time: Check = (value) => typeof value === 'number' && Number.isFinite(value);

const isPendingRequest = shape<PendingRequest>({
  scaId: uuid,
  principal: text,
  mutation: text,
  payload: shape({ type: text, id: optional(text) }),
  attempt: text,
  strategy: text,
  scaDeviceId: optional(text),
  ttlSeconds: count,
  createdAt: time,
  expiresAt: time,
  endsAt: time,
  way: oneOf('replay', 'observe'),
});

const isWrite = shape<WriteRequest>({
  method: oneOf('POST', 'PUT', 'PATCH', 'DELETE', 'GET'),
  route: shape({ path: text, template: text }),
});

const isResult = (value: unknown): value is Result =>
  isObject(value) && (value.kind === 'payload' ? uuid(value.uuid) : value.kind === 'problem' && text(value.code));

const isOutcome = shape<Outcome>({
  status: oneOf(...Object.keys(ScaStatus).filter((status) => status !== 'PENDING')),
  result: isResult,
});

const isIdempotencyRecord = shape<IdempotencyRecord>({ fingerprint: text, attempt: text, startedAt: time });

const isTokenOwner = shape<{ readonly principal: string }>({ principal: text });

const isAttemptOutcome = (value: unknown): value is AttemptOutcome =>
  isObject(value) && ('scaId' in value ? uuid(value.scaId) : isResult(value.result));

const isEffectMarker = shape<EffectMarker>({ until: time, sentAt: time, state: text, effect: isObject });

const isBaseline = (value: unknown): value is Baseline =>
  isObject(value) &&
  (value.kind === 'rows' ? Array.isArray(value.ids) : value.kind === 'object' && isObject(value.seen));

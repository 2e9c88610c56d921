import type { Clock } from '../clock.js';
import type { Lifecycle } from '../lifecycle.js';
import { isPrepared, type Operation, type Outcome } from '../operation.js';
import { problem } from '../result.js';
import type { ScaStore } from '../store/store.js';

interface Stored {
  readonly store: ScaStore;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
}

/** Reads the operation; one that has waited too long for a signature expires here. Throws StoreUnavailable. */
export async function currentOperation(
  { store, clock, lifecycle }: Stored,
  scaId: string,
): Promise<Operation | undefined> {
  const operation = await store.read(scaId);
  if (operation === undefined || !isPrepared(operation) || clock.now() < operation.expiresAt) return operation;
  const stands = await store.finalize(scaId, notSigned(), { isPrepared: true });
  if (stands === 'row taken') return operation;
  if (stands !== undefined) lifecycle.ended(stands);
  return stands;
}

const notSigned = (): Outcome => ({
  status: 'EXPIRED',
  result: problem(
    'ScaRefused',
    'SCA_SIGNATURE_NOT_GIVEN',
    'Nothing was carried out: no signature that LinkCy takes came within 5 minutes.',
  ),
});

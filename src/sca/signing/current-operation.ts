import type { Clock } from '../clock.js';
import { isPrepared, type Operation, type Outcome } from '../operation.js';
import { problem } from '../result.js';
import type { ScaStore } from '../store/store.js';

interface Stored {
  readonly store: ScaStore;
  readonly clock: Clock;
}

/** The operation as it stands now: one that has waited too long for a signature has expired. Throws StoreUnavailable. */
export async function currentOperation({ store, clock }: Stored, scaId: string): Promise<Operation | undefined> {
  const operation = await store.read(scaId);
  if (operation === undefined || !isPrepared(operation) || clock.now() < operation.expiresAt) return operation;
  const stands = await store.finalize(scaId, notSigned(), { isPrepared: true });
  return stands === 'row taken' ? operation : stands;
}

const notSigned = (): Outcome => ({
  status: 'EXPIRED',
  result: problem(
    'ScaRefused',
    'SCA_SIGNATURE_NOT_GIVEN',
    'Nothing was carried out: no signature that LinkCy takes came within 5 minutes.',
  ),
});

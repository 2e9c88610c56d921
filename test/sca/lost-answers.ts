import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startFaultProxy, type Fault, type FaultProxy } from '../support/banks/fault-proxy.js';
import { startStage, type Stage } from './stage.js';

/** A stage whose calls to LinkCy go through a proxy that can lose the answers; clean before each test. */
export function lostAnswersStage(): { readonly stage: Stage; readonly proxy: FaultProxy } {
  const place: { stage?: Stage; proxy?: FaultProxy } = {};
  const started = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The stage is there once the tests run.');
    return value;
  };
  beforeAll(async () => {
    place.stage = await startStage({
      linkcyUrl: async (upstream) => {
        place.proxy = await startFaultProxy({ upstream, elsewhere: `${upstream}/elsewhere` });
        return place.proxy.url;
      },
    });
  });
  afterAll(async () => {
    await place.stage?.close();
    await place.proxy?.close();
  });
  beforeEach(async () => {
    const stage = started(place.stage);
    await started(place.proxy).clear();
    stage.simulator.log.clear();
    stage.simulator.faults.clear();
    stage.simulator.sca.reset();
    stage.simulator.executions.clear();
    stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 100_000, totalAmount: 100_000 });
  });
  return {
    get stage() {
      return started(place.stage);
    },
    get proxy() {
      return started(place.proxy);
    },
  };
}

export const transfers = 'POST /api/partner/transactions';
export const onTransfers = /^POST \/api\/partner\/transactions /;

/** The faults that are over at once; the others end with the timeout of a write. */
export const quickFaults: Exclude<Fault, 'refuse'>[] = [
  'read and reset',
  'FIN after the request',
  'half a status line',
  'truncated body',
  '201 with an empty body',
  '200 with HTML',
  '502',
  '503 with Retry-After',
  '302 elsewhere',
];

/** One of each kind: no answer, a broken one, a failure. */
export const fewFaults = ['read and reset', '201 with an empty body', '503 with Retry-After'] as const;

let amount = 0;
/** Of no other transfer here. */
export const newAmount = () => `${(amount += 1)}.00`;

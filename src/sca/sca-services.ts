import type { Transport } from '../linkcy/http/transport.js';
import { ApprovalGate } from './approval-gate.js';
import { processClock, type Clock } from './clock.js';
import { EffectMarkers } from './effect-markers.js';
import { Lifecycle, type ScaListener } from './lifecycle.js';
import { LostEffects } from './lost-effect.js';
import { Observe } from './observe/observe.js';
import { PaidTwice } from './observe/paid-twice.js';
import { PrincipalVerifier } from './principal-verifier.js';
import { Replay } from './replay.js';
import { SentInquiry } from './signing/sent-inquiry.js';
import { MemoryStore } from './store/memory-store.js';
import type { StorePlaces } from './store/shares.js';
import type { ScaStore } from './store/store.js';
import { WatchBudget } from './watch-budget.js';
import { defaultWatcherOptions, Watcher, type WatcherOptions } from './watcher.js';
import { ApprovalsWay, type ApprovalsSetting } from './way.js';

/** The parts of the SCA core that the whole server shares. */
export interface ScaServices {
  readonly store: ScaStore;
  readonly principals: PrincipalVerifier;
  readonly markers: EffectMarkers;
  readonly lostEffects: LostEffects;
  readonly approvals: ApprovalsWay;
  readonly gate: ApprovalGate;
  readonly watcher: Watcher;
  readonly lifecycle: Lifecycle;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Whether the upstream is a sandbox: BY_PASS is allowed. */
  readonly sandbox: boolean;
  /** Stops watching, waits for the inquiries in flight and closes the store. Pending operations stay in it as they are. */
  close(): Promise<void>;
}

interface ScaServicesOptions {
  readonly transport: Transport;
  readonly sandbox: boolean;
  /** Default: in the memory of this process. */
  readonly store?: ScaStore;
  /** Limits of the memory store. */
  readonly places?: StorePlaces;
  readonly approvals?: ApprovalsSetting;
  /** Most calls per second for looks and replays. */
  readonly watchCallsPerSecond?: number;
  readonly watcher?: WatcherOptions;
  /** From 0 to below 1, for the jitter of the watcher. */
  readonly random?: () => number;
  /** Called with messages for the operator; `alarm`: a user may have paid twice. */
  readonly warn?: (message: string) => void;
  readonly alarm?: (message: string) => void;
  readonly listener?: ScaListener;
}

const defaultWatchCallsPerSecond = 250;

export function createScaServices(options: ScaServicesOptions): ScaServices {
  const { transport, sandbox, random = Math.random } = options;
  const { warn = () => {}, alarm = () => {} } = options;
  const store = options.store ?? new MemoryStore(processClock(), options.places);
  const { clock } = store;
  const budget = new WatchBudget(options.watchCallsPerSecond ?? defaultWatchCallsPerSecond, clock);
  const counted = budget.counted(transport);
  const markers = new EffectMarkers(store, clock);
  const lostEffects = new LostEffects(transport, store, markers, clock);
  const approvals = new ApprovalsWay(options.approvals ?? 'auto', store, transport.options.origin, warn);
  const observe = new Observe(counted, store, markers, clock, warn);
  const paidTwice = new PaidTwice(observe, clock, alarm);
  const sent = new SentInquiry(lostEffects, markers, clock);
  const inquiries = { replay: new Replay(counted, lostEffects, clock), observe, sent };
  const lifecycle = new Lifecycle(clock, options.listener);
  const gate = new ApprovalGate(inquiries, approvals, paidTwice, store, markers, lifecycle, clock);
  const watcher = new Watcher(gate, budget, clock, random, options.watcher ?? defaultWatcherOptions);
  return {
    ...{ store, markers, lostEffects, approvals, gate, lifecycle, watcher, transport, clock, sandbox },
    principals: new PrincipalVerifier(transport, store, clock),
    async close() {
      watcher.stop();
      paidTwice.stop();
      await gate.idle();
      await store.close();
    },
  };
}

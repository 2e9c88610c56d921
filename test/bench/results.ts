import type { Busy } from './measures/busy.js';
import type { Growing } from './measures/growing.js';
import type { Growth } from './measures/growth.js';
import type { Latency } from './measures/latency.js';
import type { Memory } from './measures/memory.js';
import type { CallsOfWork } from './measures/same-work.js';
import type { SecurePayments } from './measures/secure-payments.js';
import type { Size } from './measures/size.js';
import type { Subscriptions } from './measures/subscriptions.js';
import type { Throughput } from './measures/throughput.js';
import type { Options } from './options.js';

/** Everything that was measured; what was not asked for is missing. Written as JSON as it is. */
export interface Results {
  readonly date: string;
  readonly command: string;
  readonly machine: string;
  readonly options: Options;
  readonly busy?: readonly Busy[];
  readonly growing?: readonly Growing[];
  readonly calls?: CallsOfWork;
  readonly throughput?: Throughput;
  /** The transfer beside a limit that is as careful with it. */
  readonly safeWrites?: Throughput;
  readonly latency?: Latency;
  readonly growth?: Growth;
  readonly securePayments?: SecurePayments;
  readonly memory?: Memory;
  readonly subscriptions?: Subscriptions;
  readonly size?: Size;
  /** Milliseconds of each start. */
  readonly start?: readonly number[];
}

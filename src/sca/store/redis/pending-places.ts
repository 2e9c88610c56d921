import type { Clock } from '../../clock.js';
import type { Operation } from '../../operation.js';
import { operationsPerPending, shareOfPrincipal, type StorePlaces } from '../shares.js';
import { StoreShareFull } from '../store.js';
import type { RedisConnection } from './connection.js';
import type { Names, Place } from './names.js';
import { free, room } from './scripts.js';

/** How long after its time an operation may take to be finalized. */
const longestEndMilliseconds = 20 * 60 * 1000;

/** Shares of operations by principal: pending ones, and all that are kept. */
export class PendingPlaces {
  constructor(
    private readonly connection: RedisConnection,
    private readonly names: Names,
    private readonly clock: Clock,
    private readonly places: StorePlaces,
  ) {}

  /** Rejects with StoreShareFull. */
  async checkRoom(principal: string): Promise<void> {
    const { pendingOperations } = this.places;
    const most = [pendingOperations, pendingOperations * operationsPerPending].map(
      (all) => shareOfPrincipal(principal, all, this.places).most,
    );
    const found = await this.connection.run(room, this.placesOf(principal), ...most.map(String));
    if (found === 'full') throw new StoreShareFull();
  }

  placesOf(principal: string): readonly [pending: Place, all: Place] {
    const { name } = shareOfPrincipal(principal, 1, this.places);
    return [this.names.taken('pending', name), this.names.taken('operations', name)];
  }

  /** Milliseconds that it takes a pending place at most: no longer than it is kept. */
  lifeOf({ endsAt }: Operation, life: string): string {
    const left = Math.max(endsAt - this.clock.now(), 0) + longestEndMilliseconds;
    return String(Math.ceil(Math.min(Number(life), left)));
  }

  /** Frees its pending place. If that fails, the place expires by itself. */
  async free({ principal, attempt }: Operation): Promise<void> {
    const [pending] = this.placesOf(principal);
    await this.connection.run(free, [pending], attempt).catch(() => undefined);
  }
}

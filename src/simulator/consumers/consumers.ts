import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import { Collection, type Indexing, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';
import type { NameOrder } from '../http/name-order.js';
import { sortableName } from '../http/name-order.js';
import { devicesOf, type StoredConsumer } from '../sca-devices/devices.js';

/** The consumers, by update date, creation date and last name. */
export function consumerCollection(ties: TieOrder, names: NameOrder): Collection<StoredConsumer> {
  const indexing: Indexing<StoredConsumer> = {
    sort: {
      CREATION_DATE: (row) => sortableInstant(row.creationDate),
      UPDATE_DATE: (row) => sortableInstant(row.updateDate),
      LAST_NAME: (row) => sortableName(row.lastName, names),
    },
    groups: {
      id: (row) => [row.id],
      externalId: (row) => [row.externalId],
      fullNumber: (row) => [fullNumber(row) || undefined],
      scaDeviceId: (row) => devicesOf(row).map(({ id }) => id),
    },
  };
  return new Collection(indexing, ties);
}

/** The number with its country code, digits only: what a consumer logs in with. */
export function fullNumber({ phone }: Consumer): string {
  return `${phone.countryCode ?? ''}${phone.number ?? ''}`.replace(/\D/g, '');
}

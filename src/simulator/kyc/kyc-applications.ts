import type { Address } from '../../linkcy/endpoints/consumers.js';
import { Collection, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';

export const kycStatuses = [
  'NOT_STARTED',
  'CREATED',
  'PROCESSING',
  'ABORTED',
  'PENDING_REVIEW',
  'VALIDATED',
  'DECLINED',
] as const;

export type KycStatus = (typeof kycStatuses)[number];

/** What an identification has found out about a person. */
export interface IdentifiedPersonRecord {
  readonly firstName?: string;
  readonly middleName?: string;
  readonly lastName?: string;
  readonly gender?: string;
  readonly birthDate?: string;
  readonly birthCity?: string;
  readonly birthIsoCountryCode?: string;
  readonly nationalityCode?: string;
  readonly emailAddress?: string;
  readonly address?: Address;
}

export interface KycApplicationRecord extends IdentifiedPersonRecord {
  readonly id: string;
  /** The consumer. */
  readonly personId: string;
  readonly status: KycStatus;
  readonly statusReason?: string;
  readonly accessType: 'LINK' | 'SDK';
  /** Where the person goes afterwards. */
  readonly urlOnComplete?: string;
  readonly urlOnFailure?: string;
  readonly creationDate: string;
  readonly updateDate: string;
}

/** The identifications, by creation and update date. */
export function kycCollection(ties: TieOrder): Collection<KycApplicationRecord> {
  const sort = {
    CREATION_DATE: (row: KycApplicationRecord) => sortableInstant(row.creationDate),
    UPDATE_DATE: (row: KycApplicationRecord) => sortableInstant(row.updateDate),
  };
  return new Collection({ sort, groups: { personId: (row: KycApplicationRecord) => [row.personId] } }, ties);
}

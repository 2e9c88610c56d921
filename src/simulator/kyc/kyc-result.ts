import type { Consumer, ConsumerStatus } from '../../linkcy/endpoints/consumers.js';
import { withoutAbsent } from '../consumers/consumer-declaration.js';
import { secondsText } from '../http/instant.js';
import type { IdentifiedPersonRecord, KycStatus } from './kyc-applications.js';
import type { Simulation } from '../control/simulation.js';

/** Defaults for what an identification did not find. */
const somebody: IdentifiedPersonRecord = {
  firstName: 'Alex',
  lastName: 'Martin',
  gender: 'FEMALE',
  birthDate: '1992-04-17',
  birthCity: 'Lille',
  birthIsoCountryCode: 'FRA',
  nationalityCode: 'FRA',
  address: { isoCountryCode: 'FRA', city: 'Lille', postalCode: '59000', street: 'Rue de Paris', number: '12' },
};

/** Brings an identification and its consumer to a state. A person who is identified may do business from then on. */
export function setKycStatus(
  { store, clock }: Simulation,
  kycApplicationId: string,
  status: KycStatus,
  found: IdentifiedPersonRecord = {},
): void {
  const application = store.kycApplications.get(kycApplicationId);
  const consumer = store.consumers.get(application?.personId ?? '');
  if (application === undefined || consumer === undefined) throw new Error('an application without a consumer');
  const updateDate = secondsText(clock.now());
  const statusReason = status === 'DECLINED' ? 'The document is not readable' : undefined;
  const person = status === 'VALIDATED' ? identity(consumer, found) : {};
  store.kycApplications.update(kycApplicationId, { ...person, status, statusReason, updateDate });
  const { address, emailAddress, ...facts } = person;
  store.consumers.update(consumer.id, {
    ...facts,
    ...(address === undefined ? {} : { address: { ...address, status: 'VALID' } }),
    ...(emailAddress === undefined || emailAddress === consumer.email.address
      ? {}
      : { email: { address: emailAddress, verified: false } }),
    kycInfo: { kycApplicationId, status, statusReason, type: 'FULL_KYC', updateDate },
    status: { ...consumer.status, ...consequences(consumer, status), kyc: { value: status, reason: statusReason } },
    updateDate,
  });
}

/** Findings take precedence over what the consumer has declared, and that over the defaults. */
function identity(consumer: Consumer, found: IdentifiedPersonRecord): IdentifiedPersonRecord {
  const { firstName, middleName, lastName, gender, birthDate, birthCity, birthIsoCountryCode } = consumer;
  const said = { firstName, middleName, lastName, gender, birthDate, birthCity, birthIsoCountryCode };
  const known = { ...said, nationalityCode: consumer.nationalityCode, address: consumer.address };
  const values = Object.fromEntries(Object.entries(known).filter(([, value]) => value != null));
  return { ...somebody, ...values, ...withoutAbsent(found) };
}

function consequences(consumer: Consumer, status: KycStatus): Partial<ConsumerStatus> {
  const value = (text: string) => ({ value: text });
  if (status === 'VALIDATED') {
    const usable = consumer.status.suspension.value !== 'SUSPENDED';
    return {
      compliance: value('VALIDATED'),
      banking: value('VALIDATED'),
      linkcy: value('VALIDATED'),
      overall: value(usable ? 'ACTIVE' : 'INACTIVE'),
    };
  }
  if (status === 'DECLINED') {
    return {
      compliance: value('DECLINED'),
      banking: value('BLOCKED'),
      linkcy: value('FORBIDDEN'),
      overall: value('INACTIVE'),
    };
  }
  return status === 'PENDING_REVIEW' ? { compliance: value('PENDING_REVIEW') } : {};
}

import type { Consumer, ConsumerStatus } from '../../linkcy/endpoints/consumers.js';
import { secondsText } from '../http/instant.js';
import { demo } from './demo.js';
import { places, type SeedPlace } from './places.js';
import type { Random } from './random.js';

const day = 86_400_000;
const firstCreation = Date.parse('2024-02-05T09:12:00Z');
/** Several consumers came in one import: they have the same creation date. */
const importDate = '2024-09-16T02:00:00Z';

interface Situation {
  readonly status: ConsumerStatus;
  /** Whether such a consumer has ledgers and cards. */
  readonly banking: boolean;
}

const situations = {
  active: situation('VALIDATED', 'VALIDATED', 'VALIDATED', 'VALIDATED'),
  new: situation('NOT_STARTED', 'NOT_CREATED', 'PENDING', 'PENDING'),
  identifying: situation('PROCESSING', 'NOT_CREATED', 'PENDING', 'PENDING'),
  incomplete: situation('CREATED', 'MISSING_DATA', 'MISSING_DATA', 'PENDING'),
  reviewed: situation('PENDING_REVIEW', 'PENDING', 'PENDING', 'PENDING_REVIEW'),
  aborted: situation('ABORTED', 'NOT_CREATED', 'PENDING', 'PENDING'),
  declined: situation('DECLINED', 'BLOCKED', 'FORBIDDEN', 'DECLINED'),
  suspended: situation('VALIDATED', 'VALIDATED', 'VALIDATED', 'VALIDATED', true),
  closing: situation('VALIDATED', 'VALIDATED', 'CLOSING', 'VALIDATED'),
  closed: situation('VALIDATED', 'BLOCKED', 'CLOSED', 'VALIDATED'),
} as const;

type SituationName = keyof typeof situations;

/** The consumers of the demo bank from the oldest to the newest. The last three are the ones that one sees first. */
const plan: readonly (readonly [keyof typeof places, SituationName])[] = [
  ...repeated('france', 'active', 4),
  ...repeated('belgium', 'active', 4),
  ...repeated('germany', 'active', 4),
  ['france', 'suspended'],
  ['spain', 'closed'],
  ...repeated('britain', 'active', 5),
  ...repeated('spain', 'active', 3),
  ...repeated('netherlands', 'active', 3),
  ['germany', 'declined'],
  ['belgium', 'closing'],
  ['britain', 'suspended'],
  ['france', 'aborted'],
  ...repeated('france', 'active', 3),
  ...repeated('germany', 'active', 2),
  ['netherlands', 'reviewed'],
  ['spain', 'incomplete'],
  ['france', 'incomplete'],
  ['belgium', 'identifying'],
  ['germany', 'identifying'],
  ['britain', 'reviewed'],
  ['france', 'new'],
  ['netherlands', 'new'],
  ['belgium', 'new'],
  ['germany', 'active'],
  ['belgium', 'active'],
  ['france', 'active'],
];

/** The consumers, oldest first. */
export function seedConsumers(random: Random): Consumer[] {
  return plan.map(([place, name], position) => consumer(random, places[place], situations[name], position));
}

/** Whether a consumer has got as far as having an account. */
export function isBanking({ status }: Consumer): boolean {
  return status.kyc.value === 'VALIDATED';
}

function consumer(random: Random, place: SeedPlace, { status }: Situation, position: number): Consumer {
  const newest = position === plan.length - 1;
  const imported = position >= 20 && position < 28;
  const created = firstCreation + position * 13 * day + random.between(0, 36_000) * 1000;
  const creationDate = imported ? importDate : secondsText(created);
  const updateDate = secondsText(Math.max(Date.parse(creationDate), created) + random.between(1, 120) * day);
  const verified = status.kyc.value !== 'NOT_STARTED';
  const known = status.kyc.value === 'VALIDATED';
  const female = newest || random.chance(0.5);
  const firstName = newest ? 'Camille' : random.pick(female ? place.women : place.men);
  const lastName = newest ? 'Rousseau' : random.pick(place.families);
  const [city, postalCode] = random.pick(place.cities);
  const [prefix, digits] = place.mobile;
  const number = newest ? demo.consumerPhone.slice(2) : prefix + random.digits(digits);
  const address = {
    isoCountryCode: place.country,
    city,
    postalCode,
    street: random.pick(place.streets),
    number: String(random.between(1, 148)),
    status: known ? 'VERIFIED' : 'VALID',
  };
  const mail = `${plain(firstName)}.${plain(lastName)}${position}@mail.example`;
  return {
    id: random.uuid(),
    externalId: `AUR-${String(1001 + position)}`,
    phone: { countryCode: place.phoneCode, number, verified, ...(verified ? { verificationDate: creationDate } : {}) },
    kycInfo: {
      ...(verified ? { kycApplicationId: random.uuid() } : {}),
      status: status.kyc.value,
      type: 'FULL_KYC',
      ...(verified ? { updateDate } : {}),
    },
    status,
    termsAccepted: verified,
    ...(verified ? { address } : {}),
    firstName,
    ...(random.chance(0.2) ? { middleName: random.pick(female ? place.women : place.men) } : {}),
    lastName,
    email: { address: mail, verified: known, ...(known ? { verificationDate: updateDate } : {}) },
    ...(known ? person(random, place, female, city) : {}),
    creationDate,
    updateDate,
    ...(known ? { strongAuthentication: device(random, creationDate) } : {}),
    accountPurposes: known ? ['PAY_BILLS', random.pick(['SALARY', 'SAVINGS', 'MONEY_TO_FROM_FAMILY'])] : [],
    ...(random.chance(0.3) ? { partnerMetadata: { segment: random.pick(['student', 'family', 'premium']) } } : {}),
    ...(random.chance(0.2) ? { userMetadata: { theme: random.pick(['dark', 'light']) } } : {}),
  };
}

/** The findings of an identification. */
function person(random: Random, place: SeedPlace, female: boolean, birthCity: string): Partial<Consumer> {
  const born = new Date(Date.UTC(random.between(1956, 2005), random.between(0, 11), random.between(1, 28)));
  return {
    gender: female ? 'FEMALE' : 'MALE',
    birthCity,
    birthIsoCountryCode: place.country,
    birthDate: born.toISOString().slice(0, 10),
    nationalityCode: place.country,
    sourceOfFunds: random.pick(['SAVINGS_FROM_SALARY', 'RETIREMENT_INCOME', 'COMPANY_PROFITS', 'INHERITANCE']),
    occupation: random.pick(['ENGINEER', 'FREELANCE', 'PROFESSOR', 'CRAFTSMAN', 'PUBLIC_SERVANT', 'EXECUTIVE']),
    taxIdentificationNumber: random.digits(11),
    taxCountry: place.country,
    financialInformation: {
      monthlyNetIncome: random.pick(['BTW_2_000_AND_5_000', 'BTW_5_000_AND_10_000', 'LESS_THAN_2000']),
      currency: place.country === 'GBR' ? 'GBP' : 'EUR',
      expectedMonthlyIncomingVolume: random.pick(['BTW_2_000_AND_5_000', 'BTW_5_000_AND_10_000']),
      expectedMonthlyOutgoingVolume: random.pick(['LESS_THAN_2000', 'BTW_2_000_AND_5_000']),
      expectedMonthlyIncomingTransferFrequency: random.pick(['LESS_THAN_5', 'BTW_5_AND_10']),
    },
  };
}

function device(random: Random, creationDate: string): Consumer['strongAuthentication'] {
  return {
    id: random.uuid(),
    endpointId: `endpoint-${random.digits(10)}`,
    creationDate,
    pinStatus: random.pick(['SET', 'SET', 'UNSET']),
    biometryStatus: 'SET',
  };
}

function situation(kyc: string, banking: string, linkcy: string, compliance: string, suspended = false): Situation {
  const usable = linkcy === 'VALIDATED' && !suspended;
  return {
    banking: kyc === 'VALIDATED',
    status: {
      banking: { value: banking },
      kyc: { value: kyc, ...(kyc === 'DECLINED' ? { reason: 'The document is not readable' } : {}) },
      suspension: suspended ? { value: 'SUSPENDED', reason: 'Phone lost' } : { value: 'NOT_SUSPENDED' },
      linkcy: { value: linkcy },
      compliance: { value: compliance },
      overall: { value: usable ? 'ACTIVE' : 'INACTIVE' },
    },
  };
}

function repeated<Item extends string, Other extends string>(place: Item, name: Other, times: number): [Item, Other][] {
  return Array.from({ length: times }, () => [place, name]);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\P{ASCII}|[^A-Za-z]/gu, '')
    .toLowerCase();
}

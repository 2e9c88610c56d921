import type { CardDesignRecord } from '../cards/card-designs.js';
import type { CardProfileRecord } from '../cards/card-profiles.js';
import type { Random } from './random.js';

const kinds: readonly (readonly [name: string, cardType: string, userType: string, ledgerType: string])[] = [
  ['Aurora Classic', 'PHYSICAL', 'CONSUMER', 'EUR_BELGIUM'],
  ['Aurora Metal', 'PHYSICAL', 'CONSUMER', 'EUR_FRANCE'],
  ['Aurora Online', 'VIRTUAL', 'CONSUMER', 'EUR_BELGIUM'],
  ['Aurora UK', 'PHYSICAL', 'CONSUMER', 'GBP_GREAT_BRITAIN'],
  ['Aurora UK Online', 'VIRTUAL', 'CONSUMER', 'GBP_GREAT_BRITAIN'],
  ['Aurora Business', 'PHYSICAL', 'CORPORATE', 'EUR_BELGIUM'],
  ['Aurora Business Online', 'VIRTUAL', 'CORPORATE', 'EUR_BELGIUM'],
  ['Aurora Business UK', 'PHYSICAL', 'CORPORATE', 'GBP_GREAT_BRITAIN'],
  ['Aurora Business UK Online', 'VIRTUAL', 'CORPORATE', 'GBP_GREAT_BRITAIN'],
];

/** The partner's card profiles; the last one is no longer offered. */
export function seedCardProfiles(random: Random): CardProfileRecord[] {
  return kinds.map(([name, cardType, userType, ledgerType], position) => ({
    id: random.uuid(),
    name,
    scheme: position % 3 === 1 ? 'VISA' : 'MASTERCARD',
    ledgerType,
    cardType,
    userType,
    active: position < kinds.length - 1,
    program: { id: random.uuid() },
    design: { id: random.uuid() },
    rules: [{ type: 'MONTHLY_MAX_SPEND', name: 'Standard', value: 5_000 }],
  }));
}

/** The design that a profile refers to. */
export function designOf({
  design,
  name,
  scheme,
  ledgerType,
  cardType,
  userType,
}: CardProfileRecord): CardDesignRecord {
  const availableCountries = ledgerType.startsWith('GBP') ? ['GBR'] : ['BEL', 'DEU', 'ESP', 'FRA', 'NLD'];
  return { id: design.id, friendlyName: `${name} design`, scheme, ledgerType, cardType, userType, availableCountries };
}

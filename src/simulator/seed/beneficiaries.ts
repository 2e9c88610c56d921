import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { secondsText } from '../http/instant.js';
import { payees } from './companies.js';
import { bankAccount, britishAccount, ibanCountries } from './ibans.js';
import { places } from './places.js';
import { byCreationDate } from './order.js';
import type { Random } from './random.js';

const day = 86_400_000;
const count = 120;
/** One transfer of address books: these have the same creation date. */
const importDate = '2025-04-01T00:00:00Z';

/** The beneficiaries, oldest first, spread over those who can pay; some are ledgers of the same bank. */
export function seedBeneficiaries(random: Random, ledgers: readonly Ledger[]): Beneficiary[] {
  const own = ledgers.filter((one) => one.parentId == null && one.status === 'ACTIVE');
  const made: Beneficiary[] = [];
  for (let position = 0; position < count; position += 1) {
    const payer = own[position % own.length];
    const target = own[(position * 7 + 11) % own.length];
    if (payer === undefined || target === undefined) throw new RangeError('there are no ledgers');
    const internal = position % 4 === 0 && target.currency === payer.currency && target.endUserId !== payer.endUserId;
    made.push(beneficiary(random, payer, internal ? target : undefined, position));
  }
  return made.sort(byCreationDate);
}

function beneficiary(random: Random, payer: Ledger, target: Ledger | undefined, position: number): Beneficiary {
  const company = position % 3 === 2;
  const place = random.pick(Object.values(places));
  const name = company
    ? random.pick(payees)
    : `${random.pick([...place.women, ...place.men])} ${random.pick([...place.families])}`;
  const imported = position % 4 === 1;
  const created = Date.parse(payer.creationDate) + random.between(3, 90) * day + random.between(0, 80_000) * 1000;
  const creationDate = imported && payer.creationDate < importDate ? importDate : secondsText(created);
  return {
    id: random.uuid(),
    name,
    ...(random.chance(0.4)
      ? { friendlyName: random.pick(['Landlord', 'Grandma', 'Insurance', 'Flatmate', 'Choir']) }
      : {}),
    type: company ? 'COMPANY' : 'PERSON',
    updateDate: secondsText(Date.parse(creationDate) + random.between(0, 30) * day),
    status:
      position % 8 === 6
        ? random.pick(['PENDING', 'PENDING_REVIEW', 'DECLINED', 'NEED_ADDITIONAL_INFORMATION'])
        : 'VALID',
    active: position % 12 !== 5,
    creationDate,
    display: position % 15 !== 7,
    endUserId: payer.endUserId,
    ...(target === undefined ? {} : { linkcyLedgerId: target.id }),
    ...accountOf(random, payer, target),
  };
}

function accountOf(random: Random, payer: Ledger, target: Ledger | undefined) {
  if (payer.currency === 'GBP') {
    const { sortCode, accountNumber } = target ?? britishAccount(random);
    return { accountType: 'GBP', sortCode, accountNumber };
  }
  const { iban, bicOrSwift } = target ?? bankAccount(random, random.pick(ibanCountries));
  return { accountType: 'IBAN', iban, bicOrSwift };
}

import type { Corporate } from '../authentication/accounts.js';
import { secondsText } from '../http/instant.js';
import type { MandateRecord } from '../mandates/mandates.js';
import { bankAccount, ibanCountries } from './ibans.js';
import { byCreationDate } from './order.js';
import { places } from './places.js';
import type { Random } from './random.js';

const day = 86_400_000;
const firstCreation = Date.parse('2025-02-03T09:00:00Z');

/** The kinds of mandates that each corporate has. */
const kinds: readonly (readonly [status: string, recurring: boolean, name: string])[] = [
  ['ACTIVATED', true, 'Monthly subscription'],
  ['ACTIVATED', false, 'Single order'],
  ['AWAITING_ACTIVATION', true, 'New contract'],
  ['CANCELED', true, 'Ended contract'],
];

/** The mandates, oldest first: for each corporate with a euro ledger some that can be used and some that cannot. */
export function seedMandates(random: Random, corporates: readonly Corporate[]): MandateRecord[] {
  const made = corporates.flatMap((corporate) =>
    corporate.name.endsWith('Ltd') ? [] : kinds.map((kind, position) => mandate(random, corporate, kind, position)),
  );
  return made.sort(byCreationDate);
}

function mandate(
  random: Random,
  { id }: Corporate,
  [status, recurring, name]: (typeof kinds)[number],
  position: number,
) {
  const place = random.pick([places.france, places.belgium, places.germany]);
  const { iban, bicOrSwift: bic } = bankAccount(random, random.pick(ibanCountries));
  const created = firstCreation + (position * 60 + random.between(0, 40)) * day;
  return {
    id: random.uuid(),
    uniqueReference: `AUR${random.digits(12)}`,
    endUserId: id,
    status,
    friendlyName: name,
    debtor: {
      type: 'PERSON',
      name: `${random.pick([...place.women, ...place.men])} ${random.pick([...place.families])}`,
      bankingDetails: { iban, bic },
    },
    recurring,
    updateDate: secondsText(created + day),
    creationDate: secondsText(created),
  } satisfies MandateRecord;
}

import { ibanOf, remainder97 } from '../ledgers/iban.js';
import type { Random } from './random.js';

interface BankAccount {
  readonly iban: string;
  readonly bicOrSwift: string;
}

/** The bank codes and BICs are made up; the check digits, also the national ones of Belgium and France, are right. */
const makers = {
  belgium(random: Random): BankAccount {
    const account = `974${random.digits(7)}`;
    const check = Number(account) % 97 || 97;
    return { iban: ibanOf('BE', `${account}${String(check).padStart(2, '0')}`), bicOrSwift: 'AURRBEBB' };
  },
  france(random: Random): BankAccount {
    const [bank, branch, account] = ['99741', '00001', random.digits(11)];
    const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97);
    const national = `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
    if (remainder97(national) !== 0) throw new Error('a French account has a wrong key');
    return { iban: ibanOf('FR', national), bicOrSwift: 'BQLUFRPP' };
  },
  germany: (random: Random): BankAccount => ({
    iban: ibanOf('DE', `99974000${random.digits(10)}`),
    bicOrSwift: 'NORUDEFFXXX',
  }),
  netherlands: (random: Random): BankAccount => ({
    iban: ibanOf('NL', `GRBK${random.digits(10)}`),
    bicOrSwift: 'GRBKNL2A',
  }),
  lithuania: (random: Random): BankAccount => ({
    iban: ibanOf('LT', `99974${random.digits(11)}`),
    bicOrSwift: 'BALTLT22',
  }),
  austria: (random: Random): BankAccount => ({
    iban: ibanOf('AT', `99740${random.digits(11)}`),
    bicOrSwift: 'DNAUATWW',
  }),
  ireland: (random: Random): BankAccount => ({
    iban: ibanOf('IE', `LIFY997400${random.digits(8)}`),
    bicOrSwift: 'LIFYIE2D',
  }),
} as const;

export type IbanCountry = keyof typeof makers;

export const ibanCountries: readonly IbanCountry[] = [
  'belgium',
  'france',
  'germany',
  'netherlands',
  'lithuania',
  'austria',
  'ireland',
];

export function bankAccount(random: Random, country: IbanCountry): BankAccount {
  return makers[country](random);
}

/** A British account: a sort code that no bank has, and an account number. */
export function britishAccount(random: Random): { readonly sortCode: string; readonly accountNumber: string } {
  return { sortCode: `99${random.digits(4)}`, accountNumber: random.digits(8) };
}

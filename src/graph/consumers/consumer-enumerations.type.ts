import { registerEnumType } from 'type-graphql';
import { AccountPurpose, Gender, Occupation, SourceOfFunds } from '../../linkcy/endpoints/consumers.js';
import { unknownValue } from '../scalars/own-word.js';

registerEnumType(Gender, {
  name: 'Gender',
  description: 'Gender, as in the identity document; null when LinkCy does not say.',
  valuesConfig: { MALE: { description: 'Male.' }, FEMALE: { description: 'Female.' }, UNKNOWN: unknownValue },
});

registerEnumType(SourceOfFunds, {
  name: 'SourceOfFunds',
  description: "Where a consumer's money comes from.",
  valuesConfig: {
    COMPENSATION_PAYOUT: { description: 'Damages or another compensation.' },
    COMPANY_PROFITS: { description: 'Profits of a company of their own.' },
    COMPANY_SALE: { description: 'They sold a company.' },
    DIVIDEND_PAYMENTS: { description: 'Dividends.' },
    DIVORCE_SETTLEMENT: { description: 'A divorce.' },
    FIXED_DEPOSITS: { description: 'Deposits with a fixed term.' },
    GIFT: { description: 'A gift.' },
    INHERITANCE: { description: 'An inheritance.' },
    INSURANCE_PAYOUT: { description: 'An insurance paid.' },
    LOAN: { description: 'A loan.' },
    LOTTERY_OR_GAMBLING_WIN: { description: 'Winnings.' },
    RETIREMENT_INCOME: { description: 'A pension.' },
    SALE_OF_INVESTMENT: { description: 'They sold shares, funds or the like.' },
    SALE_OF_PROPERTY: { description: 'They sold real estate.' },
    SAVINGS_FROM_SALARY: { description: 'What they put aside from their salary.' },
    OTHER: { description: 'Something else; `otherSourceOfFunds` says what.' },
    UNKNOWN: unknownValue,
  },
});

registerEnumType(Occupation, {
  name: 'Occupation',
  description: 'What a consumer does for a living.',
  valuesConfig: {
    BUSINESS_OWNER: { description: 'Owns a business.' },
    CLERGY: { description: 'Serves a religious community.' },
    CRAFTSMAN: { description: 'Works in a craft.' },
    ENGINEER: { description: 'Engineer.' },
    EXECUTIVE: { description: 'In the management of a company.' },
    FARMER: { description: 'In agriculture.' },
    FREELANCE: { description: 'Works for several clients, on their own account.' },
    LIBERAL_PROFESSION: { description: 'Physician, lawyer, architect and the like.' },
    POLITICIAN: { description: 'Holds a political office.' },
    PROFESSOR: { description: 'Teaches.' },
    PUBLIC_SERVANT: { description: 'Works for the state.' },
    RETIRED: { description: 'Lives on a pension.' },
    SHOPKEEPER: { description: 'Keeps a shop.' },
    STUDENT: { description: 'Goes to school or university.' },
    UNEMPLOYED: { description: 'Without work.' },
    WORKER: { description: 'Employed, in a position that the other values do not name.' },
    OTHER: { description: 'Something else; `otherOccupation` says what.' },
    UNKNOWN: unknownValue,
  },
});

registerEnumType(AccountPurpose, {
  name: 'AccountPurpose',
  description: 'What a consumer wants to use the account for.',
  valuesConfig: {
    PAY_BILLS: { description: 'Everyday payments and bills.' },
    MONEY_TO_FROM_FAMILY: { description: 'Money to or from the family.' },
    DIVIDENDS: { description: 'Dividends come in.' },
    SAVINGS: { description: 'Saving.' },
    PERSONAL_BUSINESS_PURPOSES: { description: 'Business on their own account.' },
    PENSION: { description: 'The pension comes in.' },
    CRYPTO: { description: 'Buying and selling crypto-assets.' },
    SALARY: { description: 'The salary comes in.' },
    LOTTERY_GAMING: { description: 'Lotteries and games of chance.' },
    RECONCILIATION: { description: 'Telling apart what comes in from whom.' },
    VIRTUAL_ACCOUNT: { description: 'Virtual ledgers below it.' },
    CURRENCY_EXCHANGE: { description: 'Changing money into other currencies.' },
    OTHER: { description: 'Something else.' },
    UNKNOWN: unknownValue,
  },
});

export { AccountPurpose, Gender, Occupation, SourceOfFunds };

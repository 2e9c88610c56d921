import { AccountPurpose, Gender, Occupation, SourceOfFunds } from '../../linkcy/endpoints/consumers.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('Gender', Gender, 'Gender, as in the identity document; null when LinkCy does not say.', {
  MALE: 'Male.',
  FEMALE: 'Female.',
});

registerEnum('SourceOfFunds', SourceOfFunds, "Where a consumer's money comes from.", {
  COMPENSATION_PAYOUT: 'Damages or another compensation.',
  COMPANY_PROFITS: 'Profits of a company of their own.',
  COMPANY_SALE: 'They sold a company.',
  DIVIDEND_PAYMENTS: 'Dividends.',
  DIVORCE_SETTLEMENT: 'A divorce.',
  FIXED_DEPOSITS: 'Deposits with a fixed term.',
  GIFT: 'A gift.',
  INHERITANCE: 'An inheritance.',
  INSURANCE_PAYOUT: 'An insurance paid.',
  LOAN: 'A loan.',
  LOTTERY_OR_GAMBLING_WIN: 'Winnings.',
  RETIREMENT_INCOME: 'A pension.',
  SALE_OF_INVESTMENT: 'They sold shares, funds or the like.',
  SALE_OF_PROPERTY: 'They sold real estate.',
  SAVINGS_FROM_SALARY: 'What they put aside from their salary.',
  OTHER: 'Something else; `otherSourceOfFunds` says what.',
});

registerEnum('Occupation', Occupation, 'What a consumer does for a living.', {
  BUSINESS_OWNER: 'Owns a business.',
  CLERGY: 'Serves a religious community.',
  CRAFTSMAN: 'Works in a craft.',
  ENGINEER: 'Engineer.',
  EXECUTIVE: 'In the management of a company.',
  FARMER: 'In agriculture.',
  FREELANCE: 'Works for several clients, on their own account.',
  LIBERAL_PROFESSION: 'Physician, lawyer, architect and the like.',
  POLITICIAN: 'Holds a political office.',
  PROFESSOR: 'Teaches.',
  PUBLIC_SERVANT: 'Works for the state.',
  RETIRED: 'Lives on a pension.',
  SHOPKEEPER: 'Keeps a shop.',
  STUDENT: 'Goes to school or university.',
  UNEMPLOYED: 'Without work.',
  WORKER: 'Employed, in a position that the other values do not name.',
  OTHER: 'Something else; `otherOccupation` says what.',
});

registerEnum('AccountPurpose', AccountPurpose, 'What a consumer wants to use the account for.', {
  PAY_BILLS: 'Everyday payments and bills.',
  MONEY_TO_FROM_FAMILY: 'Money to or from the family.',
  DIVIDENDS: 'Receiving dividends.',
  SAVINGS: 'Saving.',
  PERSONAL_BUSINESS_PURPOSES: 'Business on their own account.',
  PENSION: 'Receiving a pension.',
  CRYPTO: 'Buying and selling crypto-assets.',
  SALARY: 'Receiving a salary.',
  LOTTERY_GAMING: 'Lotteries and games of chance.',
  RECONCILIATION: 'Telling incoming payments apart by who pays.',
  VIRTUAL_ACCOUNT: 'Holding virtual ledgers.',
  CURRENCY_EXCHANGE: 'Changing money into other currencies.',
  OTHER: 'Something else.',
});

export { AccountPurpose, Gender, Occupation, SourceOfFunds };

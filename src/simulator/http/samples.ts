import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import type { CardProfileRecord } from '../cards/card-profiles.js';
import type { StoredCard } from '../cards/cards.js';
import type { Corporate } from '../authentication/accounts.js';
import type { SettableClock } from '../clock.js';
import { secondsText } from './instant.js';
import type { MandateRecord } from '../mandates/mandates.js';
import { bankAccount } from '../seed/ibans.js';
import type { StoredConsumer } from '../sca-devices/devices.js';
import type { Random } from '../seed/random.js';
import type { StoredTransaction } from '../transactions/transactions.js';

/**
 * Makes complete, plain rows to insert, each with an id of its own: a test names only the fields that matter to it.
 * Dates are those of the simulator's clock. Rows are not inserted, and what they refer to does not exist.
 */
export class Samples {
  constructor(
    private readonly random: Random,
    private readonly clock: SettableClock,
  ) {}

  consumer(fields: Partial<StoredConsumer> = {}): StoredConsumer {
    const value = (status: string) => ({ value: status });
    return {
      ...this.base(),
      phone: { countryCode: '33', number: `6${this.random.digits(8)}`, verified: true },
      kycInfo: { status: 'VALIDATED', type: 'FULL_KYC' },
      status: {
        banking: value('VALIDATED'),
        kyc: value('VALIDATED'),
        suspension: value('NOT_SUSPENDED'),
        linkcy: value('VALIDATED'),
        compliance: value('VALIDATED'),
        overall: value('ACTIVE'),
      },
      termsAccepted: true,
      firstName: 'Sample',
      lastName: 'Person',
      email: { address: 'sample@mail.example', verified: true },
      accountPurposes: [],
      ...fields,
    };
  }

  ledger(fields: Partial<Ledger> = {}): Ledger {
    return {
      ...this.base(),
      endUserId: this.random.uuid(),
      friendlyName: 'Sample ledger',
      status: 'ACTIVE',
      currency: 'EUR',
      country: 'BELGIUM',
      ...bankAccount(this.random, 'belgium'),
      suspensionsInformation: [],
      limits: {},
      totalAmount: 100,
      availableAmount: 100,
      reservedAmount: 0,
      isUpgraded: true,
      ...fields,
    };
  }

  card(fields: Partial<StoredCard> = {}): StoredCard {
    return {
      ...this.base(),
      endUserId: this.random.uuid(),
      ledgerId: this.random.uuid(),
      profile: { id: this.random.uuid(), name: 'Sample profile' },
      expiryDate: '2030-01',
      nameOnCard: 'SAMPLE PERSON',
      truncatedPan: this.random.digits(4),
      type: 'VIRTUAL',
      scheme: 'MASTERCARD',
      currency: 'EUR',
      status: { value: 'ACTIVE' },
      pinStatus: 'UNLOCKED',
      rules: [],
      ...fields,
    };
  }

  cardProfile(fields: Partial<CardProfileRecord> = {}): CardProfileRecord {
    return {
      id: this.random.uuid(),
      name: 'Sample profile',
      scheme: 'MASTERCARD',
      ledgerType: 'EUR_BELGIUM',
      cardType: 'VIRTUAL',
      userType: 'CONSUMER',
      active: true,
      program: { id: this.random.uuid() },
      design: { id: this.random.uuid() },
      rules: [],
      ...fields,
    };
  }

  beneficiary(fields: Partial<Beneficiary> = {}): Beneficiary {
    return {
      ...this.base(),
      name: 'Sample Payee',
      type: 'PERSON',
      status: 'VALID',
      active: true,
      display: true,
      endUserId: this.random.uuid(),
      accountType: 'IBAN',
      ...bankAccount(this.random, 'germany'),
      ...fields,
    };
  }

  corporate(fields: Partial<Corporate> = {}): Corporate {
    return { id: this.random.uuid(), name: 'Sample Company', ...fields };
  }

  mandate(fields: Partial<MandateRecord> = {}): MandateRecord {
    const { iban, bicOrSwift: bic } = bankAccount(this.random, 'germany');
    return {
      ...this.base(),
      uniqueReference: `SAMPLE${this.random.digits(9)}`,
      endUserId: this.random.uuid(),
      status: 'ACTIVATED',
      debtor: { type: 'PERSON', name: 'Sample Debtor', bankingDetails: { iban, bic } },
      recurring: true,
      ...fields,
    };
  }

  /** A transfer between two ledgers unless the fields say otherwise. */
  transaction(fields: Partial<StoredTransaction> = {}): StoredTransaction {
    const { id, creationDate } = this.base();
    return {
      id,
      type: 'INTER_LEDGER',
      paymentType: 'MONEY_TRANSFER',
      status: 'APPROVED',
      creationDate,
      amount: 10.5,
      currency: 'EUR',
      information: { originalAmount: 10.5, originalCurrency: 'EUR', conversionRate: '1', clearingDate: creationDate },
      sender: { name: 'Sample Sender' },
      receiver: { name: 'Sample Receiver' },
      ...fields,
    };
  }

  private base() {
    const now = secondsText(this.clock.now());
    return { id: this.random.uuid(), creationDate: now, updateDate: now };
  }
}

/** A valid input for each mutation. The tables of the tests change one field at a time. */
export const ids = {
  consumer: '0a1b2c3d-0000-4000-8000-000000000001',
  ledger: '0a1b2c3d-0000-4000-8000-000000000002',
  otherLedger: '0a1b2c3d-0000-4000-8000-000000000003',
  card: '0a1b2c3d-0000-4000-8000-000000000004',
  beneficiary: '0a1b2c3d-0000-4000-8000-000000000005',
  profile: '0a1b2c3d-0000-4000-8000-000000000006',
  mandate: '0a1b2c3d-0000-4000-8000-000000000007',
} as const;

export const address = { isoCountryCode: 'FRA', city: 'Lyon', postalCode: '69001', street: 'Rue de la Paix' } as const;
export const phone = { countryCode: '33', number: '612345678' } as const;
export const sepa = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPXXX' } as const;
export const financialInformation = {
  monthlyNetIncome: 'LESS_THAN_1000',
  currency: 'EUR',
  expectedMonthlyIncomingVolume: 'LESS_THAN_1000',
  expectedMonthlyOutgoingVolume: 'LESS_THAN_1000',
  expectedMonthlyIncomingTransferFrequency: 'LESS_THAN_TWO_TIMES',
} as const;

export type Input = Readonly<Record<string, unknown>>;

export const validInputs = {
  createConsumer: { phone },
  updateConsumer: { id: ids.consumer, externalId: 'client-7' },
  updateConsumerContact: { id: ids.consumer, emailAddress: 'someone@example.org' },
  createCard: { ledgerId: ids.ledger, profileId: ids.profile },
  activateCard: { id: ids.card },
  suspendCard: { id: ids.card },
  closeCard: { id: ids.card, reason: 'LOST' },
  resetCardPinAttempts: { id: ids.card },
  addBeneficiary: { type: 'PERSON', name: 'Ada Lovelace', bankingDetails: { sepa } },
  updateBeneficiary: { id: ids.beneficiary, active: true },
  createTransfer: { ledgerFromId: ids.ledger, beneficiaryId: ids.beneficiary, amount: '12.50' },
  createInterLedgerTransfer: { ledgerFromId: ids.ledger, ledgerToId: ids.otherLedger, amount: '12.50' },
  createDirectDebit: {
    mandateId: ids.mandate,
    ledgerToId: ids.ledger,
    date: '2031-03-04',
    amount: '12.50',
    reference: 'Rent',
  },
  createMandate: { debtor: { type: 'PERSON', name: 'Ada Lovelace', account: sepa } },
  updateMandate: { id: ids.mandate, recurring: false },
  activateMandate: { id: ids.mandate },
  cancelMandate: { id: ids.mandate },
} as const satisfies Record<string, Input>;

export type MutationName = keyof typeof validInputs;
export const mutationNames = Object.keys(validInputs) as MutationName[];

/** The upstream described for tools that make a GraphQL API of such a description. */

type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const amount = { type: 'number' };
const flag = { type: 'boolean' };
const whole = { type: 'integer' };
const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Schema): Schema => ({ type: 'object', properties });
const texts = (...names: string[]): Schema => Object.fromEntries(names.map((name) => [name, text]));

const schemas: Schema = {
  Transaction: object({
    ...texts('id', 'creationDate', 'type', 'paymentType', 'status', 'currency'),
    amount,
    information: object({
      ...texts('originalCurrency', 'conversionRate', 'note', 'reference'),
      originalAmount: amount,
    }),
    sender: reference('Party'),
    receiver: reference('Party'),
  }),
  Party: object(texts('name', 'ledgerId', 'endUserId', 'beneficiaryId', 'ledgerFriendlyName', 'iban', 'bic')),
  Ledger: object({
    ...texts('id', 'country', 'currency', 'friendlyName', 'status', 'creationDate', 'endUserId', 'iban', 'bicOrSwift'),
    ...{ totalAmount: amount, availableAmount: amount, reservedAmount: amount, isUpgraded: flag },
  }),
  Beneficiary: object({
    ...texts('id', 'name', 'friendlyName', 'type', 'status', 'accountType', 'iban', 'bicOrSwift', 'endUserId'),
    ...{ creationDate: text, updateDate: text, active: flag, display: flag },
  }),
  CardRow: object({
    ...texts(
      'id',
      'endUserId',
      'ledgerId',
      'friendlyName',
      'expiryDate',
      'nameOnCard',
      'type',
      'status',
      'creationDate',
    ),
  }),
  Card: object({
    ...texts('id', 'endUserId', 'ledgerId', 'truncatedPan', 'scheme', 'currency', 'pinStatus', 'updateDate'),
    status: object({ value: text }),
    rules: list(object({ ...texts('type', 'name', 'creator'), value: whole })),
  }),
  Consumer: object({
    ...texts('id', 'firstName', 'lastName', 'birthDate', 'externalId', 'creationDate', 'updateDate'),
    address: object(texts('isoCountryCode', 'city', 'postalCode', 'street', 'number', 'status')),
  }),
  Created: object({ id: text }),
  Transfer: object({ ...texts('ledgerFromId', 'beneficiaryId', 'reference'), amount }),
};

const answers = (status: number, schema: Schema): Schema => ({
  responses: { [status]: { description: 'The answer.', content: { 'application/json': { schema } } } },
});

const query = (...names: string[]) => names.map((name) => ({ name, in: 'query', schema: text }));
const page = [
  ...['page', 'pageSize'].map((name) => ({ name, in: 'query', schema: whole })),
  ...query('sortAttribute', 'sortDirection'),
];

function noun(plural: string, singular: string, row: string, detail: string, filters: string[]): Schema {
  const rows = object({ content: list(reference(row)), totalElements: whole, page: whole, pageSize: whole });
  const id = { name: 'id', in: 'path', required: true, schema: text };
  return {
    [`/api/partner/${plural}`]: {
      get: { operationId: plural, parameters: [...page, ...query(...filters)], ...answers(200, rows) },
    },
    [`/api/partner/${plural}/{id}`]: {
      get: { operationId: singular, parameters: [id], ...answers(200, reference(detail)) },
    },
  };
}

const transactions = noun('transactions', 'transaction', 'Transaction', 'Transaction', ['endUserId', 'ledgerId']);
const transferBody = { required: true, content: { 'application/json': { schema: reference('Transfer') } } };

export const openapi = {
  openapi: '3.0.3',
  info: { title: 'Upstream of the benchmark', version: '1' },
  paths: {
    ...noun('consumers', 'consumer', 'Consumer', 'Consumer', []),
    ...noun('ledgers', 'ledger', 'Ledger', 'Ledger', ['endUserId']),
    ...noun('cards', 'card', 'CardRow', 'Card', ['endUserId', 'ledgerId']),
    ...noun('beneficiaries', 'beneficiary', 'Beneficiary', 'Beneficiary', ['endUserId']),
    ...transactions,
    '/api/partner/transactions': {
      ...(transactions['/api/partner/transactions'] as Schema),
      post: { operationId: 'createTransfer', requestBody: transferBody, ...answers(201, reference('Created')) },
    },
  },
  components: { schemas },
};

import type { LinkcyClient, WriteRequest } from '../client.js';
import { jsonBody } from '../json/json-body.js';
import { route } from '../route.js';
import { shape, text, uuid } from '../json/shape.js';

interface SimulatedKyc {
  readonly consumerId: string;
  readonly kycStatus: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly birthDate?: string | null;
  readonly emailAddress?: string | null;
}

interface SimulatedCardPayment {
  readonly cardId: string;
  readonly amount: number;
  readonly merchantName?: string | null;
  readonly merchantCity?: string | null;
  readonly merchantCountry?: string | null;
  readonly merchantCategoryCode?: string | null;
}

export const isSimulatedKyc = shape<{ readonly kycApplicationId: string }>({ kycApplicationId: uuid });

/** What only LinkCy's sandbox has. */
export const sandboxWrites = {
  simulateKyc: (kyc: SimulatedKyc): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/kyc/simulate`,
    success: { kind: 'body', status: 201 },
    body: jsonBody(kyc),
  }),
  creditLedger: (ledgerId: string, amount: number): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/ledgers/credit`,
    success: { kind: 'credited', id: ledgerId },
    body: jsonBody({ ledgerId, amount }),
  }),
  simulateCardPayment: (payment: SimulatedCardPayment): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/transactions/simulate`,
    success: { kind: 'empty', status: 200 },
    body: jsonBody(payment),
  }),
  validateBeneficiary: (id: string): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/beneficiaries/${id}/status`,
    success: { kind: 'changed', id },
  }),
};

const isText = (value: unknown): value is string => text(value);

export const sandbox = (client: LinkcyClient) => ({
  /** The last four digits of a physical card. */
  truncatedPan: (id: string): Promise<string> => client.read(route`/api/partner/cards/${id}/pan`, isText),
});

import { Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { isSimulatedKyc, sandboxWrites } from '../../linkcy/endpoints/sandbox.js';
import { idArgument } from '../node/global-id.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { LinkcyMutation, SecretMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { BeneficiaryPayload, LedgerPayload } from '../sca/payload.type.js';
import {
  CreditLedgerInput,
  SetBeneficiaryStatusInput,
  SimulateCardPaymentInput,
  SimulateKycInput,
} from './sandbox.input.js';
import { SimulateCardPaymentPayload, SimulateKycPayload } from './sandbox.type.js';

/** What only LinkCy's sandbox has. With any other LinkCy, the schema does not have these fields. For partners only. */
@Resolver()
export class SandboxMutations {
  @SecretMutation(() => SimulateKycPayload, {
    does: 'Sandbox only, for partners: an identification with the given result.',
    input: () => SimulateKycInput,
    inputDescription: 'Whose, and how it ends.',
  })
  async simulateKyc(input: SimulateKycInput, context: Context): Promise<SecretOutcome<SimulateKycPayload>> {
    const { consumerId, status, ...found } = input;
    const result = await context.secrets.perform({
      write: sandboxWrites.simulateKyc({
        ...found,
        kycStatus: status,
        consumerId: idArgument('Consumer', consumerId, 'consumerId'),
      }),
      payload: (body) => (isSimulatedKyc(body) ? new SimulateKycPayload(body.kycApplicationId) : undefined),
      inputPaths: { kycStatus: ['status'] },
    });
    context.clearLoaded();
    return result;
  }

  @LinkcyMutation(() => LedgerPayload, {
    does: 'Sandbox only, for partners: play money for a ledger.',
    input: () => CreditLedgerInput,
    inputDescription: 'Which ledger, and how much.',
    movesMoney: true,
  })
  creditLedger(input: CreditLedgerInput): MutationRequest {
    const uuid = idArgument('Ledger', input.ledgerId, 'ledgerId');
    return { write: sandboxWrites.creditLedger(uuid, input.amount), payload: { type: 'Ledger', id: uuid } };
  }

  @SecretMutation(() => SimulateCardPaymentPayload, {
    does: 'Sandbox only, for partners: a payment with a card. InvalidInput CARD_NOT_FOUND for an unknown one.',
    input: () => SimulateCardPaymentInput,
    inputDescription: 'Which card, how much, and where.',
    movesMoney: true,
  })
  simulateCardPayment(
    input: SimulateCardPaymentInput,
    { secrets }: Context,
  ): Promise<SecretOutcome<SimulateCardPaymentPayload>> {
    const cardId = idArgument('Card', input.cardId, 'cardId');
    return secrets.perform({
      write: sandboxWrites.simulateCardPayment({ ...input, cardId }),
      payload: () => new SimulateCardPaymentPayload(cardId),
    });
  }

  @LinkcyMutation(() => BeneficiaryPayload, {
    does: 'Sandbox only, for partners: makes a beneficiary VALID, as compliance would.',
    input: () => SetBeneficiaryStatusInput,
    inputDescription: 'Which beneficiary.',
  })
  setBeneficiaryStatus(input: SetBeneficiaryStatusInput): MutationRequest {
    const uuid = idArgument('Beneficiary', input.id, 'id');
    return {
      write: sandboxWrites.validateBeneficiary(uuid),
      payload: { type: 'Beneficiary', id: uuid },
      inputPaths: { beneficiaryId: ['id'] },
    };
  }
}

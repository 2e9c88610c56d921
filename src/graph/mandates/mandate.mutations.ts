import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { WriteRequest } from '../../linkcy/client.js';
import { mandateWrites, type DebtorAccount } from '../../linkcy/endpoints/mandates.js';
import { idArgument, uuidArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import type { InputPaths } from '../../sca/problem-of.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { MandatePayload } from '../sca/payload.type.js';
import { electronicForm } from '../validation/iban.js';
import {
  ActivateMandateInput,
  CancelMandateInput,
  CreateMandateInput,
  UpdateMandateInput,
  type DebtorAccountInput,
} from './mandate.input.js';
import { Mandate } from './mandate.type.js';

@Resolver(() => MandatePayload)
export class MandateMutations {
  @LinkcyMutation(() => MandatePayload, {
    does: 'Creates a mandate; it begins as AWAITING_ACTIVATION. For corporates only.',
    page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    input: () => CreateMandateInput,
    inputDescription: 'Who collects from whom.',
  })
  createMandate({ friendlyName, debtor, recurring, expirationDate, ...input }: CreateMandateInput): MutationRequest {
    const { type, name, account } = debtor;
    const endUserId = uuidArgument(input.endUserId, 'endUserId');
    const payer = { type, name, bankingDetails: account && accountOf(account) };
    return {
      write: mandateWrites.create({ endUserId, friendlyName, debtor: payer, recurring, expirationDate }),
      payload: { type: 'Mandate', id: 'created' },
      inputPaths: accountPaths('debtor', 'account'),
    };
  }

  @LinkcyMutation(() => MandatePayload, {
    does: 'Changes a mandate that is still AWAITING_ACTIVATION.',
    page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    input: () => UpdateMandateInput,
    inputDescription: 'Which mandate, and what changes.',
  })
  updateMandate({ id, friendlyName, debtorAccount, recurring, expirationDate }: UpdateMandateInput): MutationRequest {
    const debtor = debtorAccount && { bankingDetails: accountOf(debtorAccount) };
    return change(id, (uuid) => mandateWrites.update(uuid, { friendlyName, debtor, recurring, expirationDate }));
  }

  @LinkcyMutation(() => MandatePayload, {
    does: "Makes a mandate usable, which takes LinkCy some time. It needs the debtor's account.",
    page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    input: () => ActivateMandateInput,
    inputDescription: 'Which mandate.',
  })
  activateMandate({ id }: ActivateMandateInput): MutationRequest {
    return change(id, mandateWrites.activate);
  }

  @LinkcyMutation(() => MandatePayload, {
    does: 'Ends a mandate for good.',
    page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    input: () => CancelMandateInput,
    inputDescription: 'Which mandate.',
  })
  cancelMandate({ id }: CancelMandateInput): MutationRequest {
    return change(id, mandateWrites.cancel);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Mandate, {
    nullable: true,
    description: writtenDescription('The mandate, fetched after the change.'),
  })
  async mandate(@Root() { uuid }: MandatePayload, @Ctx() context: Context): Promise<Mandate> {
    return loadWritten((loaders) => loaders.mandate, uuid, context);
  }
}

/** A change of one mandate; LinkCy calls the path's parameter `mandateId`. */
function change(id: string, writeOf: (uuid: string) => WriteRequest): MutationRequest {
  const uuid = idArgument('Mandate', id, 'id');
  const inputPaths = { mandateId: ['id'], ...accountPaths('debtorAccount') };
  return { write: writeOf(uuid), payload: { type: 'Mandate', id: uuid }, inputPaths };
}

function accountOf({ iban, bic }: DebtorAccountInput): DebtorAccount {
  return { iban: electronicForm(iban), bic: electronicForm(bic) };
}

/** LinkCy has two names for the BIC. */
function accountPaths(...path: readonly string[]): InputPaths {
  return { 'debtor.bankingDetails.bicOrSwift': [...path, 'bic'], 'debtor.bankingDetails': path };
}

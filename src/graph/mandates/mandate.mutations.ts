import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { WriteRequest } from '../../linkcy/client.js';
import { mandateWrites, type DebtorAccount } from '../../linkcy/endpoints/mandates.js';
import { idArgument, uuidArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import type { InputPaths } from '../../sca/problem-of.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult } from '../sca/mutation-result.js';
import type { MutationOutcome } from '../sca/approvals.js';
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

const CreateMandateResult = mutationResult('CreateMandateResult', () => MandatePayload);
const UpdateMandateResult = mutationResult('UpdateMandateResult', () => MandatePayload);
const ActivateMandateResult = mutationResult('ActivateMandateResult', () => MandatePayload);
const CancelMandateResult = mutationResult('CancelMandateResult', () => MandatePayload);

@Resolver(() => MandatePayload)
export class MandateMutations {
  @Mutation(() => CreateMandateResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createMandate',
      does: 'Creates a mandate; it begins as AWAITING_ACTIVATION. For corporates only.',
      page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    }),
  })
  async createMandate(
    @Arg('input', () => CreateMandateInput, { description: 'Who collects from whom.' }) input: CreateMandateInput,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { friendlyName, debtor, recurring, expirationDate } = input;
    const { type, name, account } = debtor;
    return sca.perform({
      mutation: 'createMandate',
      input,
      write: mandateWrites.create({
        endUserId: uuidArgument(input.endUserId, 'endUserId'),
        friendlyName,
        debtor: { type, name, bankingDetails: account && accountOf(account) },
        ...{ recurring, expirationDate },
      }),
      payload: { type: 'Mandate', id: 'created' },
      inputPaths: accountPaths('debtor', 'account'),
    });
  }

  @Mutation(() => UpdateMandateResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'updateMandate',
      does: 'Changes a mandate that is still AWAITING_ACTIVATION.',
      page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    }),
  })
  async updateMandate(
    @Arg('input', () => UpdateMandateInput, { description: 'Which mandate, and what changes.' })
    input: UpdateMandateInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const { friendlyName, debtorAccount, recurring, expirationDate } = input;
    return change(context, 'updateMandate', input, (uuid) => {
      const debtor = debtorAccount && { bankingDetails: accountOf(debtorAccount) };
      return mandateWrites.update(uuid, { friendlyName, debtor, recurring, expirationDate });
    });
  }

  @Mutation(() => ActivateMandateResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'activateMandate',
      does: "Makes a mandate usable; LinkCy takes its time over it. It needs the debtor's account.",
      page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    }),
  })
  async activateMandate(
    @Arg('input', () => ActivateMandateInput, { description: 'Which mandate.' }) input: ActivateMandateInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    return change(context, 'activateMandate', input, mandateWrites.activate);
  }

  @Mutation(() => CancelMandateResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'cancelMandate',
      does: 'Ends a mandate for good.',
      page: 'https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate',
    }),
  })
  async cancelMandate(
    @Arg('input', () => CancelMandateInput, { description: 'Which mandate.' }) input: CancelMandateInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    return change(context, 'cancelMandate', input, mandateWrites.cancel);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Mandate, {
    nullable: true,
    description: writtenDescription('The mandate, fetched after the change.'),
  })
  async mandate(@Root() { uuid }: MandatePayload, @Ctx() context: Context): Promise<Mandate> {
    return new Mandate(await loadWritten((loaders) => loaders.mandate, uuid, context));
  }
}

/** A change of one mandate, the same way for all of them. */
async function change(
  { sca }: Context,
  mutation: string,
  input: { readonly id: string; readonly idempotencyKey?: string | null },
  writeOf: (uuid: string) => WriteRequest,
): Promise<MutationOutcome> {
  const invalid = validateInput(input);
  if (invalid) return invalid;
  const uuid = idArgument('Mandate', input.id, 'id');
  return sca.perform({
    ...{ mutation, input, write: writeOf(uuid), payload: { type: 'Mandate', id: uuid } },
    inputPaths: { mandateId: ['id'], ...accountPaths('debtorAccount') },
  });
}

function accountOf({ iban, bic }: DebtorAccountInput): DebtorAccount {
  return { iban: electronicForm(iban), bic: electronicForm(bic) };
}

/** LinkCy has two names for the BIC. */
function accountPaths(...path: readonly string[]): InputPaths {
  return { 'debtor.bankingDetails.bicOrSwift': [...path, 'bic'], 'debtor.bankingDetails': path };
}

import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { WriteRequest } from '../../linkcy/client.js';
import { ledgerWrites } from '../../linkcy/endpoints/ledgers.js';
import { idArgument, optionalIdArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult } from '../sca/mutation-result.js';
import type { MutationOutcome } from '../sca/approvals.js';
import { LedgerPayload } from '../sca/payload.type.js';
import {
  CloseLedgerInput,
  CreateLedgerInput,
  SuspendLedgerInput,
  UnsuspendLedgerInput,
  UpdateLedgerInput,
  UpgradeLedgerInput,
} from './ledger.input.js';
import { Ledger } from './ledger.type.js';

const CreateLedgerResult = mutationResult('CreateLedgerResult', () => LedgerPayload);
const UpdateLedgerResult = mutationResult('UpdateLedgerResult', () => LedgerPayload);
const SuspendLedgerResult = mutationResult('SuspendLedgerResult', () => LedgerPayload);
const UnsuspendLedgerResult = mutationResult('UnsuspendLedgerResult', () => LedgerPayload);
const CloseLedgerResult = mutationResult('CloseLedgerResult', () => LedgerPayload);
const UpgradeLedgerResult = mutationResult('UpgradeLedgerResult', () => LedgerPayload);

@Resolver(() => LedgerPayload)
export class LedgerMutations {
  @Mutation(() => CreateLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createLedger',
      does: 'Opens a ledger; it begins as PENDING. For a consumer or a corporate.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    }),
  })
  async createLedger(
    @Arg('input', () => CreateLedgerInput, { description: 'The ledger to open.' }) input: CreateLedgerInput,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { consumerId, parentLedgerId, type, friendlyName, autoUpgrade, limits } = input;
    return sca.perform({
      mutation: 'createLedger',
      input,
      write: ledgerWrites.create({
        endUserId: optionalIdArgument('Consumer', consumerId, 'consumerId'),
        parentLedgerId: optionalIdArgument('Ledger', parentLedgerId, 'parentLedgerId'),
        ...{ type, friendlyName, autoUpgrade, limits },
      }),
      payload: { type: 'Ledger', id: 'created' },
      inputPaths: { endUserId: ['consumerId'] },
    });
  }

  @Mutation(() => UpdateLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'updateLedger',
      does: 'Changes the name, the limits or the parent of a ledger.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    }),
  })
  async updateLedger(
    @Arg('input', () => UpdateLedgerInput, { description: 'Which ledger, and what changes.' })
    input: UpdateLedgerInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    return change(context, 'updateLedger', input, (uuid) => {
      const parentLedgerId = optionalIdArgument('Ledger', input.parentLedgerId, 'parentLedgerId');
      return ledgerWrites.update(uuid, { friendlyName: input.friendlyName, limits: input.limits, parentLedgerId });
    });
  }

  @Mutation(() => SuspendLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'suspendLedger',
      does: 'Blocks a ledger for the time being, and its cards with it: a rule by LINKCY with the limit 0 appears on them.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    }),
  })
  async suspendLedger(
    @Arg('input', () => SuspendLedgerInput, { description: 'Which ledger, and why.' }) input: SuspendLedgerInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const { operator, reason } = input;
    return change(context, 'suspendLedger', input, (uuid) => ledgerWrites.suspend(uuid, { operator, reason }));
  }

  @Mutation(() => UnsuspendLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'unsuspendLedger',
      does: "Ends one operator's suspension; the ledger is usable again when none is left.",
      page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    }),
  })
  async unsuspendLedger(
    @Arg('input', () => UnsuspendLedgerInput, { description: 'Which ledger, and whose suspension.' })
    input: UnsuspendLedgerInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    return change(context, 'unsuspendLedger', input, (uuid) => ledgerWrites.unsuspend(uuid, input.operator));
  }

  @Mutation(() => CloseLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'closeLedger',
      does: 'Closes an empty ledger for good; it then shows CLOSING until LinkCy is done.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    }),
  })
  async closeLedger(
    @Arg('input', () => CloseLedgerInput, { description: 'Which ledger, and why.' }) input: CloseLedgerInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const { operator, reason } = input;
    return change(context, 'closeLedger', input, (uuid) => ledgerWrites.close(uuid, { operator, reason }));
  }

  @Mutation(() => UpgradeLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'upgradeLedger',
      does: 'Lets a ledger pay to other banks.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    }),
  })
  async upgradeLedger(
    @Arg('input', () => UpgradeLedgerInput, { description: 'Which ledger.' }) input: UpgradeLedgerInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    return change(context, 'upgradeLedger', input, ledgerWrites.upgrade);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Ledger, {
    nullable: true,
    description: writtenDescription('The ledger, fetched after the change.'),
  })
  async ledger(@Root() { uuid }: LedgerPayload, @Ctx() context: Context): Promise<Ledger> {
    return new Ledger(await loadWritten((loaders) => loaders.ledger, uuid, context));
  }
}

/** A change of one ledger, the same way for all of them. */
async function change(
  { sca }: Context,
  mutation: string,
  input: { readonly id: string; readonly idempotencyKey?: string | null },
  writeOf: (uuid: string) => WriteRequest,
): Promise<MutationOutcome> {
  const invalid = validateInput(input);
  if (invalid) return invalid;
  const uuid = idArgument('Ledger', input.id, 'id');
  return sca.perform({
    ...{ mutation, input, write: writeOf(uuid), payload: { type: 'Ledger', id: uuid } },
    inputPaths: { ledgerId: ['id'] },
  });
}

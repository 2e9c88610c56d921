import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { WriteRequest } from '../../linkcy/client.js';
import { ledgerWrites } from '../../linkcy/endpoints/ledgers.js';
import { idArgument, optionalIdArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
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

@Resolver(() => LedgerPayload)
export class LedgerMutations {
  @LinkcyMutation(() => LedgerPayload, {
    does: 'Opens a ledger; it begins as PENDING. For a consumer or a corporate.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    input: () => CreateLedgerInput,
    inputDescription: 'The ledger to open.',
  })
  createLedger(input: CreateLedgerInput): MutationRequest {
    const { consumerId, parentLedgerId, type, friendlyName, autoUpgrade, limits } = input;
    return {
      write: ledgerWrites.create({
        endUserId: optionalIdArgument('Consumer', consumerId, 'consumerId'),
        parentLedgerId: optionalIdArgument('Ledger', parentLedgerId, 'parentLedgerId'),
        ...{ type, friendlyName, autoUpgrade, limits },
      }),
      payload: { type: 'Ledger', id: 'created' },
      inputPaths: { endUserId: ['consumerId'] },
    };
  }

  @LinkcyMutation(() => LedgerPayload, {
    does: 'Changes the name, the limits or the parent of a ledger.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    input: () => UpdateLedgerInput,
    inputDescription: 'Which ledger, and what changes.',
  })
  updateLedger({ id, friendlyName, limits, ...input }: UpdateLedgerInput): MutationRequest {
    const parentLedgerId = optionalIdArgument('Ledger', input.parentLedgerId, 'parentLedgerId');
    return change(id, (uuid) => ledgerWrites.update(uuid, { friendlyName, limits, parentLedgerId }));
  }

  @LinkcyMutation(() => LedgerPayload, {
    does: 'Blocks a ledger for now, and its cards with it: a rule by LINKCY with the limit 0 appears on them.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    input: () => SuspendLedgerInput,
    inputDescription: 'Which ledger, and why.',
  })
  suspendLedger({ id, operator, reason }: SuspendLedgerInput): MutationRequest {
    return change(id, (uuid) => ledgerWrites.suspend(uuid, { operator, reason }));
  }

  @LinkcyMutation(() => LedgerPayload, {
    does: "Ends one operator's suspension; the ledger is usable again when no suspension is left.",
    page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    input: () => UnsuspendLedgerInput,
    inputDescription: 'Which ledger, and whose suspension.',
  })
  unsuspendLedger({ id, operator }: UnsuspendLedgerInput): MutationRequest {
    return change(id, (uuid) => ledgerWrites.unsuspend(uuid, operator));
  }

  @LinkcyMutation(() => LedgerPayload, {
    does: 'Closes an empty ledger for good; it then shows CLOSING until LinkCy is done.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    input: () => CloseLedgerInput,
    inputDescription: 'Which ledger, and why.',
  })
  closeLedger({ id, operator, reason }: CloseLedgerInput): MutationRequest {
    return change(id, (uuid) => ledgerWrites.close(uuid, { operator, reason }));
  }

  @LinkcyMutation(() => LedgerPayload, {
    does: 'Lets a ledger pay to other banks.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/ledger',
    input: () => UpgradeLedgerInput,
    inputDescription: 'Which ledger.',
  })
  upgradeLedger({ id }: UpgradeLedgerInput): MutationRequest {
    return change(id, ledgerWrites.upgrade);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Ledger, {
    nullable: true,
    description: writtenDescription('The ledger, fetched after the change.'),
  })
  async ledger(@Root() { uuid }: LedgerPayload, @Ctx() context: Context): Promise<Ledger> {
    return loadWritten((loaders) => loaders.ledger, uuid, context);
  }
}

/** A change of one ledger; LinkCy calls the path's parameter `ledgerId`. */
function change(id: string, writeOf: (uuid: string) => WriteRequest): MutationRequest {
  const uuid = idArgument('Ledger', id, 'id');
  return { write: writeOf(uuid), payload: { type: 'Ledger', id: uuid }, inputPaths: { ledgerId: ['id'] } };
}

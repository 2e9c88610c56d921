import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { beneficiaryWrites, type BankingDetails } from '../../linkcy/endpoints/beneficiaries.js';
import { given } from '../../linkcy/json/json-body.js';
import { idArgument, optionalIdArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { BeneficiaryPayload } from '../sca/payload.type.js';
import { electronicForm } from '../validation/iban.js';
import { AddBeneficiaryInput, UpdateBeneficiaryInput, type BankingDetailsInput } from './beneficiary.input.js';
import { Beneficiary } from './beneficiary.type.js';

@Resolver(() => BeneficiaryPayload)
export class BeneficiaryMutations {
  @LinkcyMutation(() => BeneficiaryPayload, {
    does: 'Adds somebody who may receive money; LinkCy checks them before money can be sent. For a consumer or a corporate.',
    approval: true,
    page: 'https://docs.sandbox.linkcy.io/tag/Beneficiary',
    input: () => AddBeneficiaryInput,
    inputDescription: 'Whom to add.',
  })
  addBeneficiary(input: AddBeneficiaryInput): MutationRequest {
    const { type, name, friendlyName, display } = input;
    const endUserId = optionalIdArgument('Consumer', input.consumerId, 'consumerId');
    const bankingDetails = bankingDetailsOf(input.bankingDetails);
    return {
      write: beneficiaryWrites.create({ endUserId, type, name, friendlyName, bankingDetails, display }),
      payload: { type: 'Beneficiary', id: 'created' },
      effect: { kind: 'beneficiary', endUserId, name, account: accountOf(bankingDetails) },
      inputPaths: inputPathsOf(input.bankingDetails),
    };
  }

  @LinkcyMutation(() => BeneficiaryPayload, {
    does: 'Changes whether a beneficiary is used and shown, and its name for the end user.',
    approval: true,
    page: 'https://docs.sandbox.linkcy.io/tag/Beneficiary',
    input: () => UpdateBeneficiaryInput,
    inputDescription: 'Which beneficiary, and what changes.',
  })
  updateBeneficiary(input: UpdateBeneficiaryInput): MutationRequest {
    const uuid = idArgument('Beneficiary', input.id, 'id');
    const { active, display, friendlyName } = input;
    return {
      write: beneficiaryWrites.update(uuid, { active, display, friendlyName }),
      payload: { type: 'Beneficiary', id: uuid },
      effect: { kind: 'fields', object: 'Beneficiary', id: uuid, asked: given({ active, display, friendlyName }) },
      inputPaths: { beneficiaryId: ['id'] },
    };
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Beneficiary, {
    nullable: true,
    description: writtenDescription('The beneficiary, fetched after the change.'),
  })
  async beneficiary(@Root() { uuid }: BeneficiaryPayload, @Ctx() context: Context): Promise<Beneficiary> {
    return loadWritten((loaders) => loaders.beneficiary, uuid, context);
  }
}

/** LinkCy tells the three kinds of account apart by their fields, we by the name of the one that is given. */
function bankingDetailsOf({ sepa, gbp, usd }: BankingDetailsInput): BankingDetails {
  if (sepa) return { iban: electronicForm(sepa.iban), bic: electronicForm(sepa.bic) };
  if (gbp) return { sortCode: gbp.sortCode, accountNumber: gbp.accountNumber };
  if (usd) {
    const { abaCode, accountNumber, swift } = usd;
    return { abaCode, accountNumber, swift: swift && electronicForm(swift) };
  }
  throw new TypeError('An input without banking details is never valid.');
}

/** What LinkCy shows of an account. */
function accountOf(details: BankingDetails): { iban?: string; sortCode?: string; accountNumber?: string } {
  if ('iban' in details) return { iban: details.iban };
  if ('sortCode' in details) return { sortCode: details.sortCode, accountNumber: details.accountNumber };
  return { accountNumber: details.accountNumber };
}

function inputPathsOf({ sepa, gbp }: BankingDetailsInput): Record<string, readonly string[]> {
  const kind = sepa ? 'sepa' : gbp ? 'gbp' : 'usd';
  return {
    endUserId: ['consumerId'],
    fullName: ['name'],
    'bankingDetails.bicOrSwift': ['bankingDetails', kind, sepa ? 'bic' : 'swift'],
    bankingDetails: ['bankingDetails', kind],
  };
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { secretOf, type SecretType } from '../../sca/result.js';
import { cardSecrets } from '../../linkcy/endpoints/card-secrets.js';
import { idArgument } from '../node/global-id.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { signableResult } from '../sca/mutation-result.js';
import { ScaArgument } from '../sca/sca-argument.js';
import type { ScaInput } from '../sca/sca.input.js';
import {
  CreatePanCredentialsPayload,
  RevealCardPinPayload,
  secretObject,
  type SecretPayload,
} from '../sca/secret.type.js';
import { CardSecretInput } from './card-rule.input.js';

const RevealCardPinResult = signableResult('RevealCardPinResult', () => RevealCardPinPayload);
const CreatePanCredentialsResult = signableResult('CreatePanCredentialsResult', () => CreatePanCredentialsPayload);

/**
 * Mutations, though LinkCy has them as GET: what they answer must not be cached, must not stand in a URL that is logged,
 * and uses an approval up.
 */
@Resolver()
export class CardSecretMutations {
  @Mutation(() => RevealCardPinResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'revealCardPin',
      does:
        'Shows the PIN of a physical card. After an approval it comes once, through scaCompleted or resumeSca, and is ' +
        'never stored. Nobody can see that a PIN was shown: on LinkCy since 1.114 the strategy DATA_SIGNING is the way ' +
        'here.',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async revealCardPin(
    @Arg('input', () => CardSecretInput, { description: 'Which card.' }) input: CardSecretInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() { secrets }: Context,
  ): Promise<SecretOutcome<SecretPayload>> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const id = idArgument('Card', input.id, 'id');
    return secrets.perform({
      write: cardSecrets.pin(id),
      payload: secretIn('RevealCardPin'),
      approval: { sca, kept: { mutation: 'revealCardPin', payload: { type: 'RevealCardPin', id } } },
    });
  }

  @Mutation(() => CreatePanCredentialsResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createPanCredentials',
      does:
        "Makes what the holder's app fetches the card's number with; it never passes through this API. After an approval " +
        'they come once, through scaCompleted or resumeSca. On LinkCy since 1.114 the strategy DATA_SIGNING is the way ' +
        'here.',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async createPanCredentials(
    @Arg('input', () => CardSecretInput, { description: 'Which card.' }) input: CardSecretInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() { secrets }: Context,
  ): Promise<SecretOutcome<SecretPayload>> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const id = idArgument('Card', input.id, 'id');
    return secrets.perform({
      write: cardSecrets.panCredentials(id),
      payload: secretIn('CreatePanCredentials'),
      approval: { sca, kept: { mutation: 'createPanCredentials', payload: { type: 'CreatePanCredentials', id } } },
    });
  }
}

const secretIn = (type: SecretType) => (body: unknown) => {
  const secret = secretOf(type, body);
  return secret && secretObject(secret);
};

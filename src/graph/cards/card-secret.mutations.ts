import { Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { cardSecrets } from '../../linkcy/endpoints/card-secrets.js';
import { idArgument } from '../node/global-id.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { SecretMutation, type ApprovalArguments } from '../sca/linkcy-mutation.js';
import { CreatePanCredentialsPayload, RevealCardPinPayload, secretIn, type SecretPayload } from '../sca/secret.type.js';
import { CardSecretInput } from './card.input.js';

/**
 * Mutations, though LinkCy has them as GET: what they answer must not be cached, must not stand in a URL that is logged,
 * and uses an approval up.
 */
@Resolver()
export class CardSecretMutations {
  @SecretMutation<CardSecretInput, SecretPayload>(() => RevealCardPinPayload, {
    does:
      'Shows the PIN of a physical card. After an approval it comes once, through scaCompleted or resumeSca, and is ' +
      'never stored. Nobody can see that a PIN was shown: on LinkCy since 1.114 the strategy DATA_SIGNING is the way ' +
      'here.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => CardSecretInput,
    inputDescription: 'Which card.',
  })
  revealCardPin(
    input: CardSecretInput,
    { secrets }: Context,
    { sca }: ApprovalArguments,
  ): Promise<SecretOutcome<SecretPayload>> {
    const id = idArgument('Card', input.id, 'id');
    return secrets.perform({
      write: cardSecrets.pin(id),
      payload: secretIn('RevealCardPin'),
      approval: { sca, kept: { mutation: 'revealCardPin', payload: { type: 'RevealCardPin' } } },
    });
  }

  @SecretMutation<CardSecretInput, SecretPayload>(() => CreatePanCredentialsPayload, {
    does:
      "Creates the credentials with which the holder's app fetches the card number, which never passes through " +
      'this API. After an approval they come once, through scaCompleted or resumeSca. On LinkCy since 1.114 the ' +
      'strategy DATA_SIGNING is the way here.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => CardSecretInput,
    inputDescription: 'Which card.',
  })
  createPanCredentials(
    input: CardSecretInput,
    { secrets }: Context,
    { sca }: ApprovalArguments,
  ): Promise<SecretOutcome<SecretPayload>> {
    const id = idArgument('Card', input.id, 'id');
    return secrets.perform({
      write: cardSecrets.panCredentials(id),
      payload: secretIn('CreatePanCredentials'),
      approval: { sca, kept: { mutation: 'createPanCredentials', payload: { type: 'CreatePanCredentials' } } },
    });
  }
}

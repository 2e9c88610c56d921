import { Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { authWrites, isPasswordChangeDemand, isTokens } from '../../linkcy/endpoints/auth.js';
import { problem } from '../../sca/result.js';
import { problemObject, type ProblemObject } from '../problems/problem-object.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { SecretMutation, type ApprovalArguments } from '../sca/linkcy-mutation.js';
import {
  ChangePasswordInput,
  LoginInput,
  RefreshTokenInput,
  RequestPasswordSecretInput,
} from './authentication.input.js';
import { AuthenticationPayload, PasswordChangeRequired, RequestPasswordSecretPayload } from './authentication.type.js';

type LoginAnswer = AuthenticationPayload | PasswordChangeRequired;

/** All of them go out without the caller's token: who is about to log in has none, or one that has ended. */
@Resolver()
export class AuthenticationMutations {
  @SecretMutation<LoginInput, LoginAnswer>([() => AuthenticationPayload, () => PasswordChangeRequired], {
    does:
      'Logs in with a password; needs no token. PasswordChangeRequired when the password must be changed first. ' +
      'After an approval the same input is sent again with `scaId`, because tokens are never stored; on LinkCy ' +
      'since 1.114 each repetition asks the user again. TOO_MANY_ATTEMPTS comes after 10 attempts in a quarter ' +
      'of an hour, unless the server is set otherwise.',
    approval: 'sentAgain',
    page: 'https://docs.linkcy.io/api_reference/sandbox/authentication',
    input: () => LoginInput,
    inputDescription: 'Who, and the password.',
  })
  login(input: LoginInput, context: Context, { sca, scaId }: ApprovalArguments): Promise<SecretOutcome<LoginAnswer>> {
    return attempt(context, 'password', nameOf(input), () =>
      context.withoutToken.perform<LoginAnswer>({
        write: authWrites.login(input),
        payload: (body) =>
          isPasswordChangeDemand(body) ? new PasswordChangeRequired(body.passwordChangeSecret) : tokensIn(body),
        tokens: { in: (given) => (given instanceof AuthenticationPayload ? given : undefined) },
        approval: { sca, scaId },
        refused: loginRefused,
      }),
    );
  }

  @SecretMutation(() => AuthenticationPayload, {
    does:
      'New tokens for a refresh token; needs no other token. After an approval the same input is sent again with ' +
      '`scaId`; on LinkCy since 1.114 each repetition asks the user again. LOGIN_REFUSED for a refresh token ' +
      'that is used up, too old or wrong.',
    approval: 'sentAgain',
    page: 'https://docs.linkcy.io/api_reference/sandbox/authentication',
    input: () => RefreshTokenInput,
    inputDescription: 'The refresh token.',
  })
  refreshToken(
    input: RefreshTokenInput,
    { withoutToken }: Context,
    { sca, scaId }: ApprovalArguments,
  ): Promise<SecretOutcome<AuthenticationPayload>> {
    return withoutToken.perform({
      write: authWrites.refresh(input.refreshToken),
      payload: tokensIn,
      tokens: { in: (given) => given, renewed: input.refreshToken },
      approval: { sca, scaId },
      refused: loginRefused,
    });
  }

  @SecretMutation(() => RequestPasswordSecretPayload, {
    does:
      'Sends the secret for a first or a new password by text message; needs no token. It is valid for a few ' +
      'seconds only. Only for consumers that exist: create the consumer first (`createConsumer`).',
    page: 'https://docs.linkcy.io/api_reference/sandbox/authentication',
    input: () => RequestPasswordSecretInput,
    inputDescription: 'Whose password.',
  })
  async requestPasswordSecret(
    input: RequestPasswordSecretInput,
    context: Context,
  ): Promise<SecretOutcome<RequestPasswordSecretPayload>> {
    // Every message costs money and disturbs somebody, so that also those that are sent count.
    const counted = await context.loginAttempts.begin(['secret', ...nameOf(input)], context.caller.address);
    if (counted === undefined) return tooManyAttempts();
    return context.withoutToken.perform({
      write: authWrites.resetPassword(input),
      payload: () => new RequestPasswordSecretPayload(input.consumerPhone ?? input.accountOwnerPhone ?? ''),
      refused: loginRefused,
    });
  }

  @SecretMutation(() => AuthenticationPayload, {
    does:
      'Sets a first or a new password and logs in; needs no token. With the secret of a text message it also verifies ' +
      'the phone. InvalidInput for a secret that is wrong or too old, LOGIN_REFUSED for a wrong password.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/authentication',
    input: () => ChangePasswordInput,
    inputDescription: 'The new password, and what proves the right to set it.',
  })
  changePassword(input: ChangePasswordInput, context: Context): Promise<SecretOutcome<AuthenticationPayload>> {
    // A secret names nobody: who guesses is only known by the address.
    const name = input.passwordChangeSecret == null ? nameOf(input) : ['secret', input.passwordChangeSecret];
    return attempt(context, 'password', name, () =>
      context.withoutToken.perform({
        write: authWrites.changePassword(input),
        payload: tokensIn,
        tokens: { in: (given) => given },
        refused: loginRefused,
      }),
    );
  }
}

/** An attempt that may be a guess. What was no guess is not counted. */
async function attempt<Result extends object>(
  { loginAttempts, caller }: Context,
  what: string,
  name: readonly string[],
  task: () => Promise<Result | ProblemObject>,
): Promise<Result | ProblemObject> {
  const succeeded = await loginAttempts.begin([what, ...name], caller.address);
  if (succeeded === undefined) return tooManyAttempts();
  const result = await task();
  if (!('retryable' in result)) succeeded();
  return result;
}

const tokensIn = (body: unknown) => (isTokens(body) ? new AuthenticationPayload(body) : undefined);

const loginRefused = () =>
  problem('Forbidden', 'LOGIN_REFUSED', 'LinkCy does not know these credentials: they are wrong, used up or too old.');
const tooManyAttempts = () =>
  problemObject(problem('Forbidden', 'TOO_MANY_ATTEMPTS', 'Nothing was sent: too many attempts. Try again later.'));

interface Named {
  readonly partnerName?: string | null;
  readonly username?: string | null;
  readonly consumerPhone?: string | null;
  readonly accountOwnerPhone?: string | null;
}

/** The same account has the same name, however its phone is written. */
function nameOf({ partnerName, username, consumerPhone, accountOwnerPhone }: Named): readonly string[] {
  const names = { username, consumerPhone, accountOwnerPhone };
  const given = Object.entries(names).flatMap(([kind, name]) => (name == null ? [] : [kind, name.replace('+', '')]));
  return [partnerName ?? '', ...given];
}

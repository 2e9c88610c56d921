import { Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { isKycAccess, kycWrites } from '../../linkcy/endpoints/kyc.js';
import { isLink, isSent, verificationWrites } from '../../linkcy/endpoints/verifications.js';
import { optionalIdArgument } from '../node/global-id.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { SecretMutation } from '../sca/linkcy-mutation.js';
import {
  SendEmailVerificationInput,
  SendPhoneVerificationInput,
  StartKycInput,
  VerifyAddressInput,
  VerifyPhoneInput,
} from './onboarding.input.js';
import {
  SendVerificationPayload,
  StartKycPayload,
  VerifyAddressPayload,
  VerifyPhonePayload,
} from './onboarding.type.js';

type Result<Payload> = Promise<SecretOutcome<Payload>>;

const inputPaths = {
  'kycConfiguration.accessType': ['accessType'],
  'kycConfiguration.urlOnComplete': ['urlOnComplete'],
  'kycConfiguration.urlOnFailure': ['urlOnFailure'],
  endUserId: ['consumerId'],
};

/** What these answer is a link or a code for the person alone: it goes to the caller and is kept nowhere. */
@Resolver()
export class OnboardingMutations {
  @SecretMutation(() => StartKycPayload, {
    does:
      'Starts the identification of a consumer, which LinkCy requires before it opens ledgers and cards. It ' +
      'takes the person less than a minute, and the check 2 to 5 minutes; `kycApplication` says how it ends.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/kyc',
    input: () => StartKycInput,
    inputDescription: 'Whose, and how.',
  })
  startKyc(input: StartKycInput, { secrets }: Context): Result<StartKycPayload> {
    const { accessType, urlOnComplete, urlOnFailure } = input;
    return secrets.perform({
      write: kycWrites.create({
        kycConfiguration: { accessType, urlOnComplete, urlOnFailure },
        consumerId: consumerIn(input),
      }),
      payload: (body) => (isKycAccess(body) ? new StartKycPayload(body) : undefined),
      inputPaths,
    });
  }

  @SecretMutation(() => SendVerificationPayload, {
    does:
      'Sends a code by text message, good for 10 minutes and 5 tries. Needed after the phone was changed ' +
      '(`updateConsumerContact`): LinkCy sends none by itself. Then `verifyPhone`.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/verification',
    input: () => SendPhoneVerificationInput,
    inputDescription: 'Whose phone.',
  })
  sendPhoneVerification(input: SendPhoneVerificationInput, { secrets }: Context): Result<SendVerificationPayload> {
    return secrets.perform({
      write: verificationWrites.sendPhoneCode({ consumerId: consumerIn(input) }),
      payload: sent,
    });
  }

  @SecretMutation(() => VerifyPhonePayload, {
    does: 'Verifies a phone with the code of sendPhoneVerification.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/verification',
    input: () => VerifyPhoneInput,
    inputDescription: 'Whose phone, and the code.',
  })
  async verifyPhone(input: VerifyPhoneInput, context: Context): Result<VerifyPhonePayload> {
    const consumerId = consumerIn(input);
    const result = await context.secrets.perform({
      write: verificationWrites.verifyPhone({ code: input.code, consumerId }),
      payload: () => new VerifyPhonePayload(consumerId),
    });
    context.clearLoaded();
    return result;
  }

  @SecretMutation(() => SendVerificationPayload, {
    does:
      'Sends an e-mail with a link that verifies the address, good for 48 hours. Needed after the address was given or ' +
      'changed (`updateConsumerContact`); an identification (`startKyc`) asks for the address, too.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/verification',
    input: () => SendEmailVerificationInput,
    inputDescription: 'To whom, and what it says.',
  })
  sendEmailVerification(input: SendEmailVerificationInput, { secrets }: Context): Result<SendVerificationPayload> {
    const { emailSubject, urlOnSuccess, urlOnFailure } = input;
    return secrets.perform({
      write: verificationWrites.sendEmail({ emailSubject, urlOnSuccess, urlOnFailure, consumerId: consumerIn(input) }),
      payload: sent,
    });
  }

  @SecretMutation(() => VerifyAddressPayload, {
    does: 'Starts the verification of a postal address.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/verification',
    input: () => VerifyAddressInput,
    inputDescription: 'Whose, and how.',
  })
  verifyAddress(input: VerifyAddressInput, { secrets }: Context): Result<VerifyAddressPayload> {
    const { type, documentId } = input;
    // LinkCy takes exactly what belongs to the type.
    const proof = type === 'LINK' ? { endUserId: consumerIn(input) } : { documentId: documentId?.toLowerCase() };
    return secrets.perform({
      write: verificationWrites.verifyAddress({ type, ...proof }),
      payload: (body) => (isLink(body) ? new VerifyAddressPayload(body) : undefined),
      inputPaths,
    });
  }
}

const consumerIn = ({ consumerId }: { readonly consumerId?: string | null }) =>
  optionalIdArgument('Consumer', consumerId, 'consumerId');
const sent = (body: unknown) => (isSent(body) ? new SendVerificationPayload(body.ttl) : undefined);

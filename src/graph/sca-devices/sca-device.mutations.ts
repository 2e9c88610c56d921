import { Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { scaDeviceWrites } from '../../linkcy/endpoints/sca-devices.js';
import { optionalIdArgument } from '../node/global-id.js';
import type { SecretOutcome } from '../sca/approvals.js';
import {
  LinkcyMutation,
  SecretMutation,
  type ApprovalArguments,
  type MutationRequest,
} from '../sca/linkcy-mutation.js';
import { secretIn, type SecretPayload } from '../sca/secret.type.js';
import { ActivateScaDeviceFactorInput, RegisterScaDeviceInput, ResetScaDeviceInput } from './sca-device.input.js';
import { ResetScaDevicePayload, ScaDevicePayload } from './sca-device.type.js';

type Result = Promise<SecretOutcome<SecretPayload>>;

/** The codes that a device joins with are secrets: they go to the caller and are stored nowhere. */
@Resolver()
export class ScaDeviceMutations {
  @SecretMutation<RegisterScaDeviceInput, SecretPayload>(() => ScaDevicePayload, {
    does:
      'Registers the device on which a consumer approves: one per consumer. As in LinkCy up to 1.78.0. After an ' +
      'approval the answer comes once, through scaCompleted or resumeSca. On LinkCy since 1.114 the strategy ' +
      'DATA_SIGNING is the way here.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    input: () => RegisterScaDeviceInput,
    inputDescription: 'Whose, and which.',
  })
  registerScaDevice(input: RegisterScaDeviceInput, { secrets }: Context, { sca }: ApprovalArguments): Result {
    const { endpointId, factor, strategy } = input;
    const endUserId = optionalIdArgument('Consumer', input.consumerId, 'consumerId');
    return secrets.perform({
      write:
        endpointId == null
          ? scaDeviceWrites.registerByQrCode(endUserId)
          : scaDeviceWrites.register({ endpointId, factor, strategy, endUserId }),
      payload: secretIn('ScaDeviceAccess'),
      inputPaths: { endUserId: ['consumerId'] },
      approval: { sca, kept: { mutation: 'registerScaDevice', payload: { type: 'ScaDeviceAccess' } } },
    });
  }

  @SecretMutation<ActivateScaDeviceFactorInput, SecretPayload>(() => ScaDevicePayload, {
    does:
      'Enrols another factor on a device. As in LinkCy up to 1.78.0. After an approval the answer comes once, through ' +
      'scaCompleted or resumeSca. On LinkCy since 1.114 the strategy DATA_SIGNING is the way here.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    input: () => ActivateScaDeviceFactorInput,
    inputDescription: 'Which device, and what.',
  })
  activateScaDeviceFactor(
    { scaDeviceId, factor, strategy }: ActivateScaDeviceFactorInput,
    { secrets }: Context,
    { sca }: ApprovalArguments,
  ): Result {
    return secrets.perform({
      write: scaDeviceWrites.addFactor(scaDeviceId, { factor, strategy }),
      payload: secretIn('ScaDeviceAccess'),
      approval: { sca, kept: { mutation: 'activateScaDeviceFactor', payload: { type: 'ScaDeviceAccess' } } },
    });
  }

  @LinkcyMutation(() => ResetScaDevicePayload, {
    does: "Removes a consumer's device, for instance after it was lost. As in LinkCy up to 1.78.0.",
    page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    input: () => ResetScaDeviceInput,
    inputDescription: 'Which device.',
  })
  resetScaDevice({ scaDeviceId }: ResetScaDeviceInput): MutationRequest {
    return {
      write: scaDeviceWrites.reset(scaDeviceId),
      payload: { type: 'ScaDevice', id: scaDeviceId.toLowerCase() },
    };
  }
}

import { Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { isScaDeviceAccess, scaDeviceWrites } from '../../linkcy/endpoints/sca-devices.js';
import { optionalIdArgument } from '../node/global-id.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { SecretMutation } from '../sca/linkcy-mutation.js';
import {
  ActivateScaDeviceFactorInput,
  RegisterScaDeviceInput,
  ResetScaDeviceInput,
  ResetScaDevicePayload,
  ScaDevicePayload,
} from './sca-device.type.js';

type Result<Payload> = Promise<SecretOutcome<Payload>>;

/** Codes to join with are secrets: they go to the caller and are kept nowhere. */
@Resolver()
export class ScaDeviceMutations {
  @SecretMutation(() => ScaDevicePayload, {
    does: 'Registers the device on which a consumer approves, one each. As in LinkCy up to 1.78.0.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    input: () => RegisterScaDeviceInput,
    inputDescription: 'Whose, and which.',
  })
  registerScaDevice(input: RegisterScaDeviceInput, { secrets }: Context): Result<ScaDevicePayload> {
    const { endpointId, factor, strategy } = input;
    const endUserId = optionalIdArgument('Consumer', input.consumerId, 'consumerId');
    return secrets.perform({
      write:
        endpointId == null
          ? scaDeviceWrites.registerByQrCode(endUserId)
          : scaDeviceWrites.register({ endpointId, factor, strategy, endUserId }),
      payload: access,
      inputPaths: { endUserId: ['consumerId'] },
    });
  }

  @SecretMutation(() => ScaDevicePayload, {
    does: 'Enrols another factor on a device. As in LinkCy up to 1.78.0.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    input: () => ActivateScaDeviceFactorInput,
    inputDescription: 'Which device, and what.',
  })
  activateScaDeviceFactor(input: ActivateScaDeviceFactorInput, { secrets }: Context): Result<ScaDevicePayload> {
    const { scaDeviceId, factor, strategy } = input;
    return secrets.perform({ write: scaDeviceWrites.addFactor(scaDeviceId, { factor, strategy }), payload: access });
  }

  @SecretMutation(() => ResetScaDevicePayload, {
    does: 'Takes the device from a consumer, for instance after it was lost. As in LinkCy up to 1.78.0.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    input: () => ResetScaDeviceInput,
    inputDescription: 'Which device.',
  })
  resetScaDevice(input: ResetScaDeviceInput, { secrets }: Context): Result<ResetScaDevicePayload> {
    return secrets.perform({
      write: scaDeviceWrites.reset(input.scaDeviceId),
      payload: () => new ResetScaDevicePayload(input.scaDeviceId.toLowerCase()),
    });
  }
}

const access = (body: unknown) => (isScaDeviceAccess(body) ? new ScaDevicePayload(body) : undefined);

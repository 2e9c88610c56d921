import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { isScaDeviceAccess, scaDeviceWrites } from '../../linkcy/endpoints/sca-devices.js';
import { optionalIdArgument } from '../node/global-id.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import type { SecretOutcome } from '../sca/approvals.js';
import { mutationResult } from '../sca/mutation-result.js';
import {
  ActivateScaDeviceFactorInput,
  RegisterScaDeviceInput,
  ResetScaDeviceInput,
  ResetScaDevicePayload,
  ScaDevicePayload,
} from './sca-device.type.js';

const RegisterScaDeviceResult = mutationResult('RegisterScaDeviceResult', () => ScaDevicePayload);
const ActivateScaDeviceFactorResult = mutationResult('ActivateScaDeviceFactorResult', () => ScaDevicePayload);
const ResetScaDeviceResult = mutationResult('ResetScaDeviceResult', () => ResetScaDevicePayload);

type Result<Payload> = Promise<SecretOutcome<Payload>>;

/** Codes to join with are secrets: they go to the caller and are kept nowhere. */
@Resolver()
export class ScaDeviceMutations {
  @Mutation(() => RegisterScaDeviceResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'registerScaDevice',
      does: 'Registers the device on which a consumer approves, one each. As in LinkCy up to 1.78.0.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    }),
  })
  async registerScaDevice(
    @Arg('input', () => RegisterScaDeviceInput, { description: 'Whose, and which.' }) input: RegisterScaDeviceInput,
    @Ctx() { secrets }: Context,
  ): Result<ScaDevicePayload> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
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

  @Mutation(() => ActivateScaDeviceFactorResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'activateScaDeviceFactor',
      does: 'Enrols another factor on a device. As in LinkCy up to 1.78.0.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    }),
  })
  async activateScaDeviceFactor(
    @Arg('input', () => ActivateScaDeviceFactorInput, { description: 'Which device, and what.' })
    input: ActivateScaDeviceFactorInput,
    @Ctx() { secrets }: Context,
  ): Result<ScaDevicePayload> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { scaDeviceId, factor, strategy } = input;
    return secrets.perform({ write: scaDeviceWrites.addFactor(scaDeviceId, { factor, strategy }), payload: access });
  }

  @Mutation(() => ResetScaDeviceResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'resetScaDevice',
      does: 'Takes the device from a consumer, for instance after it was lost. As in LinkCy up to 1.78.0.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/strong-authentication',
    }),
  })
  async resetScaDevice(
    @Arg('input', () => ResetScaDeviceInput, { description: 'Which device.' }) input: ResetScaDeviceInput,
    @Ctx() { secrets }: Context,
  ): Result<ResetScaDevicePayload> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    return secrets.perform({
      write: scaDeviceWrites.reset(input.scaDeviceId),
      payload: () => new ResetScaDevicePayload(input.scaDeviceId.toLowerCase()),
    });
  }
}

const access = (body: unknown) => (isScaDeviceAccess(body) ? new ScaDevicePayload(body) : undefined);

import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumeration, type NameOf } from '../../linkcy/json/enumeration.js';
import { ScaFactor } from '../../linkcy/endpoints/sca.js';
import type { ScaDeviceAccess } from '../../linkcy/endpoints/sca-devices.js';
import { IdOf, UuidOf } from '../validation/identifier.js';
import { MutationInput } from '../validation/mutation-input.js';
import { Length } from '../validation/text.js';
import { registerEnum } from '../scalars/enum.js';

export const EnrolmentStrategy = enumeration('PUSH_NOTIFICATION', 'JOIN_CODE');

registerEnum('EnrolmentStrategy', EnrolmentStrategy, 'How a device is notified to enrol a factor.', {
  PUSH_NOTIFICATION: 'By a push notification.',
  JOIN_CODE: 'By a joinCode, which the client passes to the device in its own way.',
});

@ObjectType({ description: 'What a device needs in order to join. Secrets, shown only once.' })
export class ScaDevicePayload {
  @Field(() => ID, { description: "LinkCy's UUID of the device, for activateScaDeviceFactor and resetScaDevice." })
  readonly scaDeviceId: string;

  @Field(() => String, {
    nullable: true,
    description: 'The device, as the app names it; null when LinkCy does not say.',
  })
  readonly endpointId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For a device that is not known yet: the content of a QR code; otherwise null.',
  })
  readonly qrCode: string | null;

  @Field(() => String, { nullable: true, description: 'The code to join with; null where none is needed.' })
  readonly joinCode: string | null;

  constructor({ id, endpointId, qrCode, joinCode }: ScaDeviceAccess) {
    this.scaDeviceId = id;
    this.endpointId = endpointId ?? null;
    this.qrCode = qrCode ?? null;
    this.joinCode = joinCode ?? null;
  }
}

@ObjectType({ description: 'The device has been removed. The user can register another one.' })
export class ResetScaDevicePayload {
  @Field(() => ID, { description: "LinkCy's UUID of the device." })
  readonly scaDeviceId: string;

  constructor(scaDeviceId: string) {
    this.scaDeviceId = scaDeviceId;
  }
}

@InputType({ description: 'Whose device: a known one with `endpointId`, another one by a QR code.' })
export class RegisterScaDeviceInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Whose: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. Required from a partner; an " +
      'end user always means itself.',
  })
  @IdOf('Consumer')
  consumerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The device, as the app names it, 1 to 255 characters; left out: the answer has a QR code.',
  })
  @Length(1, 255)
  endpointId?: string | null;

  @Field(() => ScaFactor, {
    nullable: true,
    description: "With endpointId: the factor to enrol; LinkCy's default is BIOMETRY.",
  })
  factor?: NameOf<typeof ScaFactor> | null;

  @Field(() => EnrolmentStrategy, {
    nullable: true,
    description: "With endpointId: how the device is notified; LinkCy's default is PUSH_NOTIFICATION.",
  })
  strategy?: NameOf<typeof EnrolmentStrategy> | null;
}

@InputType({ description: 'Another factor with which a device can approve.' })
export class ActivateScaDeviceFactorInput {
  @Field(() => ID, { description: "LinkCy's UUID of the device." })
  @UuidOf('a device')
  scaDeviceId!: string;

  @Field(() => ScaFactor, { description: 'The factor to enrol.' })
  factor!: NameOf<typeof ScaFactor>;

  @Field(() => EnrolmentStrategy, {
    nullable: true,
    description: "How the device is notified; LinkCy's default is PUSH_NOTIFICATION.",
  })
  strategy?: NameOf<typeof EnrolmentStrategy> | null;
}

@InputType({ description: 'The device to remove.' })
export class ResetScaDeviceInput extends MutationInput {
  @Field(() => ID, { description: "LinkCy's UUID of the device." })
  @UuidOf('a device')
  scaDeviceId!: string;
}

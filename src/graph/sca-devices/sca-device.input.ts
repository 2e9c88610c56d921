import { Field, ID, InputType } from 'type-graphql';
import { ScaFactor } from '../../linkcy/endpoints/sca.js';
import { enumeration, type NameOf } from '../../linkcy/json/enumeration.js';
import { registerEnum } from '../scalars/enum.js';
import { IdOf, UuidOf } from '../validation/identifier.js';
import { MutationInput } from '../validation/mutation-input.js';
import { Length } from '../validation/text.js';

const EnrolmentStrategy = enumeration('PUSH_NOTIFICATION', 'JOIN_CODE');

registerEnum('EnrolmentStrategy', EnrolmentStrategy, 'How a device is notified to enrol a factor.', {
  PUSH_NOTIFICATION: 'By a push notification.',
  JOIN_CODE: 'By a joinCode, which the client passes to the device in its own way.',
});

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

import { Field, ID, ObjectType } from 'type-graphql';
import type { ScaDeviceAccess } from '../../linkcy/endpoints/sca-devices.js';

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

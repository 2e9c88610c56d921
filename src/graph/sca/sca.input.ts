import { Field, InputType } from 'type-graphql';
import { ScaFactor } from '../../linkcy/endpoints/sca.js';
import type { ScaChoice } from '../../sca/operation-request.js';
import { ScaStrategy } from './sca-pending.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum(
  'ScaFactor',
  ScaFactor,
  "What the user approves with (LinkCy's header Linkcy-SCA-Factor). LinkCy up to 1.78 only; later ones ignore it, and the device decides.",
  {
    BIOMETRY: 'Fingerprint or face, whichever the device has.',
    PIN: 'The PIN of the device, which must have been set with the SDK first. It need not be the password of the user.',
  },
);

@InputType({
  description:
    'How the user approves, if LinkCy asks for an approval. `factor` belongs to LinkCy up to 1.78, `signature` ' +
    'to LinkCy since 1.114.',
})
export class ScaInput implements ScaChoice {
  @Field(() => ScaStrategy, { defaultValue: ScaStrategy.PUSH_NOTIFICATION, description: 'How the user is asked.' })
  strategy!: ScaStrategy;

  @Field(() => ScaFactor, {
    nullable: true,
    description: 'LinkCy up to 1.78 only, whose default is BIOMETRY: what the user approves with.',
  })
  factor?: ScaFactor | null;

  @Field(() => String, {
    nullable: true,
    description:
      'LinkCy since 1.114, with the strategy DATA_SIGNING (header Linkcy-SCA-Signature), for apps that know the ' +
      'bytes that LinkCy gets; all others leave it out, and sign the content of ScaSignatureRequired. It is what ' +
      'the PowerAuth (Wultra) mobile SDK made on the registered device, valid for 30 seconds. Make one at a ' +
      'time: several at once for the same device invalidate each other. At most 4,096 characters.',
  })
  signature?: string | null;
}

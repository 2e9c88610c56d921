import { Field, InputType, registerEnumType } from 'type-graphql';
import { ScaFactor } from '../../linkcy/endpoints/sca.js';
import type { ScaChoice } from '../../sca/operation-request.js';
import { ScaStrategy } from './sca-pending.type.js';

registerEnumType(ScaFactor, {
  name: 'ScaFactor',
  description: 'What the user approves with.',
  valuesConfig: {
    BIOMETRY: { description: 'Fingerprint or face, whichever the device has.' },
    PIN: {
      description:
        'The PIN of the device, which must have been set with the SDK first. It need not be the password of the user.',
    },
  },
});

@InputType({ description: 'How the user shall approve, where LinkCy asks for an approval.' })
export class ScaInput implements ScaChoice {
  @Field(() => ScaStrategy, { defaultValue: ScaStrategy.PUSH_NOTIFICATION, description: 'How the user is asked.' })
  strategy!: ScaStrategy;

  @Field(() => ScaFactor, {
    nullable: true,
    description:
      "What the user approves with; LinkCy's default is BIOMETRY. Of LinkCy before 1.114 only; later ones do not know it.",
  })
  factor?: ScaFactor | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With the strategy DATA_SIGNING: what the PowerAuth (Wultra) mobile SDK made on the registered device, valid for 30 seconds. Make one at a time: several at once for the same device spoil each other. At most 4,096 characters.',
  })
  signature?: string | null;
}

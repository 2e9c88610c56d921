import { Field, InputType, registerEnumType } from 'type-graphql';
import { ScaFactor } from '../../linkcy/endpoints/sca.js';
import type { ScaChoice } from '../../sca/operation-request.js';
import { ScaStrategy } from './sca-pending.type.js';

registerEnumType(ScaFactor, {
  name: 'ScaFactor',
  description: 'What the user approves with.',
  valuesConfig: {
    BIOMETRY: { description: 'Fingerprint or face.' },
    PIN: { description: 'The PIN of the device.' },
  },
});

@InputType({ description: 'How the user shall approve, where LinkCy asks for an approval.' })
export class ScaInput implements ScaChoice {
  @Field(() => ScaStrategy, { defaultValue: ScaStrategy.PUSH_NOTIFICATION, description: 'How the user is asked.' })
  strategy!: ScaStrategy;

  @Field(() => ScaFactor, { nullable: true, description: "What the user approves with; LinkCy's default is BIOMETRY." })
  factor?: ScaFactor | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With the strategy DATA_SIGNING: what the device signed, valid for 30 seconds. At most 4,096 characters.',
  })
  signature?: string | null;
}

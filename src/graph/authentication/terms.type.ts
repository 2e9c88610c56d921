import { Field, ObjectType } from 'type-graphql';
import { TermsLanguage, TermsType, type Terms } from '../../linkcy/endpoints/auth.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('TermsType', TermsType, 'Whom terms and conditions are for.', {
  CONSUMER: 'Private persons.',
  CORPORATE: 'Companies.',
});
registerEnum('TermsLanguage', TermsLanguage, 'The language of terms and conditions.', {
  EN: 'English.',
  FR: 'French.',
});

@ObjectType({ description: 'The terms and conditions that are in force.' })
export class TermsAndConditions implements Pick<Terms, 'downloadUrl' | 'version'> {
  @Field(() => TermsType, { description: 'Whom they are for.' })
  readonly type: keyof typeof TermsType;

  @Field(() => TermsLanguage, { description: 'Their language.' })
  readonly language: keyof typeof TermsLanguage;

  @Field(() => String, {
    description: 'To be given as `lastTermsAccepted` to createConsumer or updateConsumer, once the consumer agrees.',
  })
  readonly version: string;

  @Field(() => String, { description: 'Where the document is.' })
  readonly downloadUrl: string;

  constructor(type: keyof typeof TermsType, language: keyof typeof TermsLanguage, { version, downloadUrl }: Terms) {
    this.type = type;
    this.language = language;
    this.version = version;
    this.downloadUrl = downloadUrl;
  }
}

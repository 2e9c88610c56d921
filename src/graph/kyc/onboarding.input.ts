import { Field, ID, InputType } from 'type-graphql';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { KycAccessType } from '../../linkcy/endpoints/kyc.js';
import { AddressProof } from '../../linkcy/endpoints/verifications.js';
import { IdOf, UuidOf } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { Length, Pattern } from '../validation/text.js';
import { RequiredWhen } from '../validation/across-fields.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('AddressProof', AddressProof, 'How an address is proven.', {
  LINK: 'The end-user opens a link and shows a document; needs `consumerId`.',
  UPLOADED_DOCUMENT: 'By a document that was uploaded; needs `documentId`.',
  DELEGATED: 'The partner has checked it, with a document; needs `documentId`.',
});

/** Where LinkCy sends a browser afterwards. */
const WebAddress = () =>
  Pattern(/^https?:\/\/\S{1,2000}$/, 'Must be an http or https address of at most 2,000 characters.');

/** Whose: a consumer's own token says it, a partner has to. There is nothing to repeat, so no idempotencyKey. */
@InputType()
abstract class PersonInput {
  @Field(() => ID, {
    nullable: true,
    description: "The consumer: opaque id, or LinkCy's UUID. Required from a partner; a consumer always means itself.",
  })
  @IdOf('Consumer')
  consumerId?: string | null;
}

@InputType({ description: 'Whose identification, and how.' })
export class StartKycInput extends PersonInput {
  @Field(() => KycAccessType, {
    defaultValue: KycAccessType.LINK,
    description: 'How the person gets there. UNKNOWN is refused.',
  })
  @Known()
  accessType!: NameOf<typeof KycAccessType>;

  @Field(() => String, {
    nullable: true,
    description: 'Where the browser goes after success: an http or https address.',
  })
  @WebAddress()
  urlOnComplete?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the browser goes after a failure: an http or https address.',
  })
  @WebAddress()
  urlOnFailure?: string | null;
}

@InputType({ description: 'Whose phone.' })
export class SendPhoneVerificationInput extends PersonInput {}

@InputType({ description: 'Whose phone, and the code from the text message.' })
export class VerifyPhoneInput extends PersonInput {
  @Field(() => String, { description: 'The code: 6 digits. Always 123456 in the sandbox.' })
  @Pattern(/^[0-9]{6}$/, 'Must be 6 digits.')
  code!: string;
}

@InputType({ description: 'Whose e-mail address, and what the message says.' })
export class SendEmailVerificationInput extends PersonInput {
  @Field(() => String, { nullable: true, description: 'The subject of the message, at most 255 characters.' })
  @Length(0, 255)
  emailSubject?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the link leads after success: an http or https address.' })
  @WebAddress()
  urlOnSuccess?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the link leads after a failure: an http or https address.',
  })
  @WebAddress()
  urlOnFailure?: string | null;
}

@InputType({ description: 'Whose address, and how it is proven.' })
export class VerifyAddressInput {
  @Field(() => AddressProof, { defaultValue: AddressProof.LINK, description: 'How it is proven.' })
  type!: NameOf<typeof AddressProof>;

  @Field(() => ID, {
    nullable: true,
    description: "With LINK: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate.",
  })
  @IdOf('Consumer')
  @RequiredWhen('type', 'LINK')
  consumerId?: string | null;

  @Field(() => ID, { nullable: true, description: "With a document: LinkCy's UUID of it." })
  @UuidOf('a document')
  @RequiredWhen('type', 'UPLOADED_DOCUMENT')
  @RequiredWhen('type', 'DELEGATED')
  documentId?: string | null;
}

import { Field, InputType } from 'type-graphql';
import { FullPhoneNumber } from '../validation/phone.js';
import { Length } from '../validation/text.js';
import { ExactlyOneOf, RequiredWith } from '../validation/across-fields.js';

/** Nothing of these inputs is kept, so there is no idempotencyKey. */
const longestSecret = 4096;

@InputType({ description: 'Who logs in: exactly one of `username`, `consumerPhone` and `accountOwnerPhone`.' })
@ExactlyOneOf('username', 'consumerPhone', 'accountOwnerPhone')
export class LoginInput {
  @Field(() => String, { description: "The partner's name at LinkCy, 1 to 255 characters." })
  @Length(1, 255)
  partnerName!: string;

  @Field(() => String, { nullable: true, description: 'A user of the partner, 1 to 255 characters.' })
  @Length(1, 255)
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A consumer: country code and number, 2 to 17 digits, with or without "+".',
  })
  @FullPhoneNumber()
  consumerPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The owner of a corporate\'s account: country code and number, 2 to 17 digits, with or without "+".',
  })
  @FullPhoneNumber()
  accountOwnerPhone?: string | null;

  @Field(() => String, { description: 'The password, at most 4,096 characters.' })
  @Length(1, longestSecret)
  password!: string;
}

@InputType({ description: 'The login to continue.' })
export class RefreshTokenInput {
  @Field(() => String, { description: 'From login, changePassword or refreshToken. It can be used once.' })
  @Length(1, longestSecret)
  refreshToken!: string;
}

@InputType({ description: 'Whose password: exactly one of `consumerPhone` and `accountOwnerPhone`.' })
@ExactlyOneOf('consumerPhone', 'accountOwnerPhone')
export class RequestPasswordSecretInput {
  @Field(() => String, { description: "The partner's name at LinkCy, 1 to 255 characters." })
  @Length(1, 255)
  partnerName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A consumer: country code and number, 2 to 17 digits, with or without "+".',
  })
  @FullPhoneNumber()
  consumerPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The owner of a corporate\'s account: country code and number, 2 to 17 digits, with or without "+".',
  })
  @FullPhoneNumber()
  accountOwnerPhone?: string | null;
}

@InputType({
  description:
    'A new password: with `passwordChangeSecret`, or with a phone, `partnerName` and `currentPassword`. Exactly one ' +
    'of `passwordChangeSecret`, `consumerPhone` and `accountOwnerPhone`.',
})
@ExactlyOneOf('passwordChangeSecret', 'consumerPhone', 'accountOwnerPhone')
export class ChangePasswordInput {
  @Field(() => String, { description: 'The new password: 6 to 4,096 characters.' })
  @Length(6, longestSecret)
  newPassword!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'From the text message that requestPasswordSecret sends, or from PasswordChangeRequired. It is valid for ' +
      'seconds.',
  })
  @Length(1, longestSecret)
  passwordChangeSecret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A consumer: country code and number, 2 to 17 digits, with or without "+".',
  })
  @FullPhoneNumber()
  consumerPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The owner of a corporate\'s account: country code and number, 2 to 17 digits, with or without "+".',
  })
  @FullPhoneNumber()
  accountOwnerPhone?: string | null;

  @Field(() => String, { nullable: true, description: "The partner's name at LinkCy; needed with a phone." })
  @Length(1, 255)
  @RequiredWith('consumerPhone')
  @RequiredWith('accountOwnerPhone')
  partnerName?: string | null;

  @Field(() => String, { nullable: true, description: 'The present password; needed with a phone.' })
  @Length(1, longestSecret)
  @RequiredWith('consumerPhone')
  @RequiredWith('accountOwnerPhone')
  currentPassword?: string | null;
}

import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { TermsLanguage, TermsType } from '../../linkcy/endpoints/auth.js';
import { TermsAndConditions } from './terms.type.js';

@Resolver(() => TermsAndConditions)
export class TermsResolver {
  @Query(() => TermsAndConditions, {
    nullable: true,
    description:
      'The terms and conditions that are in force; needs no token. Whoever has not accepted this version has termsAccepted false, and cannot do much.',
  })
  async termsAndConditions(
    @Arg('type', () => TermsType, { defaultValue: TermsType.CONSUMER, description: 'Whom they are for.' })
    type: keyof typeof TermsType,
    @Arg('language', () => TermsLanguage, { defaultValue: TermsLanguage.EN, description: 'In which language.' })
    language: keyof typeof TermsLanguage,
    @Ctx() { linkcy }: Context,
  ): Promise<TermsAndConditions> {
    return new TermsAndConditions(type, language, await linkcy.auth.terms(type, language));
  }
}

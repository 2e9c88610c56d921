import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { TermsLanguage, TermsType } from '../../linkcy/endpoints/auth.js';
import { TermsAndConditions } from './terms.type.js';

@Resolver(() => TermsAndConditions)
export class TermsResolver {
  @Cost({ calls: 1 })
  @Query(() => TermsAndConditions, {
    nullable: true,
    description:
      'The terms and conditions that are in force; needs no token. Query them each time they change: every ' +
      '`Consumer.termsAccepted` is then false, and banking is refused until the new version is accepted ' +
      '(`updateConsumer`). English unless another language is asked for; languages beyond these come through ' +
      "LinkCy's customer care.",
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

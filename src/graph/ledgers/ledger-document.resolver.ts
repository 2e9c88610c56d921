import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { LocalDate } from '../scalars/text.js';
import { DocumentLink } from './ledger-document.type.js';
import { Ledger } from './ledger.type.js';

/** Documents of a ledger. Each link is created on request, by its own call. */
@Resolver(() => Ledger)
export class LedgerDocumentResolver {
  @Cost({ calls: 1 })
  @Directive('@semanticNonNull')
  @FieldResolver(() => DocumentLink, { nullable: true, description: 'A statement of the ledger, as a link.' })
  statement(
    @Root() { uuid }: Ledger,
    @Arg('startDate', () => LocalDate, { nullable: true, description: 'From this day on.' })
    startDate: string | null | undefined,
    @Arg('endDate', () => LocalDate, { nullable: true, description: 'Up to this day.' })
    endDate: string | null | undefined,
    @Ctx() { linkcy }: Context,
  ): Promise<DocumentLink> {
    return linkcy.ledgerDocuments.statement(uuid, startDate, endDate);
  }

  @Cost({ calls: 1 })
  @Directive('@semanticNonNull')
  @FieldResolver(() => DocumentLink, {
    nullable: true,
    description:
      'The bank details of the ledger, to pass on, as a link. Error UPSTREAM_REJECTED with LEDGER_MUST_BE_ACTIVE ' +
      'where it is not in use.',
  })
  bankDetails(@Root() { uuid }: Ledger, @Ctx() { linkcy }: Context): Promise<DocumentLink> {
    return linkcy.ledgerDocuments.bankDetails(uuid);
  }
}

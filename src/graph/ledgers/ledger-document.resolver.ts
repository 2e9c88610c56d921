import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import type { DocumentLink as WireLink } from '../../linkcy/endpoints/ledger-writes.js';
import { idArgument } from '../node/global-id.js';
import { LocalDate } from '../scalars/text.js';

@ObjectType({ description: 'Where a document can be fetched. Whoever has the link can.' })
export class DocumentLink implements WireLink {
  @Field(() => String, { description: 'The link.' })
  readonly url!: string;

  @Field(() => String, { description: 'How long it can be used, as an ISO 8601 duration such as "PT15M".' })
  readonly ttl!: string;
}

@Resolver()
export class LedgerDocumentResolver {
  @Query(() => DocumentLink, {
    nullable: true,
    description: 'A statement of a ledger, as a link. Error NOT_FOUND for a ledger that does not exist.',
  })
  ledgerStatement(
    @Arg('ledgerId', () => ID, { description: 'The opaque id, or the bare UUID.' }) ledgerId: string,
    @Arg('startDate', () => LocalDate, { nullable: true, description: 'From this day on.' })
    startDate: string | null | undefined,
    @Arg('endDate', () => LocalDate, { nullable: true, description: 'Up to this day.' })
    endDate: string | null | undefined,
    @Ctx() { linkcy }: Context,
  ): Promise<DocumentLink> {
    return linkcy.ledgerDocuments.statement(idArgument('Ledger', ledgerId, 'ledgerId'), startDate, endDate);
  }

  @Query(() => DocumentLink, {
    nullable: true,
    description:
      'The bank details of a ledger, to be handed on, as a link. Error NOT_FOUND for a ledger that does not exist, UPSTREAM_REJECTED with LEDGER_MUST_BE_ACTIVE for one that is not in use.',
  })
  ledgerBankDetails(
    @Arg('ledgerId', () => ID, { description: 'The opaque id, or the bare UUID.' }) ledgerId: string,
    @Ctx() { linkcy }: Context,
  ): Promise<DocumentLink> {
    return linkcy.ledgerDocuments.bankDetails(idArgument('Ledger', ledgerId, 'ledgerId'));
  }
}

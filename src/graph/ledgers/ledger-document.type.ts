import { Field, ObjectType } from 'type-graphql';
import type { DocumentLink as WireLink } from '../../linkcy/endpoints/ledger-documents.js';

@ObjectType({ description: 'Where a document can be downloaded, by anybody who has the link.' })
export class DocumentLink implements WireLink {
  @Field(() => String, { description: 'The link.' })
  readonly url!: string;

  @Field(() => String, { description: 'How long it can be used, as an ISO 8601 duration such as "PT15M".' })
  readonly ttl!: string;
}

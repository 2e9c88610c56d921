import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What a change of the schema does to the clients that there are. */
export type Effect = 'breaking' | 'dangerous' | 'safe';

export interface SchemaChange {
  readonly effect: Effect;
  /** For instance "Card.status", or "Query.card.id" for an argument. */
  readonly path: string;
  readonly message: string;
  /** Why it has that effect; empty where that goes without saying. */
  readonly reason: string;
}

const effects: Readonly<Record<CriticalityLevel, Effect>> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
};

/** How to call an effect, and what it means for clients. */
export const effectTitles: Readonly<Record<Effect, string>> = {
  breaking: 'Breaking: documents that were right are refused, or their answers no longer fit the types of clients',
  dangerous: 'Dangerous: documents stay right, but clients may meet what they did not expect',
  safe: 'Safe: clients notice nothing',
};

/** What has changed from one schema to another, the worst first. Descriptions are for people and count for nothing. */
export async function changesOf(released: string, current: string): Promise<SchemaChange[]> {
  const changes = await diff(buildSchema(released), buildSchema(current));
  return changes
    .filter(({ type }) => !String(type).includes('DESCRIPTION'))
    .map(toSchemaChange)
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || a.path.localeCompare(b.path));
}

/** The breaking changes that the changelog does not name, in backticks, in its topmost section. */
export function unannounced(changes: readonly SchemaChange[], changelog: string): SchemaChange[] {
  const [, newest = ''] = changelog.split(/^## /m);
  const breaking = /^### Breaking$([\s\S]*?)(?=^### |$(?![\s\S]))/m.exec(newest)?.[1] ?? '';
  return changes.filter(({ effect, path }) => effect === 'breaking' && !breaking.includes(`\`${path}\``));
}

const order: readonly Effect[] = ['breaking', 'dangerous', 'safe'];

function toSchemaChange({ criticality, path, message }: Change): SchemaChange {
  return { effect: effects[criticality.level], path: path ?? 'schema', message, reason: criticality.reason ?? '' };
}

import { isRecord, jsonOf } from '../http/body.js';
import type { Collection } from '../http/collection.js';
import { control } from './control-route.js';
import { badRequest, notFound } from '../http/refusal.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { Samples } from '../http/samples.js';
import { isShapedLike } from '../http/shape-like.js';
import type { Store } from '../store.js';

/** A collection whose rows come over the wire. */
interface Editable {
  /** Throws a TypeError if a row is invalid. */
  insert(rows: readonly Readonly<Record<string, unknown>>[]): readonly string[];
  update(id: string, fields: Readonly<Record<string, unknown>>): unknown;
  get(id: string): unknown;
  remove(id: string): boolean;
}

/**
 * Rows over HTTP: insert one or many (missing fields are filled in), read, change and remove. The collections are
 * called as in LinkCy's paths.
 */
export function controlRows(samples: Samples): readonly Endpoint[] {
  const editable = ({ simulation: { store }, parameters }: Call): Editable => {
    const collection = collections(store, samples)[parameters.collection ?? ''];
    if (collection === undefined) throw notFound('RESOURCE_NOT_FOUND', 'There is no such collection.');
    return collection;
  };
  const id = (call: Call): string => call.parameters.id ?? '';
  const found = (row: unknown): Answer => {
    if (row === undefined) throw notFound('RESOURCE_NOT_FOUND', 'There is no such row.');
    return { status: 200, body: row };
  };
  return [
    control('POST', '/rows/{collection}', (call) => {
      const body = jsonOf(call.body);
      const rows = Array.isArray(body) ? body : [body];
      if (!rows.every(isRecord)) throw refused('must be a row or a list of rows');
      const collection = editable(call);
      return { status: 201, body: { ids: tried(() => collection.insert(rows)) } };
    }),
    control('GET', '/rows/{collection}/{id}', (call) => found(editable(call).get(id(call)))),
    control('PATCH', '/rows/{collection}/{id}', (call) => {
      const fields = jsonOf(call.body);
      if (!isRecord(fields)) throw refused('must be a JSON object');
      const collection = editable(call);
      found(collection.get(id(call)));
      return { status: 200, body: tried(() => collection.update(id(call), fields)) };
    }),
    control('DELETE', '/rows/{collection}/{id}', (call) => {
      if (!editable(call).remove(id(call))) found(undefined);
      return { status: 204 };
    }),
  ];
}

function collections(store: Store, samples: Samples): Readonly<Record<string, Editable>> {
  return {
    consumers: editing(store.consumers, () => samples.consumer()),
    ledgers: editing(store.ledgers, () => samples.ledger()),
    cards: editing(store.cards, () => samples.card()),
    'card-profiles': editing(store.cardProfiles, () => samples.cardProfile()),
    beneficiaries: editing(store.beneficiaries, () => samples.beneficiary()),
    transactions: editing(store.transactions, () => samples.transaction()),
  };
}

function editing<Row extends { readonly id: string }>(collection: Collection<Row>, sample: () => Row): Editable {
  const rowOf = (complete: Row, fields: Readonly<Record<string, unknown>>): Row => {
    const row: unknown = { ...complete, ...fields };
    if (!isShapedLike(complete, row)) throw new TypeError('a field of the row has the wrong type');
    return row;
  };
  return {
    insert(list) {
      const rows = list.map((fields) => rowOf(sample(), fields));
      collection.insertAll(rows);
      return rows.map((row) => row.id);
    },
    update: (id, fields) => collection.update(id, rowOf(collection.get(id) ?? sample(), fields)),
    get: (id) => collection.get(id),
    remove: (id) => collection.remove(id),
  };
}

function tried<Value>(edit: () => Value): Value {
  try {
    return edit();
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'is not a row');
  }
}

function refused(message: string) {
  return badRequest([{ field: 'body', rejectedValue: null, message }]);
}

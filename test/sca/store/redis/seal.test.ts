import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedKey } from '../../../../src/sca/store/derived-key.js';
import { Seal, UnreadableRecord } from '../../../../src/sca/store/redis/seal.js';

const seal = new Seal([Buffer.alloc(32, 1)]);

describe('a sealed record', () => {
  test('is read as it was, where it was put, and looks different every time', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, place) => {
        const value: unknown = JSON.parse(json);
        const text = seal.close(value, [place]);
        expect(seal.open(text, [place])).toEqual(value);
        expect(seal.close(value, [place])).not.toBe(text);
      }),
    );
  });

  test('is refused at another place, with another key, or with any bit changed', () => {
    const text = seal.close({ amount: '12.50' }, ['here']);
    expect(() => seal.open(text, ['there'])).toThrow(UnreadableRecord);
    expect(() => new Seal([Buffer.alloc(32, 2)]).open(text, ['here'])).toThrow('another key');
    const [version, keyId, sealed = ''] = text.split(':');
    const bytes = Buffer.from(sealed, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => seal.open(`${version}:${keyId}:${changed.toString('base64url')}`, ['here'])).toThrow('damaged');
      }),
    );
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(() => seal.open(text.slice(0, length), ['here'])).toThrow(UnreadableRecord);
      }),
    );
  });

  test('is read by whoever knows its key, and written with the first one', () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const changed = new Seal([two, one]);
    const old = seal.close('old', ['under one'], ':part');
    expect(changed.open(old, ['under two', 'under one'], ':part')).toBe('old');
    expect(() => changed.open(old, ['under one', 'under two'], ':part')).toThrow('damaged');
    const fresh = changed.close('fresh', ['under two', 'under one']);
    expect(() => seal.open(fresh, ['under one'])).toThrow('another key');
    expect(new Seal([one, two]).open(fresh, ['under one', 'under two'])).toBe('fresh');
    expect([old, fresh].map((text) => changed.isCurrent(text))).toEqual([false, true]);
  });

  test('the keys for different purposes differ, and are the same everywhere', () => {
    const secret = Buffer.alloc(32, 9);
    const keys = (['records', 'names', 'cursors'] as const).map((purpose) =>
      derivedKey(secret, purpose).toString('hex'),
    );
    expect(new Set(keys).size).toBe(3);
    expect(derivedKey(Buffer.alloc(32, 9), 'cursors').toString('hex')).toBe(keys[2]);
    expect(() => derivedKey(Buffer.alloc(16), 'cursors')).toThrow('32 bytes');
  });
});

/**
 * All of them in turn, back and forth, so that what is compared lies as close together as can be: what else goes on in the
 * machine changes within seconds.
 */
export function* backAndForth<Item>(items: readonly Item[], turns: number): Generator<Item> {
  for (let turn = 0; turn < turns; turn += 1) yield* turn % 2 === 0 ? items : items.toReversed();
}

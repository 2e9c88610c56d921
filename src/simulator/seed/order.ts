interface Dated {
  readonly creationDate: string;
}

/** Oldest first. */
export function byCreationDate(a: Dated, b: Dated): number {
  return a.creationDate < b.creationDate ? -1 : a.creationDate > b.creationDate ? 1 : 0;
}

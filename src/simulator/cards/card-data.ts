/** Sixteen digits with the Luhn check digit, in a range that no scheme uses. `digits` makes random ones. */
export function pan(digits: (count: number) => string): string {
  const start = `999974${digits(9)}`;
  const sum = [...start].reduce((total, digit, position) => {
    const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${start}${(10 - (sum % 10)) % 10}`;
}

/** The name as printed on a card: at most 21 basic Latin letters. */
export function nameOnCard(name: string): string {
  const letters = name.normalize('NFD').replace(/[^A-Za-z ]/g, '');
  return letters.toUpperCase().replace(/ +/g, ' ').slice(0, 21).trim();
}

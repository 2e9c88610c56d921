/**
 * LinkCy sends the conversion rate as text. What is a plain number becomes one for the Decimal scalar to print; what
 * is not is handed on as it is, so that the scalar reports it on its own field.
 */
export function conversionRateOf(rate: string | null | undefined): number | string | null {
  if (rate == null || rate === '') return null;
  const number = Number(rate);
  return Number.isFinite(number) ? number : rate;
}

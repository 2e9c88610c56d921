const day = 86_400_000;

/** Whether banks settle payments on a day (YYYY-MM-DD): no weekend, no holiday of the TARGET calendar. */
export function isWorkingDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return at.getUTCDay() % 6 !== 0 && !isHoliday(at);
}

function isHoliday(at: Date): boolean {
  const date = at.toISOString().slice(0, 10);
  if (['01-01', '05-01', '12-25', '12-26'].includes(date.slice(5))) return true;
  const easter = easterSunday(at.getUTCFullYear());
  return at.getTime() === easter - 2 * day || at.getTime() === easter + day;
}

/** Midnight of Easter Sunday, by the anonymous Gregorian computus. */
function easterSunday(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const corrected = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const raw = (corrected + 19 * golden + 15) % 30;
  const moon = raw - Math.floor(raw / 28) * (1 - Math.floor(29 / (raw + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const shift = moon - weekday;
  const month = 3 + Math.floor((shift + 40) / 44);
  return Date.UTC(year, month - 1, shift + 28 - 31 * Math.floor(month / 4));
}

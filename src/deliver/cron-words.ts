const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * A schedule in words, where it is a time on days of the week: `every Monday at 06:00 UTC`. Any other is said as it is written, since a
 * person who wrote it can read it.
 */
export function cronWords(cron: string): string {
  const [minute = '', hour = '', ofMonth, month, ofWeek = ''] = cron.split(' ');
  const days = daysOf(ofWeek);
  const isTime = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour);
  return isTime && ofMonth === '*' && month === '*' && days !== null
    ? `${days} at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')} UTC`
    : `on the schedule \`${cron}\` (UTC)`;
}

function daysOf(field: string): string | null {
  if (field === '*') return 'every day';
  if (/^1-5$|^1,2,3,4,5$/.test(field)) return 'on weekdays';
  if (!/^[0-7](,[0-7])*$/.test(field)) return null;
  const names = field.split(',').map((day) => DAYS[Number(day) % DAYS.length]);
  return `every ${[...new Set(names)].join(', ')}`;
}

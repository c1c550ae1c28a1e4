/**
 * Minutes that a place's time is ahead of UTC at a moment.
 * @param at milliseconds since 1970
 * @param timeZone an IANA name; the system's by default
 */
export function timeZoneMinutes(at: number, timeZone?: string): number {
  if (timeZone === undefined) return Math.round(0 - new Date(at).getTimezoneOffset())
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  const ahead = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -ahead : ahead
}

import type { CliTexts } from './texts.js'

/** A point in time as a date in UTC, and on this machine; undefined beyond what dates can say. */
export function datesOf(seconds: number): { readonly utc: string; readonly local: string } | undefined {
  const date = new Date(seconds * 1000)
  const minutes = -date.getTimezoneOffset()
  const shifted = new Date(date.getTime() + minutes * 60_000)
  if (Number.isNaN(shifted.getTime())) return undefined
  const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.abs(minutes) / 60)}:${twoDigits(Math.abs(minutes) % 60)}`
  return { utc: `${dateText(date)} UTC`, local: `${dateText(shifted)} ${offset}` }
}

/** ISO 8601, for programs. */
export function isoDate(seconds: number): string | null {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** How long, in its two largest units. */
export function durationText(seconds: number, { units }: CliTexts): string {
  const counts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  const named = counts.map((count, index) => [count, `${count} ${units[index]}`] as const)
  const first = named.findIndex(([count]) => count > 0)
  const shown = first < 0 ? named.slice(-1) : named.slice(first, first + 2).filter(([count]) => count > 0)
  return shown.map(([, text]) => text).join(' ')
}

/** The dates of an expiry, and how far away it is. */
export function expiryText(expire: number, now: number, texts: CliTexts): string {
  const dates = datesOf(expire)
  const left = expire - now
  const distance = left > 0 ? texts.expiresIn(durationText(left, texts)) : texts.expiredAgo(durationText(-left, texts))
  return dates === undefined ? distance : `${dates.utc} (${dates.local}), ${distance}`
}

function dateText(date: Date): string {
  return date.toISOString().slice(0, -5).replace('T', ' ')
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}

/** What is left until a moment, or has passed since, in parts that a clock shows. */
export interface Countdown {
  readonly state: 'valid' | 'due' | 'expired'
  readonly days: number
  /** `"hh:mm:ss"`. */
  readonly clock: string
}

const SECONDS_PER_DAY = 86_400

/** Until `expire`, in Unix seconds; `'due'` once there are no seconds left until a renewal. */
export function countdownTo(expire: number, now: number, untilRenewal: number | undefined): Countdown {
  const left = expire - now
  const seconds = Math.abs(left)
  const days = Math.floor(seconds / SECONDS_PER_DAY)
  const parts = [(seconds % SECONDS_PER_DAY) / 3600, (seconds % 3600) / 60, seconds % 60]
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
  return { state: left <= 0 ? 'expired' : untilRenewal === 0 ? 'due' : 'valid', days, clock }
}

/** A moment in UTC, or nothing where no calendar has it. */
export function utc(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC')
}

/**
 * Seconds since it was started, by whichever clock has gone further: the monotonic one stands still in some browsers while the machine
 * sleeps, and the other can be set.
 */
export function stopwatch(): () => number {
  const monotonic = () => globalThis.performance?.now() ?? 0
  const start = monotonic()
  const startDate = Date.now()
  return () => Math.max(monotonic() - start, Date.now() - startDate) / 1000
}

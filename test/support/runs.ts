const { env } = import.meta as { env?: Record<string, string | undefined> }

/** How often a property is tried: mutation testing, which runs everything a thousand times, asks for fewer. */
export const RUNS = { numRuns: Number(env?.VITE_PROPERTY_RUNS ?? 1000) }

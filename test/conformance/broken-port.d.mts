/** A planted bug: what it does, and the flags that the conformance runner has to name for it. */
export interface Bug {
  readonly does: string
  readonly flags: readonly string[]
  /** How long the runner shall wait for one case; only for a bug that hangs. */
  readonly timeoutMs?: number
}

export const BUGS: Readonly<Record<string, Bug>>

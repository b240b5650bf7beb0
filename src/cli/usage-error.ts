/** The command was used wrongly, in a sentence that quotes nothing secret. */
export class UsageError extends Error {
  readonly code: string

  constructor(message: string, code = 'WRONG_USE') {
    super(message)
    this.code = code
  }
}

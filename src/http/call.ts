/** One request, whatever platform it came from. */
export interface Call {
  readonly method: string | undefined
  /** A header by its name in lower case. */
  header(name: string): string | undefined
  /** The body; a refusal where it has more bytes than that, or breaks off. */
  readBody(maxBytes: number): Promise<Uint8Array<ArrayBuffer>>
  /** What `authenticate` gets: the request with a body that is there already. */
  toRequest(body: Uint8Array<ArrayBuffer>): Request
  /** Calls back once where the client goes away; gives what stops that. */
  onGone(listener: () => void): () => void
}

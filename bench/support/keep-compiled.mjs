import { setFlagsFromString } from 'node:v8'

/** A busy server keeps its compiled code; while other rows take their turn, V8 would throw it away. */
export function keepCompiled() {
  setFlagsFromString('--no-flush-bytecode')
}

import { NOTHING_EXPECTED } from '../logic/question.js'
import type { SampleId } from '../samples/sample.js'
import { sampleOf } from '../samples/samples.js'
import type { State } from './state.js'

/** What the page has to show for a sample: with its time, which goes on from there. */
export async function loadSample(id: SampleId, realNow: number): Promise<Partial<State>> {
  const { token, serverSecret, now, expected } = await sampleOf(id)
  return { token, serverSecret, expected: { ...NOTHING_EXPECTED, ...expected }, sample: id, clockOffset: now - realNow }
}

import { describe, expect, test } from 'vitest'
import { type DiagnosisCode, diagnoseToken04 } from 'zego-token04/dev-browser'
import { EN } from '../../src/diagnosis/texts-en.js'
import { diagnoseOptions, NOTHING_EXPECTED } from '../src/logic/question.js'
import { NEVER_FOUND, type SampleId } from '../src/samples/sample.js'
import { SAMPLE_GROUPS, sampleOf } from '../src/samples/samples.js'

const listed: readonly SampleId[] = Object.values(SAMPLE_GROUPS).flat()
const valid: readonly SampleId[] = ['VALID_BASIC', 'VALID_PRIVILEGE', 'VALID_STREAMS']

async function diagnosisOf(id: SampleId) {
  const { token, serverSecret, now, expected } = await sampleOf(id)
  return diagnoseToken04(
    token,
    diagnoseOptions({ ...NOTHING_EXPECTED, ...expected }, serverSecret, () => now, 'en')
  )
}

describe('the samples', () => {
  test('show each code that a diagnosis can report, once', () => {
    const codes = Object.keys(EN.texts).filter((code) => !(NEVER_FOUND as readonly string[]).includes(code))
    expect([...listed].sort()).toEqual([...codes, ...valid].sort())
  })

  for (const id of listed.filter((name) => !valid.includes(name))) {
    test(`${id} is found in its sample`, async () => {
      const { findings } = await diagnosisOf(id)
      expect(findings.map(({ code }) => code)).toContain(id as DiagnosisCode)
    })
  }

  test.each(valid)('%s has nothing wrong', async (id) => {
    const { ok, findings, payload } = await diagnosisOf(id)
    expect([ok, findings]).toEqual([true, []])
    expect(payload === null).toBe(id === 'VALID_BASIC')
  })
})

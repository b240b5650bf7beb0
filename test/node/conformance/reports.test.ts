import { expect, test } from 'vitest'
import { jsonReport } from '../../../src/conformance/json.js'
import { junitReport } from '../../../src/conformance/junit.js'
import { textReport } from '../../../src/conformance/report.js'
import { runConformance, UnknownFlagError } from '../../../src/conformance/run.js'
import { fakePort, smallVectors } from './support.js'

const vectors = await smallVectors()
const plain = (_style: string, text: string) => text
const run = (command: string[], more: object = {}) => runConformance({ command, vectors, ...more })

test('a run with a filter asks only the cases of that flag', async () => {
  const { cases } = await run(fakePort('none'), { filter: 'BasicToken' })
  expect(cases.map(({ id, status }) => [id, status])).toEqual([
    ['live-cbc', 'passed'],
    ['live-gcm', 'passed'],
    ['read-good', 'passed']
  ])
})

test('a run up to a level asks nothing beyond it', async () => {
  const { cases } = await run(fakePort('none'), { filter: 'BasicToken', level: 1 })
  expect(cases.map(({ id }) => id)).toEqual(['live-cbc', 'live-gcm'])
})

test('a flag that no case has is refused, with those that are alike', async () => {
  await expect(run(fakePort('none'), { filter: 'basictokens' })).rejects.toThrow(
    'no case up to level 3 has the flag "basictokens"; there are BasicToken'
  )
  await expect(run(fakePort('none'), { filter: 'Frogs' })).rejects.toThrow(/"Frogs"$/)
  await expect(run(fakePort('none'), { filter: 'Frogs' })).rejects.toBeInstanceOf(UnknownFlagError)
})

test('a run tells how far it is', async () => {
  const seen: string[] = []
  const onProgress = ({ done, total, failed, check }: { done: number; total: number; failed: number; check: { id: string } }) =>
    seen.push(`${check.id} ${done}/${total} ${failed}`)
  await run(fakePort('refuse'), { filter: 'BasicToken', onProgress })
  expect(seen).toEqual(['live-cbc 0/3 0', 'live-gcm 1/3 1', 'read-good 2/3 2'])
})

test('a whole run of a port that behaves conforms', async () => {
  const report = await run(fakePort('none'))
  const text = textReport(report, plain)
  expect(text).toMatch(/^fake port 1, JavaScript: modes cbc, gcm; JSON of its own\n/)
  expect(text).toContain('1 live tokens       11        0        0')
  expect(text).toMatch(/Conforms: 16 passed, 0 failed, 0 skipped$/)
  expect(text).not.toMatch(/What failed|What was skipped|Warning/)
})

test('a report names the bug of each flag that failed, with its effect, the cases, and what was found', async () => {
  const report = await run(fakePort('log', '1', '{"flavour":"node","modes":["gcm"]}'))
  const text = textReport(report, plain)
  expect(text).toContain('JSON as the node assistant')
  expect(text).toContain(
    'BasicToken 1 failed\n  The bug:    bug of BasicToken\n  Its effect: effect of BasicToken\n  Seen in:    in tests\n  live-gcm about live-gcm\n'
  )
  expect(text).toContain('found    the port printed to stdout what is no answer')
  expect(text).toContain('What was skipped\n')
  expect(text).toMatch(/ {2}the port has no mode cbc\n/)
  expect(text).toMatch(/Does not conform: \d+ passed, \d+ failed, \d+ skipped$/)
})

test('a report shows some of many failures, and flags without a note', async () => {
  const report = await run(fakePort('refuse'), {
    level: 1,
    vectors: { ...vectors, generateLive: Array(6).fill(vectors.generateLive[0]) }
  })
  const text = textReport(report, plain)
  expect(text).toContain('BasicToken 6 failed')
  expect(text).toContain('  and 2 more; --json lists them all')
  expect(text).toContain('IvRepeated 2 failed\n  iv-repeated-cbc no IV repeats')
})

test('a bug that the answer itself tells is told first, and instead of the flags that the case happens to have', async () => {
  const text = textReport(await run(fakePort('base64url', '1'), { filter: 'BasicToken' }), plain)
  expect(text).toContain('What failed\n\nBase64Url 1 failed\n  The bug:    bug of Base64Url\n')
  expect(text).not.toContain('BasicToken 1 failed')
})

test('flags of which more failed come first', async () => {
  const text = textReport(await run(fakePort('refuse', '2')), plain)
  expect(text.indexOf('Limits 1 failed')).toBeLessThan(text.indexOf('BasicToken 1 failed'))
})

test('a report tells the commonest reason of skips first', async () => {
  const text = textReport(await run(fakePort('none', '0', '{"modes":["cbc"],"capabilities":["read"]}')), plain)
  expect(text).toMatch(/What was skipped\n +\d+ {2}the port cannot generate\n +3 {2}the port has no mode gcm\n/)
})

test('a report styles what matters', async () => {
  const styles = new Set<string>()
  const paint = (style: string, text: string) => {
    styles.add(style)
    return text
  }
  textReport(await run(fakePort('bad-exit', '0', '{"modes":["gcm"]}'), { filter: 'IvRepeated' }), paint)
  expect([...styles].sort()).toEqual(['bold', 'dim', 'green', 'yellow'])
})

test('the report for programs has everything', async () => {
  const report = await run(fakePort('bad-exit', '0', '{"modes":["gcm"]}'), { filter: 'BasicToken' })
  const json = JSON.parse(jsonReport(report))
  expect(json).toMatchObject({
    version: 1,
    implementation: { name: 'fake port', language: 'JavaScript', version: '1' },
    modes: ['gcm'],
    level: 3,
    summary: { passed: 2, failed: 0, skipped: 1 },
    levels: [
      { level: 1, passed: 1, failed: 0, skipped: 1 },
      { level: 2, passed: 0, failed: 0, skipped: 0 },
      { level: 3, passed: 1, failed: 0, skipped: 0 }
    ],
    failingFlags: [],
    flags: { BasicToken: { passed: 2, bug: 'bug of BasicToken' }, Limits: { passed: 1 } },
    skips: [{ reason: 'the port has no mode cbc', cases: 1 }],
    warnings: ['The port ended with exit code 5.']
  })
  expect(json.cases[0]).toMatchObject({ id: 'live-cbc', file: 'generate-live', level: 1, status: 'skipped' })
})

test('the report for programs names failing flags, those that the answer told among them', async () => {
  const report = await run(fakePort('base64url', '1'), { filter: 'BasicToken' })
  expect(JSON.parse(jsonReport(report)).failingFlags).toEqual(['Base64Url', 'BasicToken'])
})

test('the report for continuous integration is well-formed whatever it quotes', async () => {
  const [live] = vectors.generateLive
  const comment = 'a "quoted" <comment> & more\u0000\ud800\n'
  const report = await run(fakePort('refuse', '2', '{"modes":["cbc"]}'), {
    level: 1,
    vectors: { ...vectors, generateLive: [{ ...live, comment }, live, vectors.generateLive[1]] },
    filter: 'BasicToken'
  })
  const xml = junitReport(report)
  expect(xml).toContain('<testsuites name="token04 conformance of fake port" tests="3" failures="1" errors="0" skipped="0"')
  expect(xml).toContain('name="live-cbc: a &#34;quoted&#34; &#60;comment&#62; &#38; more\ufffd\ufffd&#10;"')
  expect(xml).toContain('<failure message="expected a token; found a refusal with NO: &#34;not today&#34;" type="BasicToken"/>')
  expect(xml).toMatch(/<testcase classname="level 1.generate-live" name="live-gcm: about live-gcm" time="0\.\d{3}"\/>/)
})

test('the report for continuous integration tells skips', async () => {
  const report = await run(fakePort('skip'), { filter: 'Expired' })
  expect(junitReport(report)).toContain('<skipped message="no such algorithm here"/></testcase>')
})

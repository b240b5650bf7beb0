/** Collects what was checked, and prints each as it ends. */
export function startReport(say) {
  const rows = []
  const add = (group, what, verdict, note = '') => {
    rows.push({ group, what, verdict })
    say(`  ${verdict.padEnd(7)} ${group}: ${what}${note === '' ? '' : `\n${indent(note)}`}`)
  }
  return {
    /** Passes where the function does not throw. */
    async check(group, what, verify) {
      try {
        await verify()
        add(group, what, 'passed')
      } catch (error) {
        add(group, what, 'failed', error instanceof Error ? error.message : String(error))
      }
    },
    skip: (group, what, reason) => add(group, what, 'skipped', reason),
    rows
  }
}

/** One line a check. */
export function table(rows) {
  const width = (key) => Math.max(...rows.map((row) => row[key].length))
  const [group, what] = [width('group'), width('what')]
  return rows.map((row) => `${row.group.padEnd(group)}  ${row.what.padEnd(what)}  ${row.verdict}`).join('\n')
}

function indent(text) {
  const lines = text.split('\n').slice(0, 40)
  return lines.map((line) => `            ${line}`).join('\n')
}

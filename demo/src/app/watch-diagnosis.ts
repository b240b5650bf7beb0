import { type Diagnosis, diagnoseToken04 } from 'zego-token04/dev-browser'
import { diagnoseOptions } from '../logic/question.js'
import type { App } from './app.js'

/** Calls `show` with the diagnosis of what is looked at: now, when that changes, and when time changes the answer. */
export function watchDiagnosis(app: App, show: (diagnosis: Diagnosis) => void): void {
  let latest = 0
  let shown = 0
  let shownCodes = ''
  const diagnose = async () => {
    const { token, serverSecret, expected, language } = app.state
    const diagnosis = await diagnoseToken04(token, diagnoseOptions(expected, serverSecret, app.now, language))
    return { diagnosis, codes: diagnosis.findings.map(({ code }) => code).join() }
  }
  app.onChange(async () => {
    const turn = ++latest
    const { diagnosis, codes } = await diagnose()
    if (turn !== latest) return
    shown = turn
    shownCodes = codes
    show(diagnosis)
  })
  app.onTick(async () => {
    const turn = latest
    const { diagnosis, codes } = await diagnose()
    // only of what is shown, and only where time has changed it
    if (turn !== latest || turn !== shown || codes === shownCodes) return
    shownCodes = codes
    show(diagnosis)
  })
}

import type { DiagnoseOptions, Diagnosis } from '../types.js'
import { browserRefused } from './refuse.js'

/** The diagnosis of every token in a browser: it would take the ServerSecret, and the texts of all findings. */
export function refusedDiagnosis(options: DiagnoseOptions | undefined): Diagnosis {
  const { message } = browserRefused('diagnoseToken04()')
  const text = isChinese(options)
    ? { message: '诊断需要 ServerSecret。', fix: '请在服务端诊断。' }
    : { message, fix: 'Diagnose on your server.' }
  return { ok: false, findings: [{ code: 'BROWSER_REFUSED', severity: 'error', ...text }] }
}

function isChinese(options: DiagnoseOptions | undefined): boolean {
  try {
    return options?.language === 'zh'
  } catch {
    return false
  }
}

import type { Language } from '../../src/types.js'
import { diagnosisPage } from './diagnosis-page.js'
import { errorTable } from './error-table.js'
import { errorsPage } from './errors-page.js'
import { layout } from './layout.js'

/** What a file of the repository must be; `before` is what it is. */
interface Generated {
  readonly file: string
  readonly textOf: (before: string) => string
}

/** Every file that holds what the sources say, or is made of it. */
export const GENERATED: readonly Generated[] = [
  ...(['en', 'zh'] as const).flatMap((language) => {
    const suffix = language === 'en' ? '' : '.zh-CN'
    return [
      { file: `docs/errors${suffix}.md`, textOf: () => `${errorsPage(language)}\n` },
      { file: `docs/diagnosis${suffix}.md`, textOf: () => `${diagnosisPage(language)}\n` },
      { file: `docs/layout${suffix}.svg`, textOf: () => `${layout(language)}\n` },
      { file: `README${suffix}.md`, textOf: (before: string) => withErrors(before, language) }
    ]
  })
]

const MARKED = /(<!-- errors:begin -->\n)[\s\S]*?(<!-- errors:end -->)/

function withErrors(before: string, language: Language): string {
  if (!MARKED.test(before)) throw new Error('The table of errors has no place: <!-- errors:begin --> and <!-- errors:end -->.')
  return before.replace(MARKED, (_, begin, end) => `${begin}${errorTable(language)}\n${end}`)
}

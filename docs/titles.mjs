// Names each document on the site by its heading: there are several README.md.
import { Converter } from 'typedoc'

export function load(application) {
  application.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const text = document.content.map((part) => part.text).join('')
    const [, title] = /^# (.+)$/m.exec(text) ?? []
    const language = text.includes('[English](') ? '（中文）' : ''
    if (title === undefined) application.logger.warn(`${document.name} has no heading`)
    else document.name = title.replaceAll('`', '') + language
  })
}

// Follows every link of the site that docs/build.mjs made, and says which lead nowhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ATTRIBUTE = /<(?:a|img|link|script)\s[^>]*?(?:href|src)="([^"]*)"/g

/** Links of the pages in a folder that lead nowhere, as `page: link`. */
export function deadLinks(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'))
  const ids = new Map()
  const idsOf = (file) => {
    if (!ids.has(file))
      ids.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id]) => decode(id))))
    return ids.get(file)
  }
  const leads = (link, base) => {
    if (/^(https:|data:|mailto:)/.test(link)) return true
    const url = new URL(link, base)
    if (url.protocol !== 'file:') return false
    const anchor = decodeURIComponent(url.hash.slice(1))
    url.hash = url.search = ''
    const file = fileURLToPath(url)
    return existsSync(file) && (anchor === '' || !file.endsWith('.html') || idsOf(file).has(anchor))
  }
  return pages.flatMap((page) => {
    const base = new URL(page.split(/[\\/]/).map(encodeURIComponent).join('/'), folder)
    const links = [...readFileSync(base, 'utf8').matchAll(ATTRIBUTE)].map(([, link]) => decode(link))
    return [...new Set(links)].filter((link) => !leads(link, base)).map((link) => `${page}: ${link}`)
  })
}

function decode(attribute) {
  return attribute.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}

/** The build of the package that a bundle holds, told by what only that build says or calls. */
export function whichBuild(code) {
  const refuses = code.includes('this is the browser build of zego-token04')
  const node = /createCipheriv/.test(code)
  const web = /importKey/.test(code)
  if (node) return web || refuses ? 'several' : 'node'
  if (web) return refuses ? 'default' : 'web'
  return refuses ? 'refusing' : 'none'
}

// Serves the functions of a route handler of Next.js, by their names, on node:http: what Next.js does with them, without Next.js.
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const PATH = '/api/zego-token'
const route = await import(pathToFileURL(process.argv[2]).href)

const server = createServer(async (incoming, outgoing) => {
  const { method, url, headers } = incoming
  const answer = url === PATH && route[method]
  if (!answer) return outgoing.writeHead(url === PATH ? 405 : 404).end()
  const body = method === 'GET' || method === 'HEAD' ? undefined : await buffer(incoming)
  const response = await answer(new Request(new URL(url, `http://${headers.host}`), { method, headers, body }))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(await response.text())
})
server.listen(process.env.PORT, () => console.log(`http://localhost:${server.address().port}${PATH}`))

import { Token04Error } from '../errors.js'

/** The refusal of everything that needs the ServerSecret in a browser. */
export function browserRefused(name: string): Token04Error {
  return new Token04Error(
    'BROWSER_REFUSED',
    `${name} needs the ServerSecret, and this is the browser build of zego-token04. ` +
      'Whoever reads it out of a page or an app can issue tokens for every user and room. ' +
      'Make tokens on your server and let the client fetch them. ' +
      'For a demonstration, import "zego-token04/dev-browser". ' +
      'A server test that simulates a browser (jsdom, happy-dom) has to resolve packages with the "node" condition.'
  )
}

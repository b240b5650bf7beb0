import { Token04Error } from '../errors.js'

/** The refusal of everything that needs the ServerSecret in a browser. */
export function browserRefused(name: string): Token04Error {
  return new Token04Error(
    'BROWSER_REFUSED',
    `${name} needs the ServerSecret, and this is the browser build of zego-token04. ` +
      'Whoever reads it out of a page or an app can issue tokens for every user and room. ' +
      'Make tokens on your server and let the client fetch them. ' +
      'For a demonstration with a secret that does not matter, import "zego-token04/dev-browser". ' +
      'If this is a server test that simulates a browser (jsdom, happy-dom), let it resolve packages with the "node" condition.'
  )
}

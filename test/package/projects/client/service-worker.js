import { probe } from './probe.js'

self.addEventListener('message', (event) => event.waitUntil(probe().then((answer) => event.source.postMessage(answer))))

import { probe } from './probe.js'

self.addEventListener('message', async () => self.postMessage(await probe()))

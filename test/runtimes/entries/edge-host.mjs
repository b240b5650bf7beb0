// Evaluates a bundle in Vercel's edge runtime: node edge-host.mjs BUNDLE
import { readFileSync } from 'node:fs'
import { EdgeVM } from '@edge-runtime/vm'

const vm = new EdgeVM()
vm.evaluate(readFileSync(process.argv[2], 'utf8'))
console.log(`OUTCOME ${await vm.evaluate('outcome')}`)

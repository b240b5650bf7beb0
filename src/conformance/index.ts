// what `npm run ports` uses of the runner; not part of the package's interface
export { type Port, startPort } from './port.js'
export { type Report, runConformance } from './run.js'
export { bySkipReason, tally } from './summary.js'

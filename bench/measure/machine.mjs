import { cpus, loadavg } from 'node:os'

/** What the numbers were measured on, and how busy it was. */
export function machine() {
  const [{ model }] = cpus()
  return {
    processor: model.trim(),
    cores: cpus().length,
    node: process.version,
    openssl: process.versions.openssl,
    load: loadavg().map((load) => Number(load.toFixed(2)))
  }
}

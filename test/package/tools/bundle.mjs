// Bundles one entry of a project: node bundle.mjs <bundler> '<options as JSON>'. A process of its own, so that a bundler that does not end can be stopped.
const [bundler, options] = process.argv.slice(2)
const { bundle } = await import(`./bundlers/${bundler}.mjs`)
await bundle(JSON.parse(options))
process.exit(0)

import { join } from 'node:path'
import nodeResolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'

export async function bundle({ project, entry, outFile }) {
  const build = await rollup({
    input: join(project, entry),
    plugins: [nodeResolve({ browser: true, rootDir: project })],
    // an import that does not resolve would stay as it is
    onwarn: ({ message }) => {
      throw new Error(message)
    }
  })
  await build.write({ file: outFile, format: 'es', inlineDynamicImports: true })
  await build.close()
}
